import { PassThrough, Readable } from 'node:stream'
import yazl from 'yazl'
import { clockOf } from './local-time.ts'
import type { Column, Reader } from './table-column.ts'
import { contentTypes, relations, sheetHead, sheetTail, styles, workbook, workbookRelations } from './xlsx-parts.ts'

/** Rows written at once. */
const BATCH = 200
/** A sheet holds 1,048,576 rows, its heading among them. */
const SHEET_ROWS = 1_000_000
/** A cell holds no more characters. */
const CELL_CHARACTERS = 32_767
/** Days are counted from 30 December 1899. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/** Cell formats by their place in `styles`. */
const HEADING = 1
const INSTANT = 2
const DAY = 3

/** A table as XLSX: see `streamTable`. */
export function xlsxOf<R>(columns: readonly Column<R>[], rows: AsyncIterable<R>, { zone }: Reader): Readable {
  const zip = new yazl.ZipFile()
  const out = new PassThrough()
  zip.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.pipe(out)
  void fill(zip, out, columns, rows, zone)
  return out
}

/** Writes sheet after sheet, each as it is read; the parts that name the sheets come last, when their number is known. */
async function fill<R>(
  zip: yazl.ZipFile,
  out: PassThrough,
  columns: readonly Column<R>[],
  rows: AsyncIterable<R>,
  zone: string,
): Promise<void> {
  const left = rows[Symbol.asyncIterator]()
  const cells = cellsOf(columns, zone)
  let sheets = 0
  let more = true
  while (more) {
    const sheet = Readable.from(
      sheetOf(columns, left, cells, () => {
        more = false
      }),
      { objectMode: false },
    )
    sheet.once('error', (error) => out.destroy(error))
    out.once('close', () => sheet.destroy())
    sheets += 1
    zip.addReadStream(sheet, `xl/worksheets/sheet${sheets}.xml`)
    const whole = await new Promise<boolean>((resolve) => {
      sheet.once('end', () => resolve(true))
      sheet.once('close', () => resolve(false))
    })
    if (!whole) return void (await left.return?.())
  }
  const parts = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations,
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': workbookRelations(sheets),
    'xl/styles.xml': styles,
  }
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), name)
  zip.end()
}

async function* sheetOf<R>(
  columns: readonly Column<R>[],
  left: AsyncIterator<R>,
  cells: (row: R, at: number) => string,
  ended: () => void,
): AsyncGenerator<string> {
  const headings = columns.map(({ heading }, n) => textCell(`${letters(n)}1`, heading, HEADING)).join('')
  yield `${sheetHead(columns.length)}<row r="1">${headings}</row>`
  let batch = ''
  for (let n = 1; n <= SHEET_ROWS; n++) {
    const next = await left.next()
    if (next.done) {
      ended()
      break
    }
    batch += `<row r="${n + 1}">${cells(next.value, n + 1)}</row>`
    if (n % BATCH > 0) continue
    yield batch
    batch = ''
  }
  yield batch + sheetTail
}

function cellsOf<R>(columns: readonly Column<R>[], zone: string): (row: R, at: number) => string {
  const clock = clockOf(zone)
  const serial = (clockTime: string) => (Date.parse(`${clockTime.replace(' ', 'T')}Z`) - DAY_ZERO) / DAY_MS
  const cells = columns.map(({ as = 'text', value }, n) => {
    const column = letters(n)
    return (row: R, at: number): string => {
      const given = value(row)
      if (given === null || given === '') return ''
      const place = `${column}${at}`
      switch (as) {
        case 'number':
          return `<c r="${place}"><v>${given}</v></c>`
        case 'instant':
          return `<c r="${place}" s="${INSTANT}"><v>${serial(clock(String(given)))}</v></c>`
        case 'day':
          return `<c r="${place}" s="${DAY}"><v>${serial(`${given} 00:00:00`)}</v></c>`
        case 'yesNo':
          return `<c r="${place}" t="b"><v>${given === true ? 1 : 0}</v></c>`
        case 'text':
          return textCell(place, String(given), 0)
      }
    }
  })
  return (row, at) => cells.map((cell) => cell(row, at)).join('')
}

/** A column as a sheet names it: A to Z, AA to ZZ, and so on. */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))

const textCell = (place: string, text: string, style: number): string =>
  `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlOf(text.slice(0, CELL_CHARACTERS))}</t></is></c>`

// biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML 1.0 cannot hold
const unwritable = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** A text in XML. A spreadsheet reads `_x000D_` as a character, unless its first line is written so itself (ECMA-376, 22.9.2.19). */
const xmlOf = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>\r]/g, (sign) => entities[sign] ?? sign)
