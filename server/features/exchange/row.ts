/** One row of a file as it stands there; `line` counts from 1, in the file (of a workbook: the number of the row). */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
  /** The quotes of this row do not pair; it was read with quotes as ordinary characters. */
  readonly quotesBroken?: boolean
  /** What of this row (of this card) has no place in a row: names of properties. */
  readonly leftOut?: readonly string[]
}

/** A row under its headings: at least as many cells as those; with a fault it cannot be trusted. */
export interface Row extends RawRow {
  readonly fault?: 'cell-too-long' | 'quotes-broken' | 'too-many-cells' | undefined
}

/** A row is one line of people's data: longer means that something was read wrongly (a quote that is never closed). In characters. */
export const longestRow = 131_072
/** What a cell of a workbook can hold at most, in characters. */
export const longestCell = 32_767

export const isBlank = (cell: string): boolean => cell.trim() === ''

/** Makes a row at least as wide as the headings, and finds what makes it untrustworthy. */
export function fitted(row: RawRow, width: number): Row {
  const missing = Math.max(width - row.cells.length, 0)
  const cells = [...row.cells.map(storable), ...Array<string>(missing).fill('')]
  if (row.quotesBroken === true && row.cells.length !== width) return { ...row, cells, fault: 'quotes-broken' }
  if (cells.length > width && !cells.slice(width).every(isBlank)) return { ...row, cells, fault: 'too-many-cells' }
  if (cells.some((cell) => cell.length > longestCell)) return { ...row, cells, fault: 'cell-too-long' }
  return { ...row, cells }
}

/** A database holds no zero byte and no half of a letter. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** Spreadsheets take what begins so for a formula; an apostrophe before it, one more when there is one already, keeps it text. */
export const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/

/** Takes off the apostrophe that keeps a text from running as a formula. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell
