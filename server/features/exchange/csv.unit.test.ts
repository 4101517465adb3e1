import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { fileOf } from '#tests/files.ts'
import { formulaStart, longestRow } from './row.ts'
import { readTable } from './table.ts'

const read = async (content: string | Uint8Array, piece?: number) => {
  const table = await readTable(fileOf(content, piece))
  return { ...table, all: await Array.fromAsync(table.rows()) }
}
const cells = async (content: string | Uint8Array) => (await read(content)).all.map((row) => row.cells)

test.each([
  ['semicolons, as Italian spreadsheets write', 'Nome;Città;Importo\nRossi;Roma;1,50\nBianchi;Bari;2,75\n', ';'],
  ['commas', 'Name,City\n"Rossi, Mario",Roma\n', ','],
  ['tabs', 'Name\tCity\nRossi\tRoma\n', '\t'],
  ['bars', 'Name|City\nRossi|Roma\n', '|'],
  ['the separator told in the first line', 'sep=;\nName;City, or town\nRossi;Roma, Bari\n', ';'],
])('CON-162 guesses the delimiter: %s', async (_, content, delimiter) => {
  const { dialect, headings, all } = await read(content)
  expect(dialect?.delimiter).toBe(delimiter)
  expect(headings[0]).toMatch(/^(Name|Nome)$/)
  expect(all[0]?.cells[1]).toMatch(/^Roma/)
})

test('a single column keeps its commas', async () => {
  expect(await cells('Name\nRossi, Mario\nBianchi, Anna\n')).toEqual([['Rossi, Mario'], ['Bianchi, Anna']])
})

test('single quotes are quotes where no double ones are', async () => {
  expect(await cells("'Name','City'\n'Rossi, Mario','Roma'\n")).toEqual([['Rossi, Mario', 'Roma']])
})

test('CON-162 counts the lines of the file, through cells of several lines, empty lines and every way to end a line', async () => {
  for (const end of ['\n', '\r\n', '\r', '\r\r\n']) {
    const { all } = await read(['Name,Note', 'A,"one', 'two"', '', 'B,x'].join(end), 3)
    expect(all.map((row) => [row.line, ...row.cells])).toEqual([
      [2, 'A', 'one\ntwo'],
      [5, 'B', 'x'],
    ])
  }
})

test('rows whose quotes do not pair are read line by line', async () => {
  const { all } = await read(
    'Name;City\n"La Pace" Hotel;Roma\n"La Mer" Hotel;Bari\n"Rossi; Figli";Bari\n"never closed;Pisa\nVerdi;Pisa\n',
  )
  expect(all.map((row) => [row.line, ...row.cells, row.fault])).toEqual([
    [2, '"La Pace" Hotel', 'Roma', undefined],
    [3, '"La Mer" Hotel', 'Bari', undefined],
    [4, 'Rossi; Figli', 'Bari', undefined],
    [5, '"never closed', 'Pisa', undefined],
    [6, 'Verdi', 'Pisa', undefined],
  ])
})

test('a row that does not fit the headings says why', async () => {
  const { all } = await read(`Name;City\nA;B;;\nA;B;C\n"A;b" c;"d;"e"\nA\n${'x'.repeat(40_000)};B\n`)
  expect(all.map((row) => [row.line, row.cells.length, row.fault])).toEqual([
    [2, 4, undefined],
    [3, 3, 'too-many-cells'],
    [4, 4, 'quotes-broken'],
    [5, 2, undefined],
    [6, 2, 'cell-too-long'],
  ])
})

test('a quote that is never closed costs one line, not the memory', async () => {
  const rest = Array.from({ length: 20_000 }, (_, at) => `Name ${at};City ${at}`)
  const { all } = await read(['Name;City', '"open;Roma', ...rest].join('\n'))
  expect(rest.join('\n').length).toBeGreaterThan(2 * longestRow)
  expect(all).toHaveLength(20_001)
  expect(all.at(-1)?.cells).toEqual(['Name 19999', 'City 19999'])
})

test('a file full of broken quotes is read in one go', async () => {
  const lines = Array.from({ length: 50_000 }, (_, at) => `"La Pace" Hotel ${at};Roma`)
  const { all } = await read(['Name;City', ...lines].join('\n'))
  expect(all).toHaveLength(50_000)
  expect(all.at(-1)?.cells).toEqual(['"La Pace" Hotel 49999', 'Roma'])
})

test('titles above a table are passed over; a table without headings gets the letters of its columns', async () => {
  const titled = await read('Clienti\n\nNome;Città;E-mail\nRossi;Roma;a@b.it\n')
  expect([titled.headingLine, titled.headings, titled.all[0]?.line]).toEqual([3, ['Nome', 'Città', 'E-mail'], 4])
  const bare = await read('Rossi;Roma;a@b.it\nVerdi;Bari;c@d.it\n')
  expect([bare.headingLine, bare.headings, bare.all.length]).toEqual([0, ['A', 'B', 'C'], 2])
})

const cell = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replaceAll('\r', '').replaceAll('\x1a', ''))
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 30 }))

test('CON-162 what is written as CSV is read back as it was, in any encoding and in pieces of any size', async () => {
  const encoded = { 'utf-8': Buffer.from('\ufeff'), 'utf-16le': Buffer.of(0xff, 0xfe) }
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('utf-8' as const, 'utf-16le' as const),
      fc.integer({ min: 1, max: 40 }),
      async (rows, delimiter, newline, charset, piece) => {
        const headings = (rows[0] ?? []).map((_, at) => `Column ${at}`)
        const text = Papa.unparse([headings, ...rows], {
          delimiter,
          newline,
          quotes: true,
          escapeFormulae: formulaStart,
        })
        const bytes = Buffer.concat([encoded[charset], Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'utf16le')])
        const { all } = await read(bytes, piece)
        expect(all.map((row) => row.cells)).toEqual(rows.filter((row) => row.some((one) => one.trim() !== '')))
      },
    ),
    { numRuns: 200 },
  )
})
