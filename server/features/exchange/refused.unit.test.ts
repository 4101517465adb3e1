import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { fileOf } from '#tests/files.ts'
import { guessColumns } from './columns.ts'
import type { RowFault } from './faults.ts'
import { type RefusedRow, refusedRowsFile } from './refused.ts'
import { readTable, type Table } from './table.ts'

const fault: RowFault = { field: 'email', column: 1, type: 'email-invalid', values: { value: 'hello@brightmoss' } }

async function written(table: Table, refused: RefusedRow[], language: 'en' | 'it' = 'en'): Promise<string> {
  return (
    await Array.fromAsync(
      refusedRowsFile(
        table,
        (async function* () {
          yield* refused
        })(),
        language,
      ),
    )
  ).join('')
}

test('6.14 refused rows come back with their line and reason, in the language of the user', async () => {
  const table = await readTable(fileOf('Ragione sociale;E-mail\nBright & Moss;hello@brightmoss\n'))
  const [row] = table.samples
  const refused = row
    ? [
        {
          row,
          faults: [
            fault,
            {
              field: 'country',
              column: null,
              type: 'country-misspelt',
              values: { value: 'Itaglia', like: 'IT' },
            } as const,
          ],
        },
      ]
    : []
  expect((await written(table, refused)).split('\r\n')).toEqual([
    '\ufeffRagione sociale;E-mail;Line;Why refused',
    'Bright & Moss;hello@brightmoss;2;“hello@brightmoss” is not an e-mail address. There is no country “Itaglia”: is Italy meant?',
    '',
  ])
  expect(await written(table, refused, 'it')).toContain(
    '2;«hello@brightmoss» non è un indirizzo e-mail. Non c’è un paese «Itaglia»: forse Italia?',
  )
})

test('6.14 no cell of the file runs as a formula, and each is read back as it was, line after line', async () => {
  const cell = fc.oneof(
    fc.constantFrom('=1+1', '+39 030 555', "'=x", '@sum', '-5', '\tx', '＝A1', 'a;b', '"q"', 'one\ntwo'),
    fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\r', '').replaceAll('\x1a', '')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 2, maxLength: 8 }), async (rows) => {
      const table = await readTable(fileOf('A;B;C\n1;2;3\n1;2;3\n'))
      const text = await written(
        table,
        rows.map((cells, at) => ({ row: { line: at + 2, cells }, faults: [fault] })),
      )
      const cells = Papa.parse<string[]>(text, { delimiter: ';', newline: '\r\n' }).data.flat()
      expect(cells.filter((one) => /^[=+\-@\t\r＝＋－＠]/.test(one))).toEqual([])
      const again = await Array.fromAsync((await readTable(fileOf(text))).rows())
      expect(again.map((row) => row.cells.slice(0, 3))).toEqual(rows)
    }),
  )
})

test('the columns that the file adds are not taken for fields', async () => {
  const added = ['Line', 'Why refused', 'Riga', 'Motivo del rifiuto']
  expect(guessColumns(added, [['2', 'x', '3', 'y']]).map((guess) => guess.field)).toEqual([null, null, null, null])
})
