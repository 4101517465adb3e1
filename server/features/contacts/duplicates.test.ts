import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'

const ask = async (company: TestCompany, typed: Record<string, string>) => {
  const { status, body } = await company.get(`/contacts/duplicates?${new URLSearchParams(typed)}`)
  expect(status).toBe(200)
  return (body.items as { name: string; reasons: string[] }[]).map(({ name, reasons }) => [name, ...reasons])
}

async function fill(company: TestCompany) {
  const acme = await company.given.contact({
    type: 'company',
    name: 'Acme Valvole S.r.l.',
    phone: '+390721551234',
    vatNo: 'IT12345670017',
  })
  await company.given.contact({
    name: 'Jane Rossi',
    companyId: acme,
    email: 'jane@acme.example',
    phone: '+390721551234',
  })
  await company.given.contact({ name: 'Jane Rossini', email2: 'jane@home.example' })
  await company.given.contact({ name: 'Carlo Bianchi' })
}

test('CON-107 while a contact is typed, who may be there already is found, with why, the surest first', async () => {
  const company = await testCompany()
  await fill(company)
  expect(await ask(company, { name: 'jane ross' })).toEqual([
    ['Jane Rossi', 'name'],
    ['Jane Rossini', 'name'],
  ])
  expect(await ask(company, { name: 'Jane Rossi', email: 'Jane@Home.example' })).toEqual([
    ['Jane Rossini', 'email', 'name'],
    ['Jane Rossi', 'name'],
  ])
  expect(await ask(company, { name: 'Jane Rossi', phone: '0721 551234', vatNo: '123 456 700 17' })).toEqual([
    ['Acme Valvole S.r.l.', 'vatNo', 'phone'],
    ['Jane Rossi', 'phone', 'name'],
    ['Jane Rossini', 'name'],
  ])
  expect(await ask(company, { name: 'Acme Valvole srl' })).toEqual([['Acme Valvole S.r.l.', 'name']])
})

test('CON-107 what is nobody’s, hardly begun or blank finds nobody', async () => {
  const company = await testCompany()
  await fill(company)
  for (const typed of [{}, { name: '' }, { name: 'Ja' }, { name: 'Jane Verdi' }, { email: '%@%' }, { phone: '0721' }])
    expect(await ask(company, typed as Record<string, string>), JSON.stringify(typed)).toEqual([])
})

test('CON-107 is for whoever may read contacts, and never more than five', async () => {
  const company = await testCompany()
  for (let n = 0; n < 8; n++) await company.given.contact({ name: `Maria Verdi ${n}` })
  expect(await ask(company, { name: 'Maria Verdi' })).toHaveLength(5)
  const other = await testCompany({ rights: [] })
  expect(await other.get('/contacts/duplicates?name=Maria')).toMatchObject({ status: 403 })
  expect(await company.get('/contacts/duplicates?country=XX')).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/country' }] },
  })
})
