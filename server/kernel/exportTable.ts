import type { Readable } from 'node:stream'
import type { Context } from './context.ts'
import type { Page } from './page.ts'
import { Choice, contentOf } from './schema.ts'
import type { Column, Reader } from './table-column.ts'
import { csvOf } from './table-csv.ts'
import { xlsxOf } from './table-xlsx.ts'

export type TableFormat = 'csv' | 'xlsx'
export const TableFormat = Choice(['csv', 'xlsx'])

/**
 * A table as a stream, made as fast as it is read and never whole in memory. CSV (RFC 4180) is UTF-8 with a byte order mark
 * and the signs that the reader’s spreadsheet expects: comma and point, or in Italian semicolon and comma. XLSX (ECMA-376)
 * begins another sheet after a million rows. Texts that a spreadsheet would run as formulas are made harmless.
 * @param rows may fail while it is read: the stream then breaks off, so that half a table is never taken for a whole one
 */
export function streamTable<R>(
  format: TableFormat,
  columns: readonly Column<R>[],
  rows: AsyncIterable<R>,
  reader: Reader,
): Readable {
  return format === 'csv' ? csvOf(columns, rows, reader) : xlsxOf(columns, rows, reader)
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What a route that answers with a table says of it. */
export const tableAnswers = { 200: contentOf('The table', 'text/csv', XLSX) }

/** Headers of an answer that is a table. `name`: of the file, plain ASCII, without its ending. */
export const tableHeaders = (format: TableFormat, name: string): Record<string, string> => ({
  'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
  'content-disposition': `attachment; filename="${name}.${format}"`,
})

/** Who reads what the caller takes out. */
export const readerOf = ({ user }: Context): Reader => ({ language: user.language, zone: user.zone })

/** Rows of one page of an export: so many are in memory at once. */
const PAGE = 200

/**
 * Every row of a list in its order, read page by page: no connection is held while the receiver is slow. The first page is
 * read before this resolves, so that a refusal is still an answer. A row that is moved meanwhile may be missed or come twice.
 */
export async function everyRow<R>(
  page: (cursor: { after?: string; limit: number }) => Promise<Page<R>>,
): Promise<AsyncIterable<R>> {
  const first = await page({ limit: PAGE })
  return (async function* () {
    let { items, next } = first
    yield* items
    while (next !== null) {
      ;({ items, next } = await page({ after: next, limit: PAGE }))
      yield* items
    }
  })()
}
