import { PassThrough, type Readable } from 'node:stream'
import yazl from 'yazl'

/**
 * Files as one ZIP, made while it is sent, one file open at a time. A name that comes again is numbered, also where only
 * upper and lower case differ, so that unpacking loses none.
 */
export function archiveOf(files: readonly { name: string; size: number; read: () => Readable }[]): Readable {
  const zip = new yazl.ZipFile()
  const out = new PassThrough()
  const fail = (error: Error) => void out.destroy(error)
  zip.on('error', fail)
  zip.outputStream.pipe(out)
  for (const [at, name] of apart(files.map((file) => file.name)).entries()) {
    const file = files[at]
    if (file === undefined) continue
    zip.addReadStreamLazy(name, { size: file.size }, (open) => {
      if (out.destroyed) return // the reader has gone: nothing more is opened
      const content = file.read()
      content.once('error', fail)
      out.once('close', () => content.destroy())
      open(null, content)
    })
  }
  zip.end()
  return out
}

/** The names, those that came before numbered before their ending: `offer.pdf`, `offer (2).pdf`. */
export function apart(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let free = name
    for (let n = 2; taken.has(keyOf(free)); n++) free = `${stem} (${n})${ending}`
    taken.add(keyOf(free))
    return free
  })
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()
