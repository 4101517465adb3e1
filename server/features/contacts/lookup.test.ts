import { describe, expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'

const search = async (company: TestCompany, q: string, more: Record<string, string> = {}) =>
  (await company.get(`/contacts/search?${new URLSearchParams({ q, ...more })}`)).body as {
    items: { id: number; name: string; words: number[]; lastInteractionAt: string | null }[]
    sure: boolean
  }
const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name)

async function fill(company: TestCompany) {
  const acme = await company.given.contact({
    no: 'CT00001',
    type: 'company',
    name: 'Acme Valvole S.r.l.',
    phone: '+390721551234',
    city: 'Fano',
  })
  const jane = await company.given.contact({
    name: 'Jane Rossi',
    companyId: acme,
    email: 'jane@acme.example',
    mobilePhone: '+393471234567',
  })
  const other = await company.given.contact({ name: 'Jane Rossi', city: 'Lecco' })
  const bianchi = await company.given.contact({ name: 'Carlo Bianchi' })
  return { acme, jane, other, bianchi }
}

describe('finding whom words mean', () => {
  test('CON-150 by words of name, employer and city in any order, number, e-mail, telephone in any spelling', async () => {
    const company = await testCompany()
    const { acme, jane, other } = await fill(company)
    const first = async (q: string) => (await search(company, q)).items[0]?.id
    for (const q of [
      'acme jane',
      'jane acme',
      'Jane Rossi Acme',
      'rossi valvole',
      'jane@acme.example',
      '347 123 4567',
      '+39 347/1234567',
    ])
      expect(await first(q), q).toBe(jane)
    for (const q of ['jane lecco', 'rossi lec']) expect(await first(q), q).toBe(other)
    for (const q of ['ct00001', 'acme srl', 'valv', 'ac', '0721 551234']) expect(await first(q), q).toBe(acme)
    expect(await search(company, 'nobody')).toEqual({ items: [], sure: false })
    expect((await search(company, '  ')).items).toEqual([])
  })

  test('CON-153 CON-154 is never sure of one of two that are alike, nor of a misspelt name', async () => {
    const company = await testCompany()
    const { jane, bianchi } = await fill(company)
    expect((await search(company, 'jane rossi')).sure).toBe(false)
    expect((await search(company, 'jane rossi acme')).sure).toBe(true)
    const guessed = await search(company, 'bianhci')
    expect([guessed.items[0]?.id, guessed.sure]).toEqual([bianchi, false])
    await company.given.interactions({ contactId: jane, templateId: await company.given.template(), count: 1 })
    await company.db
      .updateTable('interaction')
      .set({ occurredAt: new Date(Date.now() - 3_600_000).toISOString() })
      .execute()
    expect(await search(company, 'jane rossi')).toMatchObject({ sure: true, items: [{ id: jane, words: [0, 1] }, {}] })
  })

  test('finds the name in a line that says more, and tells which words it is', async () => {
    const company = await testCompany()
    const { jane } = await fill(company)
    const found = await search(company, 'spoke with Jane Acme about the new pump offer', { onlyName: 'false' })
    expect(found.items[0]).toMatchObject({ id: jane, words: [2, 3] })
  })

  test('whom the caller spoke with lately is found among any number of the same name', async () => {
    const company = await testCompany()
    await Promise.all(Array.from({ length: 120 }, () => company.given.contact({ name: 'Mario Verdi' })))
    const mario = await company.given.contact({ name: 'Mario Verdi' })
    await company.given.interactions({ contactId: mario, templateId: await company.given.template(), count: 1 })
    await company.db.updateTable('interaction').set({ occurredAt: new Date().toISOString() }).execute()
    const { items } = await search(company, 'mario verdi')
    expect([items.length, items[0]?.id]).toEqual([12, mario])
  })

  test('signs of patterns and faulty queries do no harm', async () => {
    const company = await testCompany()
    await fill(company)
    for (const q of ['%', '_ane', "'", '\\', '%%% ___', 'a'.repeat(500), '((('.repeat(50)])
      expect(names(await search(company, q))).toEqual([])
    for (const query of ['', 'q=', `q=${'a'.repeat(501)}`, 'q=a&limit=51', 'q=a&limit=0', 'q=%00'])
      expect((await company.get(`/contacts/search?${query}`)).status, query).toBe(422)
    const blind = await testCompany({ rights: [] })
    expect((await blind.get('/contacts/search?q=a')).status).toBe(403)
  })
})

describe('figures of a contact', () => {
  const ago = (months: number) => {
    const day = new Date()
    return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, 15, 12)).toISOString()
  }

  test('INT-502 INT-503 CON-104 count, cost, minutes and direction of twelve months: of a company with its people, without canceled ones', async () => {
    const company = await testCompany()
    const { acme, jane } = await fill(company)
    const templateId = await company.given.template()
    const set = (id: number | undefined, values: object) =>
      company.db
        .updateTable('interaction')
        .set(values)
        .where('id', '=', id ?? 0)
        .execute()
    const ids = await company.given.interactions({ contactId: jane, companyId: acme, templateId, count: 4 })
    await set(ids[0], { occurredAt: ago(1), informationFlow: 'outbound', cost: '10.55' })
    await set(ids[1], { occurredAt: ago(3), informationFlow: 'inbound', attemptFailed: true })
    await set(ids[2], { occurredAt: ago(2), canceled: true })
    await set(ids[3], { occurredAt: ago(14) })
    const [own] = await company.given.interactions({ contactId: acme, companyId: acme, templateId, count: 1 })
    await set(own, { occurredAt: ago(1) })
    const facts = async (id: number) => (await company.get(`/contacts/${id}/facts`)).body
    expect(await facts(jane)).toMatchObject({
      interactions: 2,
      cost: '12.55',
      durationMin: 20,
      outbound: 1,
      inbound: 1,
      lastInteraction: { id: ids[0] },
    })
    expect(await facts(acme)).toMatchObject({ interactions: 3, cost: '14.55', durationMin: 30 })
    const { byMonth } = await facts(acme)
    expect(byMonth.map(({ count }: { count: number }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0])
    expect(byMonth[10].month).toBe(ago(1).slice(0, 7))
  })

  test('CON-102 INT-504 the last attempt is the newest that we began, failed or not, but neither canceled nor ahead', async () => {
    const company = await testCompany()
    const { jane } = await fill(company)
    const ids = await company.given.interactions({
      contactId: jane,
      templateId: await company.given.template(),
      count: 4,
    })
    const set = (n: number, values: object) =>
      company.db
        .updateTable('interaction')
        .set(values)
        .where('id', '=', ids[n] ?? 0)
        .execute()
    await set(0, { occurredAt: '2026-03-01T09:00:00Z', initiatedBy: 'them' })
    await set(1, { occurredAt: '2026-03-05T09:00:00Z', initiatedBy: 'us', attemptFailed: true })
    await set(2, { occurredAt: '2026-03-08T09:00:00Z', initiatedBy: 'us', canceled: true })
    await set(3, { occurredAt: '2999-01-01T00:00:00Z', initiatedBy: 'us' })
    expect((await company.get(`/contacts/${jane}/facts`)).body).toMatchObject({
      lastInteraction: { occurredAt: '2026-03-01T09:00:00Z' },
      lastAttemptAt: '2026-03-05T09:00:00Z',
    })
  })

  test('of somebody with whom nothing happened are zero; of nobody there are none', async () => {
    const company = await testCompany()
    const { bianchi } = await fill(company)
    const { body } = await company.get(`/contacts/${bianchi}/facts`)
    expect(body).toMatchObject({
      lastInteraction: null,
      lastAttemptAt: null,
      interactions: 0,
      cost: '0.00',
      durationMin: 0,
      outbound: 0,
      inbound: 0,
    })
    expect(body.byMonth).toHaveLength(12)
    expect((await company.get('/contacts/99/facts')).status).toBe(404)
  })
})
