import type { Archive } from '#features/exchange/xlsx/archive.ts'
import type { Attributes, Handlers } from '#features/exchange/xlsx/xml.ts'
import { Refusal } from './refusal.ts'
import type { TextSink } from './text.ts'
import { passEntry } from './xml.ts'

const manifest = 'META-INF/manifest.xml'

/** The text of an OpenDocument text, spreadsheet or presentation (ISO/IEC 26300), the last two by sheet and slide. @throws Refusal `encrypted` */
export async function readOpenDocument(archive: Archive, sink: TextSink): Promise<void> {
  if (archive.names.has(manifest)) await passEntry(archive, manifest, { open: refuseEncryption })
  await passEntry(archive, 'content.xml', contentText(sink), sink)
}

function refuseEncryption(name: string): void {
  if (name === 'encryption-data') throw new Refusal('encrypted')
}

/** What elements stand for in text (part 3, 6.1). */
const signs: Readonly<Record<string, string>> = { s: ' ', tab: '\t', 'line-break': '\n' }
const ends: Readonly<Record<string, string>> = { p: '\n', h: '\n', 'table-cell': '\t', 'table-row': '\n' }
/** Paragraphs of a cell stay in the line of their row. */
const endsInSheet: Readonly<Record<string, string>> = { ...ends, p: ' ' }

function contentText(sink: TextSink): Handlers {
  let inBody = false
  let kind = ''
  let slides = 0
  let paragraphs = 0
  let deleted = 0
  const place = (name: string, attributes: Attributes) => {
    if (kind === 'spreadsheet' && name === 'table') sink.begin('sheet', attributes['table:name'] ?? '')
    if (kind !== 'presentation' || name !== 'page') return
    slides += 1
    sink.begin('slide', String(slides))
  }
  return {
    open(name, attributes) {
      if (inBody && kind === '') kind = name
      if (name === 'body') inBody = true
      if (name === 'tracked-changes') deleted += 1
      if (name === 'p' || name === 'h') paragraphs += 1
      if (paragraphs > 0 && deleted === 0) sink.add(signs[name] ?? '')
      place(name, attributes)
    },
    text(text) {
      if (paragraphs > 0 && deleted === 0) sink.add(text)
    },
    close(name) {
      if (name === 'tracked-changes') deleted -= 1
      if (name === 'p' || name === 'h') paragraphs -= 1
      if (deleted === 0) sink.add((kind === 'spreadsheet' ? endsInSheet : ends)[name] ?? '')
    },
  }
}
