import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import type { FileToRead } from '#features/extraction/reading/reader.ts'
import { zipOf } from '#tests/files.ts'

const officeType = 'application/vnd.openxmlformats-officedocument'
export const docx = `${officeType}.wordprocessingml.document`
export const xlsx = `${officeType}.spreadsheetml.sheet`
export const pptx = `${officeType}.presentationml.presentation`

/** A folder for files of a test; gone with `remove`. */
export function folderForFiles(): {
  file(name: string, mediaType: string, content: string | Buffer): FileToRead
  remove(): void
} {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'))
  return {
    file(name, mediaType, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return { path, mediaType, name }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** A Word document with this body, and before it what stands in a document type. */
export const wordFile = (body: string, doctype = ''): Buffer =>
  zipOf({
    'word/document.xml': `<?xml version="1.0"?>${doctype}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  })
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** Relations of a part of an office file. */
export const relations = (...targets: (readonly [string, string, string])[]): string =>
  `<Relationships>${targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** A zip file with one entry: a piece repeated some thousand times, which says of itself that it is 1000 bytes (PKWARE APPNOTE 4.3). */
export function bomb(name: string, start: string, piece: string, times: number): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH }
  const block = deflateRawSync(piece, flush)
  const packed = Buffer.concat([deflateRawSync(start, flush), ...Array<Buffer>(times).fill(block), deflateRawSync('')])
  const path = Buffer.from(name)
  const facts = [20, 0, 8, 0, 0x21, 0, 0, packed.length & 0xffff, packed.length >>> 16, 1000, 0, path.length, 0]
  const local = Buffer.concat([word(0x04034b50), shorts(facts), path, packed])
  const central = Buffer.concat([word(0x02014b50), shorts([20, ...facts, 0, 0, 0, 0, 0, 0, 0]), path])
  const end = Buffer.concat([
    word(0x06054b50),
    shorts([0, 0, 1, 1]),
    word(central.length),
    word(local.length),
    shorts([0]),
  ])
  return Buffer.concat([local, central, end])
}

const word = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer)
const shorts = (values: readonly number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer)

/** A PDF (ISO 32000-1, 7.5) with a page for each text; pages of the same text share it. `idle` more objects are there for nothing. */
export function pdfOf(texts: readonly string[], { idle = 0, trailer = '' } = {}): Buffer {
  const contents = [...new Set(texts)]
  const firstPage = 4 + contents.length
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${texts.length}/Kids[${texts.map((_, at) => `${firstPage + at} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...contents.map((text) => `<</Length ${text.length}>>stream\n${text}\nendstream`),
    ...texts.map(
      (text) =>
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents ${4 + contents.indexOf(text)} 0 R>>`,
    ),
    ...Array<string>(idle).fill('<<>>'),
  ]
  const pieces = ['%PDF-1.4\n']
  const places: string[] = []
  let at = pieces[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const piece = `${index + 1} 0 obj\n${object}\nendobj\n`
    places.push(`${String(at).padStart(10, '0')} 00000 n \n`)
    pieces.push(piece)
    at += piece.length
  }
  const size = objects.length + 1
  const end = `trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF`
  return Buffer.from([...pieces, `xref\n0 ${size}\n0000000000 65535 f \n`, ...places, end].join(''), 'latin1')
}

export const pageText = (text: string): string => `BT /F 12 Tf 72 720 Td (${text}) Tj ET`
