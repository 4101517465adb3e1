import { readXmlText } from './markup.ts'
import { readOffice } from './office.ts'
import { readPdf } from './pdf.ts'
import { readPlain } from './plain.ts'
import { Refusal } from './refusal.ts'
import type { TextSink } from './text.ts'

/** The object identifier of plain content, 1.2.840.113549.1.7.1, in DER. */
const dataId = Buffer.from('06092a864886f70d010701', 'hex')
const octets = 0x04
const constructedOctets = 0x24

/** The text of what a signature envelope (.p7m, CMS SignedData, RFC 5652) holds: electronic invoices come so. Signatures are not checked. */
export async function readSigned(bytes: Buffer, sink: TextSink): Promise<void> {
  const content = contentOf(bytes[0] === 0x30 ? bytes : unarmored(bytes))
  const start = content.toString('latin1', 0, 64).trimStart()
  if (start.startsWith('%PDF-')) await readPdf(content, sink)
  else if (start.startsWith('PK\x03\x04')) await readOffice(content, sink)
  else if (/^(\xef\xbb\xbf)?</.test(start)) await readXmlText(content, sink)
  else await readPlain(content, sink)
}

/** Base64, with or without the lines of PEM around it. */
const unarmored = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(/-----(BEGIN|END)[^-]*-----/g, ''), 'base64')

/** The signed content, put together from its pieces (X.690, 8.7); lengths may be left open. @throws Refusal `damaged` */
function contentOf(envelope: Buffer): Buffer {
  const id = envelope.subarray(0, 4096).indexOf(dataId)
  if (id < 0) throw new Refusal('damaged')
  const wrapper = header(envelope, id + dataId.length)
  const pieces: Buffer[] = []
  let at = wrapper.content
  let end = wrapper.content + 1
  while (at < end) {
    const { tag, content, length } = header(envelope, at)
    if (tag === constructedOctets) {
      at = content
      end = Math.max(end, length === undefined ? envelope.length : content + length)
    } else if (tag === octets && length !== undefined) {
      pieces.push(envelope.subarray(content, content + length))
      at = content + length
    } else break
  }
  if (pieces.length === 0) throw new Refusal('damaged')
  return Buffer.concat(pieces)
}

/** Tag and length of the element at a place (X.690, 8.1); `content` is where it begins, the length of an open one is undefined. */
function header(bytes: Buffer, at: number): { tag: number; content: number; length: number | undefined } {
  const [tag = 0, short = 0] = bytes.subarray(at, at + 2)
  const count = short & 0x7f
  if (short < 0x80) return { tag, content: at + 2, length: short }
  if (count === 0) return { tag, content: at + 2, length: undefined }
  if (count > 4 || at + 2 + count > bytes.length) throw new Refusal('damaged')
  return { tag, content: at + 2 + count, length: bytes.readUIntBE(at + 2, count) }
}
