import ExcelJS from 'exceljs'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { journal } from '#kernel/journal.ts'
import { inTransaction } from '#kernel/transaction.ts'
import { testCompany } from '#tests/company.ts'
import { createContacts } from './service/create.ts'

const table = (text: string, delimiter: string) =>
  papaparse.parse<string[]>(text.slice(1).trimEnd(), { delimiter }).data

test('CON-162 contacts are exported as CSV with the filters, order and columns of the list, in the reader’s language', async () => {
  const company = await testCompany({ language: 'it' })
  const companyId = await company.given.contact({ type: 'company', name: '=Acme', city: 'Fano' })
  const jane = await company.given.contact({
    no: 'CT1',
    name: 'Jane; "J"',
    companyId,
    city: 'Fano',
    phone: '+390721551234',
    correspondenceType: 'hardCopy',
  })
  await company.given.contact({ name: 'Other', city: 'Roma' })
  await company.given.interactions({ contactId: jane, companyId, templateId: await company.given.template(), count: 1 })
  const { body, headers } = await company.get(
    '/contacts/export?format=csv&city=fano&sort=-name&columns=name,companyName,type,phone,correspondenceType,privacyBlocked,lastInteractionAt',
  )
  expect(headers['content-disposition']).toBe('attachment; filename="contacts.csv"')
  expect(table(body, ';')).toEqual([
    ['Nome', 'Società', 'Tipo', 'Telefono', 'Tipo corrispondenza', 'Bloccato per privacy', 'Ultima interazione'],
    ['Jane; "J"', "'=Acme", 'Persona', '+390721551234', 'Copia cartacea', 'No', '2026-01-01 02:00:00'],
    ["'=Acme", '', 'Società', '', '', 'No', '2026-01-01 02:00:00'],
  ])
})

test('all columns and all pages without a choice, nothing twice and nothing left out; a workbook likewise', async () => {
  const company = await testCompany()
  const rows = Array.from({ length: 1200 }, (_, n) => ({ type: 'person' as const, name: `P ${n}` }))
  await inTransaction(company.ctx, async (tx) => createContacts(tx, rows, (await journal(tx, 'contact.created')).actId))
  const all = table((await company.get('/contacts/export?format=csv')).body, ',')
  expect(new Set(all.map((row) => row.length))).toEqual(new Set([37]))
  expect(new Set(all.slice(1).map((row) => row[3])).size).toBe(1200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await company.get('/contacts/export?format=xlsx&columns=no,name')).raw as never)
  expect(workbook.worksheets[0]?.rowCount).toBe(1201)
})

test('a faulty filter, an unknown column or format and a missing right are refused before anything is sent', async () => {
  const company = await testCompany()
  const pointers = async (query: string) =>
    (await company.get(`/contacts/export?${query}`)).body.errors.map((fault: { pointer: string }) => fault.pointer)
  expect(await pointers('format=csv&columns=name,secret')).toEqual(['/columns'])
  expect(await pointers('format=csv&columns=__proto__')).toEqual(['/columns'])
  expect(await pointers('format=csv&name=(a')).toEqual(['/name'])
  expect(await pointers('format=pdf')).toEqual(['/format'])
  expect(await pointers('')).toEqual(['/format'])
  const reader = await testCompany({ rights: ['contacts.read'] })
  expect((await reader.get('/contacts/export?format=csv')).status).toBe(403)
  const exporter = await testCompany({ rights: ['export'] })
  expect((await exporter.get('/contacts/export?format=csv')).status).toBe(403)
})
