import { Readable } from 'node:stream'
import { clockOf } from './local-time.ts'
import type { Column, Reader } from './table-column.ts'
import { say } from './words.ts'

/** Rows written at once. */
const BATCH = 500
/** What a spreadsheet runs as a formula: a text that begins so, in full width too, unless it is nothing but a telephone number. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20](?![\d ]+$)/
const signs = { en: { delimiter: ',', point: '.' }, it: { delimiter: ';', point: ',' } } as const

/** A table as CSV: see `streamTable`. */
export function csvOf<R>(columns: readonly Column<R>[], rows: AsyncIterable<R>, reader: Reader): Readable {
  const { delimiter } = signs[reader.language]
  const cells = cellsOf(columns, reader)
  const quoted = quoting(delimiter)
  const write = (batch: readonly (readonly string[])[]): string =>
    batch.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('')
  async function* lines(): AsyncGenerator<string> {
    yield `\ufeff${write([columns.map(({ heading }) => heading)])}`
    let batch: string[][] = []
    for await (const row of rows) {
      batch.push(cells(row))
      if (batch.length < BATCH) continue
      yield write(batch)
      batch = []
    }
    if (batch.length > 0) yield write(batch)
  }
  return Readable.from(lines(), { objectMode: false })
}

/** Quotes a cell where it must be. By hand: papaparse takes eight times as long, in a million rows half a minute. */
function quoting(delimiter: string): (cell: string) => string {
  const special = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`)
  return (cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
}

function cellsOf<R>(columns: readonly Column<R>[], { language, zone }: Reader): (row: R) => string[] {
  const clock = clockOf(zone)
  const { point } = signs[language]
  const yesNo = { true: say(language, 'table:yes'), false: say(language, 'table:no') }
  const texts = columns.map(({ as = 'text', value }) => (row: R): string => {
    const given = value(row)
    if (given === null) return ''
    switch (as) {
      case 'number':
        return String(given).replace('.', point)
      case 'instant':
        return clock(String(given))
      case 'yesNo':
        return given === true ? yesNo.true : yesNo.false
      case 'day':
        return String(given)
      case 'text': {
        const text = String(given)
        return FORMULA.test(text) ? `'${text}` : text
      }
    }
  })
  return (row) => texts.map((text) => text(row))
}
