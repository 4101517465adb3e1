import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileOf, zipOf } from '#tests/files.ts'
import { readTable } from './table.ts'
import { UnreadableFile } from './unreadable.ts'

const read = async (content: Uint8Array, sheet?: string) => {
  const table = await readTable(fileOf(content, 1000), sheet === undefined ? {} : { sheet })
  return { ...table, all: await Array.fromAsync(table.rows()) }
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
/** A workbook as the OpenXML SDK writes it: prefixed names, targets from the root, sheets before texts. */
const sdkWorkbook = (rows: string, { strings = '', sheet = '' } = {}) => ({
  'xl/worksheets/sheet.xml': sheet || `<x:worksheet xmlns:x="${main}"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
  'xl/sharedStrings.xml': `<x:sst xmlns:x="${main}">${strings}</x:sst>`,
  'xl/_rels/workbook.xml.rels': relations(
    relation('R2', 'worksheet', '/xl/worksheets/sheet.xml'),
    relation('R3', 'sharedStrings', '/xl/sharedStrings.xml'),
  ),
  'xl/workbook.xml': `<x:workbook xmlns:r="${office}" xmlns:x="${main}"><x:sheets><x:sheet name="Contatti" sheetId="1" r:id="R2"/></x:sheets></x:workbook>`,
  '_rels/.rels': relations(relation('R1', 'officeDocument', '/xl/workbook.xml')),
})

test('CON-162 reads what Business Central exports, where names carry a prefix and cells no place', async () => {
  const { format, sheets, headings, all } = await read(
    zipOf(
      sdkWorkbook(
        '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:v>Nome</x:v></x:c></x:row>' +
          '<x:row r="4"><x:c r="A4"><x:v>10000</x:v></x:c><x:c r="B4" t="inlineStr"><x:is><x:r><x:t>Rossi </x:t></x:r><x:r><x:t>&amp; Figli</x:t></x:r></x:is></x:c></x:row>' +
          '<x:row><x:c t="b"><x:v>1</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>',
        {
          strings:
            '<x:si><x:t>Nr.</x:t></x:si><x:si><x:r><x:t>a_x000A_</x:t></x:r><x:r><x:t>b</x:t></x:r><x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:si>',
        },
      ),
    ),
  )
  expect({ format, sheets, headings }).toEqual({ format: 'xlsx', sheets: ['Contatti'], headings: ['Nr.', 'Nome'] })
  expect(all.map((row) => [row.line, ...row.cells])).toEqual([
    [4, '10000', 'Rossi & Figli'],
    [5, 'true', 'a\nb'],
  ])
})

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('6.14 the sheet is chosen, the first visible one by itself', async () => {
  const content = await workbook((book) => {
    book.addWorksheet('Hidden', { state: 'hidden' }).addRows([['x'], ['y']])
    book.addWorksheet('Clienti').addRows([
      ['Nome', 'Città'],
      ['Rossi', 'Roma'],
    ])
    book.addWorksheet('Fornitori').addRows([
      ['Nome', 'Città'],
      ['Verdi', 'Bari'],
    ])
  })
  expect(await read(content)).toMatchObject({
    sheet: 'Clienti',
    sheets: ['Clienti', 'Fornitori'],
    all: [{ line: 2, cells: ['Rossi', 'Roma'] }],
  })
  expect((await read(content, 'Fornitori')).all[0]?.cells).toEqual(['Verdi', 'Bari'])
  await expect(read(content, 'Altro')).rejects.toMatchObject({ reason: 'no-such-sheet' })
})

test('numbers keep the look that tells: post codes their zeros, days their date, long numbers all digits', async () => {
  const content = await workbook((book) => {
    const sheet = book.addWorksheet('A')
    sheet.addRow(['CAP', 'Dal', 'Ora', 'Telefono', 'Formula', 'Link'])
    const link = { text: 'a@b.it', hyperlink: 'mailto:a@b.it' }
    const row = sheet.addRow([
      188,
      new Date('2024-02-29'),
      new Date('2024-02-29T13:30:00Z'),
      393331234567,
      { formula: '1+1', result: 2 },
      link,
    ])
    row.getCell(1).numFmt = '00000'
  })
  expect((await read(content)).all[0]?.cells).toEqual([
    '00188',
    '2024-02-29',
    '2024-02-29 13:30:00',
    '393331234567',
    '2',
    'a@b.it',
  ])
})

test('what is written by a streaming writer is read back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 2, maxLength: 4 }), {
        maxLength: 10,
      }),
      fc.boolean(),
      async (rows, useSharedStrings) => {
        const stream = new PassThrough()
        const content = buffer(stream)
        const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings })
        const sheet = writer.addWorksheet('A')
        for (const row of [['one', 'two', 'three', 'four'], ...rows]) sheet.addRow(row).commit()
        await writer.commit()
        const texts = (await read(await content)).all.map((row) => row.cells.map((cell) => cell.trim()))
        const written = rows.map((row) => Array.from({ length: 4 }, (_, at) => (row[at] ?? '').trim()))
        expect(texts).toEqual(written.filter((row) => row.some((cell) => cell !== '')))
      },
    ),
    { numRuns: 30 },
  )
})

test.each([
  [
    'word',
    { 'word/document.xml': '<w/>', '_rels/.rels': relations(relation('R1', 'officeDocument', 'word/document.xml')) },
  ],
  ['slides', { 'ppt/presentation.xml': '<p/>' }],
  ['open-document', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office/>' }],
  ['numbers', { 'Index/Document.iwa': '' }],
  ['zip', { 'contacts.csv': 'a;b' }],
  ['no-rows', sdkWorkbook('')],
  ['damaged', sdkWorkbook('', { sheet: '<worksheet><sheetData><row>' })],
  ['damaged', { ...sdkWorkbook(''), 'xl/_rels/workbook.xml.rels': '<not xml' }],
  ['too-big-inside', sdkWorkbook(`<x:row><x:c t="str"><x:v>${'x'.repeat(5_000_000)}</x:v></x:c></x:row>`)],
  ['too-many-columns', sdkWorkbook('<x:row><x:c r="XFD1" t="str"><x:v>far</x:v></x:c></x:row>')],
])('6.14 says what a zip is that is no table: %s', async (reason, parts) => {
  const refusal = await read(zipOf(parts)).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(UnreadableFile)
  expect(refusal).toMatchObject({ reason })
})

test('a workbook that is cut off is damaged', async () => {
  const content = await workbook((book) => book.addWorksheet('A').addRows([['Nome'], ['Rossi']]))
  await expect(read(content.subarray(0, content.length / 2))).rejects.toMatchObject({ reason: 'damaged' })
})
