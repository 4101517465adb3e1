import { Readable } from 'node:stream'
import { decode, detectCharset } from '#features/exchange/charset.ts'

/** Read in pieces of this size, so that reading can stop early. */
const pieceSize = 65_536

/**
 * The text of a file in pieces. Its character set is found by its bytes; when those speak only against UTF-8, what the file says of itself
 * (HTML: `<meta charset>`, XML: `encoding`) is believed, if it is known.
 */
export async function* decoded(bytes: Buffer): AsyncGenerator<string> {
  const source = {
    size: bytes.length,
    read: ({ start, end } = { start: 0, end: bytes.length - 1 }) =>
      Readable.from(pieces(bytes.subarray(start, end + 1))),
  }
  const found = await detectCharset(source)
  const declared = found.startsWith('utf-') ? undefined : declaredCharset(bytes)
  if (declared === undefined) yield* decode(source, found)
  else for (const piece of pieces(bytes)) yield declared.decode(piece, { stream: true })
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize)
}

const declaration = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)|<meta\s[^>]*?charset\s*=\s*["']?([\w.:-]+)/i

function declaredCharset(bytes: Buffer): InstanceType<typeof TextDecoder> | undefined {
  const [, xml, html] = declaration.exec(bytes.toString('latin1', 0, 1024)) ?? []
  try {
    return new TextDecoder(xml ?? html ?? '')
  } catch {
    return undefined
  }
}
