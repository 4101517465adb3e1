import { type FileSource, head } from './source.ts'

/** Labels of the WHATWG Encoding Standard, so that a TextDecoder takes them as they are. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'

const sampleSize = 65_536

/**
 * The character set of a text file: by its byte order mark, by the zero bytes of UTF-16, as UTF-8 when the whole file is well-formed
 * (one pass over it), else Windows-1252 or Mac OS Roman, whichever makes likelier letters.
 */
export async function detectCharset(source: FileSource): Promise<Charset> {
  const sample = await head(source, sampleSize)
  return byMark(sample) ?? byZeros(sample) ?? (await byValidity(source))
}

/** The text of a file, in pieces; the byte order mark is left out, what is not well-formed becomes U+FFFD. */
export async function* decode(source: FileSource, charset: Charset): AsyncGenerator<string> {
  const decoder = new TextDecoder(charset)
  for await (const chunk of source.read()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** How a short byte sequence reads that has no charset of its own: UTF-8 when well-formed, else as Windows writes it. */
export function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function byMark(sample: Buffer): Charset | undefined {
  if (sample.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf))) return 'utf-8'
  if (sample.subarray(0, 2).equals(Buffer.of(0xff, 0xfe))) return 'utf-16le'
  if (sample.subarray(0, 2).equals(Buffer.of(0xfe, 0xff))) return 'utf-16be'
  return undefined
}

/** Text in Latin letters has a zero in nearly every second byte of UTF-16; a third is enough for text that also holds others. */
function byZeros(sample: Buffer): Charset | undefined {
  let even = 0
  let odd = 0
  sample.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even += 1
    else odd += 1
  })
  const many = sample.length / 6
  if (odd > many && even < odd / 10) return 'utf-16le'
  if (even > many && odd < even / 10) return 'utf-16be'
  return undefined
}

/** A multi-byte character that the end of the file cuts off does not speak against UTF-8. */
async function byValidity(source: FileSource): Promise<Charset> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of source.read()) {
    try {
      decoder.decode(chunk, { stream: true })
    } catch {
      return likelier(chunk)
    }
  }
  return 'utf-8'
}

const westernLetters = /[àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜ’‘“”–€°«»]/gu

function likelier(bytes: Uint8Array): Charset {
  const letters = (charset: Charset) => new TextDecoder(charset).decode(bytes).match(westernLetters)?.length ?? 0
  return letters('macintosh') > letters('windows-1252') ? 'macintosh' : 'windows-1252'
}
