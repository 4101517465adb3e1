import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileTypeFromStream } from 'file-type'
import type { ByteRange } from '#kernel/files.ts'
import { textType } from './text-type.ts'

/** Bytes at the beginning by which a text is told from anything else. */
const HEAD = 65_536
const unknown = 'application/octet-stream'
/** Control characters that no text has; escape is one of those that mails in Japanese have (ISO 2022). */
const binary = /[^\P{Cc}\t\n\f\r\u007f-\u009f]/u
const isBinary = (text: string): boolean => binary.test(text.replaceAll('\u001b', ''))

/**
 * What a file is, by its content alone. Text first, because short signatures of pictures are also beginnings of words.
 * @returns media type; a plain text or table that is not UTF-8 names its `charset`
 */
export async function recognise(read: (range?: ByteRange) => Readable): Promise<string> {
  const head = await buffer(read({ start: 0, end: HEAD - 1 }))
  const text = unicodeOf(head)
  if (text !== null) return named(text)
  const content = read()
  const known = await fileTypeFromStream(Readable.toWeb(content))
  content.destroy()
  if (known !== undefined) return known.mime
  const western = new TextDecoder('windows-1252').decode(head)
  return isBinary(western) ? unknown : named({ text: western, charset: 'windows-1252' })
}

interface Text {
  readonly text: string
  readonly charset: string
}

function named({ text, charset }: Text): string {
  const type = textType(text)
  return charset !== 'utf-8' && ['text/plain', 'text/csv'].includes(type) ? `${type};charset=${charset}` : type
}

/** The beginning as Unicode text, `null` if it is none. */
function unicodeOf(head: Buffer): Text | null {
  const charset = charsetOf(head)
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(head, { stream: true })
    return isBinary(text) ? null : { text, charset }
  } catch {
    return null
  }
}

function charsetOf(head: Buffer): string {
  const mark = head.subarray(0, 2).toString('hex')
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
}
