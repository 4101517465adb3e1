import { createReadStream, existsSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'

/** Real inputs lie beside the repository; where they are absent, their tests are listed as skipped. */
export const sampleFolder = `${import.meta.dirname}/../../shared/data`
export const haveSamples = existsSync(sampleFolder)

/** A file on disk, to be read in parts. */
export const fileOnDisk = (path: string) => ({
  size: statSync(path).size,
  read: (range?: { start: number; end: number }) => createReadStream(path, range),
})

/** A file in memory, given out in pieces of `piece` bytes, so that every boundary falls somewhere once. */
export function fileOf(content: string | Uint8Array, piece = 65_536) {
  const bytes = Buffer.from(content)
  return {
    size: bytes.length,
    read: ({ start, end } = { start: 0, end: bytes.length - 1 }) =>
      Readable.from(pieces(bytes.subarray(start, end + 1), piece)),
  }
}

function* pieces(bytes: Buffer, piece: number) {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}

/** A zip file without compression, parts in the order given (PKWARE APPNOTE 4.3). */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)]
    const header = (signature: number, version: number[]) =>
      Buffer.concat([
        word(signature),
        shorts(...version, 20, 0x800, 0, 0, 0x21),
        word(crc32(content)),
        word(content.length),
        word(content.length),
      ])
    files.push(header(0x04034b50, []), shorts(path.length, 0), path, content)
    directory.push(header(0x02014b50, [20]), shorts(path.length, 0, 0, 0, 0), word(0), word(offset), path)
    offset += 30 + path.length + content.length
  }
  const [body, index] = [Buffer.concat(files), Buffer.concat(directory)]
  const count = Object.keys(parts).length
  return Buffer.concat([
    body,
    index,
    word(0x06054b50),
    shorts(0, 0, count, count),
    word(index.length),
    word(body.length),
    shorts(0),
  ])
}

const word = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const shorts = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2)
  return bytes
}
