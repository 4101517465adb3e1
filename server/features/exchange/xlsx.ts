import type { RawRow } from './row.ts'
import type { FileSource } from './source.ts'
import { UnreadableFile } from './unreadable.ts'
import { openArchive } from './xlsx/archive.ts'
import { readSheet } from './xlsx/sheet.ts'
import { readStrings } from './xlsx/strings.ts'
import { readStyles } from './xlsx/styles.ts'
import { readWorkbook } from './xlsx/workbook.ts'

export interface OpenWorkbook {
  /** Names of the sheets that can be chosen, as the workbook orders them. */
  readonly sheets: readonly string[]
  readonly sheet: string
  rows(): AsyncGenerator<RawRow>
}

const sheetLimit = 2 * 1024 * 1024 * 1024

/**
 * Opens a workbook (.xlsx, .xlsm) at one sheet: the named one, else the first that is not hidden. Rows are read in pieces; only the
 * shared texts are held. @throws UnreadableFile `damaged`, `no-such-sheet`, `too-big-inside`, or what the zip is instead
 */
export async function openWorkbook(source: FileSource, maxColumns: number, name?: string): Promise<OpenWorkbook> {
  const archive = await openArchive(source)
  const workbook = await readWorkbook(archive)
  const sheet = workbook.sheets.find((one) => (name === undefined ? !one.hidden : one.name === name))
  if (sheet === undefined) throw new UnreadableFile(name === undefined ? 'no-rows' : 'no-such-sheet')
  const [strings, styles] = [
    await readStrings(archive, workbook.sharedStrings),
    await readStyles(archive, workbook.styles),
  ]
  const reading = { strings, styles, from1904: workbook.from1904, maxColumns }
  return {
    sheets: workbook.sheets.filter((one) => !one.hidden || one === sheet).map((one) => one.name),
    sheet: sheet.name,
    async *rows() {
      yield* readSheet(await archive.open(sheet.part, sheetLimit), reading)
    },
  }
}
