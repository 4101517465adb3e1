import Papa from 'papaparse'
import type { Speech } from '#kernel/context.ts'
import { say } from '#kernel/words.ts'
import type { RowFault } from './faults.ts'
import { formulaStart, type Row } from './row.ts'
import { faultSentence } from './sentences.ts'
import type { Table } from './table.ts'

export interface RefusedRow {
  readonly row: Row
  readonly faults: readonly RowFault[]
}

/**
 * The refused rows of an import as CSV (UTF-8 with a mark, so that spreadsheets see it), to be corrected and imported again: the cells as
 * they stood in the file, then the line and all reasons. No cell runs as a formula when a spreadsheet opens it; reading takes the guard off.
 */
export async function* refusedRowsFile(
  table: Table,
  rows: AsyncIterable<RefusedRow>,
  language: Speech,
): AsyncGenerator<string> {
  const config = { delimiter: table.dialect?.delimiter ?? ';', newline: '\r\n', escapeFormulae: formulaStart }
  const line = (cells: readonly string[]) => `${Papa.unparse([[...cells]], config)}\r\n`
  yield `\ufeff${line([...table.headings, say(language, 'exchange:line'), say(language, 'exchange:refusal')])}`
  for await (const { row, faults } of rows) {
    const why = faults.map((fault) => faultSentence(language, fault)).join('. ')
    const width = table.headings.length
    yield line([...row.cells.slice(0, width), String(row.line), why, ...row.cells.slice(width)])
  }
}
