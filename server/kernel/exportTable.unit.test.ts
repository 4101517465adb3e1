import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import { everyRow, streamTable } from './exportTable.ts'
import './messages.ts'
import type { Column, Reader } from './table-column.ts'

const lina: Reader = { language: 'en', zone: 'Europe/Rome' }
const italian: Reader = { language: 'it', zone: 'Europe/Rome' }

interface Row {
  name: string | null
  cost: string | null
  at: string | null
  day: string | null
  blocked: boolean
}
const columns: readonly Column<Row>[] = [
  { heading: 'Name', value: (row) => row.name },
  { heading: 'Cost', as: 'number', value: (row) => row.cost },
  { heading: 'At', as: 'instant', value: (row) => row.at },
  { heading: 'Day', as: 'day', value: (row) => row.day },
  { heading: 'Blocked', as: 'yesNo', value: (row) => row.blocked },
]
const anna: Row = {
  name: 'Anna; "Ännchen", 1ª',
  cost: '-1234.50',
  at: '2026-03-29T00:59:59.123456Z',
  day: '2026-02-28',
  blocked: true,
}
const later: Row = { name: null, cost: null, at: '2026-03-29T01:00:00Z', day: null, blocked: false }
const textOf = async (stream: NodeJS.ReadableStream): Promise<string> => (await buffer(stream)).toString()
async function* given<T>(...rows: T[]): AsyncGenerator<T> {
  yield* rows
}
const csv = (rows: AsyncIterable<Row>, reader: Reader) => textOf(streamTable('csv', columns, rows, reader))
const one: readonly Column<string>[] = [{ heading: 'T', value: (text) => text }]
const inCsv = async (...texts: string[]) =>
  papaparse
    .parse<string[]>((await textOf(streamTable('csv', one, given(...texts), lina))).slice(1), {
      delimiter: ',',
      newline: '\r\n',
    })
    .data.slice(1, -1)
    .map(([text]) => text)

async function sheetOf(stream: NodeJS.ReadableStream): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.read(stream as never)
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('There is no sheet')
  return sheet
}

describe('CSV', () => {
  test('has a byte order mark, headings, and the signs and clocks of its reader', async () => {
    expect(await csv(given(anna, later), lina)).toBe(
      '\ufeffName,Cost,At,Day,Blocked\r\n"Anna; ""Ännchen"", 1ª",-1234.50,2026-03-29 01:59:59,2026-02-28,Yes\r\n,,2026-03-29 03:00:00,,No\r\n',
    )
    expect(await csv(given(anna), italian)).toBe(
      '\ufeffName;Cost;At;Day;Blocked\r\n"Anna; ""Ännchen"", 1ª";-1234,50;2026-03-29 01:59:59;2026-02-28;Sì\r\n',
    )
    expect(await csv(given(), lina)).toBe('\ufeffName,Cost,At,Day,Blocked\r\n')
  })

  test('holds no text that a spreadsheet runs as a formula; telephone numbers stay as they are', async () => {
    for (const text of [
      '=1+1',
      '+SUM(A1)',
      '-2+3',
      '@x',
      '\t=1',
      '\r=1',
      '=HYPERLINK("http://x";"y")',
      '+1-2',
      '＝1+1',
      '＋SUM(A1)',
      '－2+3',
      '＠x',
    ])
      expect(await inCsv(text)).toEqual([`'${text}`])
    for (const text of ['+390721551234', '+39 0721 551234', 'a=b', '1-2', 'x@y.it'])
      expect(await inCsv(text)).toEqual([text])
  })

  test('any text comes back as it was, but for the mark before a formula', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom(...'a0 ,;"\'\r\n\t=+-@|é\ufeff😀'), minLength: 1 })),
        async (texts) => {
          const back = await inCsv(...texts)
          expect(back).toHaveLength(texts.length)
          texts.forEach((text, n) => {
            expect([text, `'${text}`]).toContain(back[n])
          })
        },
      ),
      { numRuns: 200 },
    ))
})

describe('XLSX', () => {
  test('is a workbook with typed cells: texts, numbers, the reader’s clock, days, yes and no', async () => {
    const sheet = await sheetOf(streamTable('xlsx', columns, given(anna, later), lina))
    expect(sheet.getRow(1).values).toEqual([undefined, 'Name', 'Cost', 'At', 'Day', 'Blocked'])
    expect(sheet.getRow(1).getCell(1).font.bold).toBe(true)
    const row = sheet.getRow(2)
    expect(row.getCell(1).value).toBe(anna.name)
    expect(row.getCell(2).value).toBe(-1234.5)
    expect((row.getCell(3).value as Date).toISOString()).toBe('2026-03-29T01:59:59.000Z')
    expect((row.getCell(4).value as Date).toISOString()).toBe('2026-02-28T00:00:00.000Z')
    expect(row.getCell(5).value).toBe(true)
    const next = sheet.getRow(3)
    expect([next.getCell(1).value, next.getCell(2).value, next.getCell(5).value]).toEqual([null, null, false])
    expect((next.getCell(3).value as Date).toISOString()).toBe('2026-03-29T03:00:00.000Z')
  })

  test('keeps a formula as text, escapes what XML and the format give a meaning, and drops what it cannot hold', async () => {
    const back = async (text: string) =>
      (await sheetOf(streamTable('xlsx', one, given(text), lina))).getRow(2).getCell(1).value
    expect(await back('=1+1')).toBe('=1+1')
    expect(await back('<a href="&amp;">')).toBe('<a href="&amp;">')
    expect(await back(' two  blanks \n line')).toBe(' two  blanks \n line')
    expect(await back('a\u0001b\u001fc')).toBe('abc')
    expect(await back('_x0041_')).toBe('_x005F_x0041_') // a spreadsheet reads it back as it was; this reader hands it over as written
    expect(await back('x'.repeat(40_000))).toHaveLength(32_767)
  })

  test('without rows is a sheet with headings', async () => {
    expect((await sheetOf(streamTable('xlsx', columns, given(), lina))).rowCount).toBe(1)
  })
})

describe('a stream', () => {
  const endless = (state: { read: number; ended: boolean }): AsyncIterable<Row> =>
    (async function* () {
      try {
        for (;;) {
          state.read += 1
          yield { ...anna, name: `${state.read} ${'x'.repeat(100)}` }
        }
      } finally {
        state.ended = true
      }
    })()

  test.each(['csv', 'xlsx'] as const)(
    'of %s is made no faster than it is read, and its source ends with it',
    async (format) => {
      const state = { read: 0, ended: false }
      const stream = streamTable(format, columns, endless(state), lina)
      for await (const _ of stream) if (state.read > 2000) break
      const { read } = state
      await new Promise((resolve) => setImmediate(resolve))
      expect(state.read - read).toBeLessThan(2000)
      await expect.poll(() => state.ended).toBe(true)
    },
  )

  test.each(['csv', 'xlsx'] as const)('of %s breaks off when its rows fail', async (format) => {
    const failing = (async function* () {
      yield anna
      throw new Error('gone')
    })()
    await expect(textOf(streamTable(format, columns, failing, lina))).rejects.toThrow('gone')
  })
})

describe('every row', () => {
  const pages = (failing = false) => {
    const asked: (string | undefined)[] = []
    const page = async ({ after, limit }: { after?: string; limit: number }) => {
      asked.push(after)
      if (failing) throw new Error('refused')
      const from = Number(after ?? 0)
      return { items: [from, from + 1], next: from < 4 && limit > 0 ? String(from + 2) : null }
    }
    return { asked, page }
  }

  test('is read page by page, the next one only when it is wanted', async () => {
    const { asked, page } = pages()
    const rows: number[] = []
    for await (const row of await everyRow(page)) {
      rows.push(row)
      if (row === 1) expect(asked).toEqual([undefined])
    }
    expect(rows).toEqual([0, 1, 2, 3, 4, 5])
    expect(asked).toEqual([undefined, '2', '4'])
  })

  test('refuses before the first row', async () => {
    await expect(everyRow(pages(true).page)).rejects.toThrow('refused')
  })
})
