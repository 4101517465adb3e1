import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'

async function log(company: TestCompany, count: number) {
  const contactId = await company.given.contact({ name: '=1+1' })
  const templateId = await company.given.template({ code: 'CALL' })
  return company.given.interactions({ contactId, templateId, count })
}
const table = (text: string, delimiter: string) =>
  papaparse.parse<string[]>(text.slice(1).trimEnd(), { delimiter }).data

test('INT-300 the log is exported as CSV with its filters, order and columns, in the reader’s language', async () => {
  const company = await testCompany({ language: 'it' })
  const [first = 0, second = 0] = await log(company, 3)
  await company.post('/interactions/evaluations', { ids: [second], evaluation: 4 })
  const { body, headers } = await company.get(
    `/interactions/export?format=csv&sort=occurredAt&id=${first}|${second}&columns=occurredAt,contactName,kind,evaluation,cost,state`,
  )
  expect(headers['content-disposition']).toBe('attachment; filename="interactions.csv"')
  expect(table(body, ';')).toEqual([
    ['Data e ora', 'Contatto', 'Tipo', 'Valutazione', 'Costo', 'Stato'],
    ['2026-01-01 02:00:00', "'=1+1", 'Chiamata', '', '2,00', ''],
    ['2026-01-01 03:00:00', "'=1+1", 'Chiamata', 'Negativa', '2,00', ''],
  ])
})

test('the export goes on over its pages, nothing twice and nothing left out', async () => {
  const company = await testCompany()
  const entries = await log(company, 2500)
  const { body } = await company.get('/interactions/export?format=csv&columns=id')
  expect(table(body, ',').slice(1)).toEqual(entries.toReversed().map((id) => [String(id)]))
})

test('without columns all are exported; a workbook is one', async () => {
  const company = await testCompany()
  await log(company, 1)
  const { body } = await company.get('/interactions/export?format=csv')
  expect(table(body, ',').map((row) => row.length)).toEqual([27, 27])
  const { raw } = await company.get('/interactions/export?format=xlsx')
  expect(raw.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
})

test('an unknown column, a faulty filter and a missing right refuse the export before it begins', async () => {
  const company = await testCompany()
  const refused = async (query: string) => {
    const { status, body } = await company.get(`/interactions/export?format=csv&${query}`)
    return [status, body.errors[0]?.pointer]
  }
  expect(await refused('columns=id,secret')).toEqual([422, '/columns'])
  expect(await refused('columns=__proto__')).toEqual([422, '/columns'])
  expect(await refused('cost=a..b')).toEqual([422, '/cost'])
  const reader = await testCompany({ rights: ['interactions.read'] })
  expect((await reader.get('/interactions/export?format=csv')).status).toBe(403)
})
