import type { Archive } from '#features/exchange/xlsx/archive.ts'
import { readSheet } from '#features/exchange/xlsx/sheet.ts'
import { readStrings } from '#features/exchange/xlsx/strings.ts'
import { readStyles } from '#features/exchange/xlsx/styles.ts'
import { readWorkbook } from '#features/exchange/xlsx/workbook.ts'
import { largestEntry } from './limits.ts'
import type { TextSink } from './text.ts'

/** What a worksheet can have at most. */
const maxColumns = 16_384

/** The cells of a workbook (.xlsx, .xlsm) as they read, sheet by sheet, a line for each row; hidden sheets too. @throws UnreadableFile */
export async function readSheets(archive: Archive, sink: TextSink): Promise<void> {
  const { sheets, sharedStrings, styles, from1904 } = await readWorkbook(archive)
  const reading = {
    strings: await readStrings(archive, sharedStrings),
    styles: await readStyles(archive, styles),
    from1904,
    maxColumns,
  }
  for (const { name, part } of sheets) {
    if (sink.full) return
    sink.begin('sheet', name)
    for await (const { cells } of readSheet(await archive.open(part, largestEntry), reading)) {
      for (const cell of cells) if (cell !== '') sink.add(`${cell}\t`)
      sink.add('\n')
      if (sink.full) break
    }
  }
}
