import type { Archive } from '#features/exchange/xlsx/archive.ts'
import { openArchive } from './archive.ts'
import { readOpenDocument } from './open-document.ts'
import { Refusal } from './refusal.ts'
import { readSheets } from './sheets.ts'
import { readSlides } from './slides.ts'
import type { TextSink } from './text.ts'
import { readWord } from './word.ts'

/** Which kind of office file a zip file is, by the part that only this kind has; names of media types differ for templates and macros. */
const kinds: readonly (readonly [RegExp, (archive: Archive, sink: TextSink) => Promise<void>])[] = [
  [/^word\/document\d*\.xml$/, readWord],
  [/^xl\/workbook\d*\.xml$/, readSheets],
  [/^ppt\/presentation\.xml$/, readSlides],
  [/^content\.xml$/, readOpenDocument],
]

/** The text of an office file. @throws Refusal, UnreadableFile; `unsupported` for any other archive */
export async function readOffice(bytes: Buffer, sink: TextSink): Promise<void> {
  const archive = await openArchive(bytes)
  const names = [...archive.names]
  const kind = kinds.find(([part]) => names.some((name) => part.test(name)))
  if (kind === undefined) throw new Refusal('unsupported')
  await kind[1](archive, sink)
}
