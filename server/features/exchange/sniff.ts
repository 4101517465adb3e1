import { fileTypeFromBuffer } from 'file-type'
import { type Charset, detectCharset } from './charset.ts'
import { type FileSource, head } from './source.ts'
import { UnreadableFile, type UnreadableReason } from './unreadable.ts'

export type Sniffed = { format: 'text' | 'vcard'; charset: Charset } | { format: 'zip' }

/** What a file is by its content; its name and declared type may lie. @throws UnreadableFile when it is known not to hold contacts */
export async function sniff(source: FileSource): Promise<Sniffed> {
  const sample = await head(source, 16_384)
  if (sample.length === 0) throw new UnreadableFile('empty')
  const start = sample.toString('latin1', 0, 8)
  if (start.startsWith('%PDF-')) throw new UnreadableFile('pdf')
  if (start.startsWith('PK\x03\x04')) return { format: 'zip' }
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw new UnreadableFile('old-excel')
  const charset = await detectCharset(source)
  const text = new TextDecoder(charset).decode(sample)
  if (looksBinary(text)) throw new UnreadableFile(await binaryKind(sample))
  return { format: textFormat(text.trimStart()), charset }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what tells binary from text
const control = /[\x00-\x08\x0e-\x19\x1b-\x1f]/g

/** One zero byte is enough; of the other control characters a text may hold a stray one. */
function looksBinary(text: string): boolean {
  return text.includes('\0') || (text.match(control)?.length ?? 0) > text.length / 100
}

async function binaryKind(sample: Buffer): Promise<UnreadableReason> {
  const found = await fileTypeFromBuffer(sample)
  return found?.mime.startsWith('image/') === true ? 'picture' : 'binary'
}

function textFormat(text: string): 'text' | 'vcard' {
  if (text === '') throw new UnreadableFile('empty')
  if (/^BEGIN:VCARD/i.test(text)) return 'vcard'
  if (/^BEGIN:VCALENDAR/i.test(text)) throw new UnreadableFile('calendar')
  if (/^<(!doctype|html|head|body|meta|table)\b/i.test(text)) throw new UnreadableFile('html')
  if (/^<\?xml\b/i.test(text)) throw new UnreadableFile('xml')
  if (text.startsWith('{\\rtf')) throw new UnreadableFile('word')
  if (/^[[{]\s*["'[{\]}]/.test(text)) throw new UnreadableFile('json')
  return 'text'
}
