import type { Readable } from 'node:stream'
import { isBlank, longestCell, type RawRow } from '../row.ts'
import { UnreadableFile } from '../unreadable.ts'
import type { NumberStyle } from './styles.ts'
import { type Handlers, readXml } from './xml.ts'

export interface CellReading {
  readonly strings: readonly string[]
  readonly styles: readonly NumberStyle[]
  readonly from1904: boolean
  readonly maxColumns: number
}

/** The rows of a worksheet that hold anything (ECMA-376 part 1, 18.3.1). Rows and cells without their place count on from the last one. */
export function readSheet(stream: Readable, reading: CellReading): AsyncGenerator<RawRow> {
  return readXml<RawRow>(stream, (emit) => sheetHandlers(emit, reading))
}

function sheetHandlers(emit: (row: RawRow) => void, reading: CellReading): Handlers {
  let line = 0
  let cells: string[] = []
  let cell = { column: -1, type: '', style: 0, text: '' }
  let inside = ''
  let phonetic = false
  return {
    open(name, { r, t, s }) {
      if (name === 'row') {
        line = r === undefined ? line + 1 : Number(r)
        cells = []
        cell.column = -1
      } else if (name === 'c') {
        cell = {
          column: r === undefined ? cell.column + 1 : columnOf(r),
          type: t ?? '',
          style: Number(s ?? 0),
          text: '',
        }
      } else if (name === 'rPh') phonetic = true
      else if (name === 'v' || name === 't') inside = name
    },
    text(text) {
      if (inside !== '' && !phonetic && cell.text.length <= longestCell) cell.text += text
    },
    close(name) {
      if (name === 'v' || name === 't') inside = ''
      else if (name === 'rPh') phonetic = false
      else if (name === 'c') place(cells, cell.column, cellText(cell, reading), reading.maxColumns)
      else if (name === 'row' && cells.length > 0) emit({ line, cells: Array.from(cells, (text) => text ?? '') })
    },
  }
}

/** `AB12` is column 27 (from 0). */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/i.exec(reference)?.[0].toUpperCase() ?? ''
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function place(cells: string[], column: number, text: string, maxColumns: number): void {
  if (isBlank(text)) return
  if (column < 0) throw new UnreadableFile('damaged')
  if (column >= maxColumns) throw new UnreadableFile('too-many-columns')
  cells[column] = text
}

function cellText(
  { type, style, text }: { type: string; style: number; text: string },
  { strings, styles, from1904 }: CellReading,
): string {
  if (text === '') return ''
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'str' || type === 'inlineStr') return unescaped(text)
  if (type === 'b') return text === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  return type === 'd' ? text : numberText(text, styles[style], from1904)
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function numberText(text: string, style: NumberStyle, from1904: boolean): string {
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  if (style === 'date') return dayText(number, from1904)
  return style === undefined ? String(number) : String(number).padStart(style.width, '0')
}

/** A serial day as ISO 8601. Serial 25569 is 1 January 1970; days before March 1900 are one off in every spreadsheet. */
function dayText(serial: number, from1904: boolean): string {
  const moment = new Date(Math.round((serial - 25_569 + (from1904 ? 1462 : 0)) * 86_400) * 1000)
  if (Number.isNaN(moment.getTime())) return String(serial)
  const [day = '', time = ''] = moment.toISOString().split('T')
  if (Number.isInteger(serial)) return day
  return serial < 1 ? time.slice(0, 8) : `${day} ${time.slice(0, 8)}`
}
