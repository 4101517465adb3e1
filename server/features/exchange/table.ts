import type { Charset } from './charset.ts'
import { type Dialect, detectDialect, readCsv } from './csv.ts'
import { fitted, isBlank, type RawRow, type Row, storable } from './row.ts'
import { sniff } from './sniff.ts'
import type { FileSource } from './source.ts'
import { UnreadableFile } from './unreadable.ts'
import { cardHeadings, readCardRows } from './vcard/rows.ts'
import { openWorkbook } from './xlsx.ts'

/** A file of people and firms, opened as a table: a text with delimiters, a sheet of a workbook, or cards, one a row. */
export interface Table {
  readonly format: 'csv' | 'vcard' | 'xlsx'
  readonly headings: readonly string[]
  /** Where the headings stand in the file; 0 when it has none and `headings` are the letters of the columns. */
  readonly headingLine: number
  /** The first rows, for guessing what the columns hold. */
  readonly samples: readonly Row[]
  readonly charset?: Charset
  readonly dialect?: Dialect
  readonly sheet?: string
  readonly sheets?: readonly string[]
  /** All rows that hold anything, read anew at each call, in pieces. */
  rows(): AsyncGenerator<Row>
}

const maxColumns = 300
const sampleRows = 100

/** Opens a CSV text, a workbook (at `sheet`, or its first one) or a file of vCards. @throws UnreadableFile when it is none of these */
export async function readTable(source: FileSource, { sheet }: { sheet?: string } = {}): Promise<Table> {
  const found = await sniff(source)
  if (found.format === 'vcard') return cards(source, found.charset)
  if (found.format === 'zip') {
    const { rows, ...workbook } = await openWorkbook(source, maxColumns, sheet)
    return { format: 'xlsx', ...workbook, ...(await withHeadings(rows, 'wide')) }
  }
  const dialect = await detectDialect(source, found.charset)
  const rows = () => readCsv(source, found.charset, dialect)
  return { format: 'csv', charset: found.charset, dialect, ...(await withHeadings(rows, 'as headings')) }
}

type Opened = Pick<Table, 'headingLine' | 'headings' | 'rows' | 'samples'>

async function cards(source: FileSource, charset: Charset): Promise<Table> {
  const rows = async function* () {
    for await (const row of readCardRows(source, charset)) yield fitted(row, cardHeadings.length)
  }
  const samples = await first(rows(), sampleRows)
  if (samples.length === 0) throw new UnreadableFile('no-cards')
  return { format: 'vcard', charset, headings: cardHeadings, headingLine: 0, samples, rows }
}

/** In a text a row that is wider than its headings was split wrongly; in a sheet it only has a column without a name. */
async function withHeadings(readRows: () => AsyncGenerator<RawRow>, rowWidth: 'as headings' | 'wide'): Promise<Opened> {
  const begin = await first(readRows(), sampleRows + 1)
  if (begin.length === 0) throw new UnreadableFile('no-rows')
  const heading = headingRow(begin)
  const width = Math.max(...(heading && rowWidth === 'as headings' ? [heading] : begin).map((row) => row.cells.length))
  if (width > maxColumns) throw new UnreadableFile('too-many-columns')
  const headings = Array.from(
    { length: width },
    (_, at) => storable(heading?.cells[at] ?? '').trim() || columnLetters(at),
  )
  const headingLine = heading?.line ?? 0
  const rows = async function* () {
    for await (const row of readRows()) if (row.line > headingLine) yield fitted(row, headings.length)
  }
  const samples = begin.filter((row) => row.line > headingLine).map((row) => fitted(row, headings.length))
  return { headings, headingLine, samples, rows }
}

/** The first row that is about as full as usual, so that titles above a table are passed over; none when it holds people's data. */
function headingRow(rows: readonly RawRow[]): RawRow | undefined {
  const filled = (row: RawRow) => row.cells.filter((cell) => !isBlank(cell)).length
  const usual = rows.map(filled).toSorted((one, other) => one - other)[Math.floor(rows.length / 2)] ?? 0
  const row = rows.find((one) => filled(one) * 2 > usual)
  return row?.cells.some((cell) => holdsData(cell.trim())) === true ? undefined : row
}

/** An e-mail address, a web address or a telephone number is never the name of a column. */
const holdsData = (cell: string) => /^\S+@\S+\.\S+$|^https?:\/\/|^\+?[\d\s()./-]{7,}$/.test(cell)

/** A, B, ... Z, AA, as spreadsheets count. */
function columnLetters(at: number): string {
  const rest = Math.floor(at / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (at % 26))
}

async function first<T>(items: AsyncGenerator<T>, count: number): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) if (found.push(item) >= count) break
  return found
}
