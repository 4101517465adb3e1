const NAME_BYTES = 255
/** An ending longer than this is no ending but part of the name. */
const ENDING_BYTES = 32

/** Controls, line separators, and what turns the direction of writing, so that `exe.pdf` cannot be made of `fdp.exe`. */
const unseen = /[\p{Cc}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
/** What Windows does not allow in a name. */
const forbidden = /[<>:"|?*]/g
/** Names of devices, whatever their ending (Windows, "Naming Files, Paths, and Namespaces"). */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i

/** A name that every file system can hold and that leads nowhere: the last part of a path, at most 255 bytes of UTF-8, never empty. */
export function safeName(name: string): string {
  const last =
    name
      .toWellFormed()
      .replace(unseen, '')
      .split(/[/\\]/)
      .findLast((part) => /[^.\s]/.test(part)) ?? ''
  const plain = trimmed(last.normalize('NFC').replace(forbidden, '_'))
  const short = shorten(device.test(plain) ? `_${plain}` : plain)
  return short === '' ? 'file' : short
}

/** Windows drops blanks and dots at the end of a name. */
const trimmed = (name: string): string => name.trimStart().replace(/[\s.]+$/, '')

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= NAME_BYTES) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && Buffer.byteLength(name.slice(dot)) <= ENDING_BYTES ? name.slice(dot) : ''
  const room = NAME_BYTES - Buffer.byteLength(ending)
  let kept = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - ending.length))) {
    bytes += Buffer.byteLength(segment)
    if (bytes > room) break
    kept += segment
  }
  return trimmed(kept) + ending
}
