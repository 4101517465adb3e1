import type { Archive } from '#features/exchange/xlsx/archive.ts'
import { officeText } from './office-text.ts'
import { partsLike } from './package-parts.ts'
import type { TextSink } from './text.ts'
import { passEntry } from './xml.ts'

/** In the order in which they are read. */
const kinds = ['document', 'footnotes', 'endnotes', 'comments', 'header', 'footer']

/** The text of a Word document (.docx, .docm, .dotx): body, notes, comments, headers and footers. */
export async function readWord(archive: Archive, sink: TextSink): Promise<void> {
  for (const kind of kinds)
    for (const part of partsLike(archive, new RegExp(`^word/${kind}\\d*\\.xml$`)))
      await passEntry(archive, part, officeText(sink), sink)
}
