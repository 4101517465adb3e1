import { describe, expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'

const names = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map(({ name }) => name)
const find = async (company: TestCompany, query: Record<string, string>) => {
  const answer = await company.get(`/contacts?${new URLSearchParams(query)}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return names(answer)
}

/** A company with its people, another, and a person of neither. */
async function fill(company: TestCompany) {
  const marco = await company.given.salesperson({ code: 'MD' })
  const italian = await company.given.language({ code: 'it' })
  const acme = await company.given.contact({
    no: 'CT00001',
    type: 'company',
    name: 'Acme Valvole S.r.l.',
    city: 'Milano',
    country: 'IT',
    phone: '+390721551234',
    email: 'info@acme.example',
    vatNo: 'IT01234567897',
    salespersonId: marco,
  })
  await company.given.contact({
    no: 'CT00002',
    name: 'Jane Rossi',
    surname: 'Rossi',
    companyId: acme,
    city: 'Forlì',
    mobilePhone: '+393471234567',
    email: 'jane@acme.example; jr@home.example',
    languageId: italian,
  })
  await company.given.contact({ no: 'CT00003', name: 'Åsa Berg', city: 'Zürich', country: 'CH', privacyBlocked: true })
  await company.given.contact({ no: 'CT00010', type: 'company', name: 'Zeta 50% Off', phone: '+493012345678' })
  return { acme, marco, italian }
}

describe('the list', () => {
  test('comes in pages that neither repeat nor skip, in each order and its reverse', async () => {
    const company = await testCompany()
    await fill(company)
    const orders = {
      name: ['Acme Valvole S.r.l.', 'Åsa Berg', 'Jane Rossi', 'Zeta 50% Off'],
      city: ['Zeta 50% Off', 'Jane Rossi', 'Acme Valvole S.r.l.', 'Åsa Berg'],
      no: ['Acme Valvole S.r.l.', 'Jane Rossi', 'Åsa Berg', 'Zeta 50% Off'],
      changedAt: ['Acme Valvole S.r.l.', 'Jane Rossi', 'Åsa Berg', 'Zeta 50% Off'],
    }
    const inPages = async (sort: string, after = ''): Promise<string[]> => {
      const query = new URLSearchParams({ sort, limit: '1', ...(after && { after }) })
      const { body } = await company.get(`/contacts?${query}`)
      return [...names({ body }), ...(body.next === null ? [] : await inPages(sort, body.next))]
    }
    for (const [sort, expected] of Object.entries(orders)) {
      expect(await inPages(sort), sort).toEqual(expected)
      expect(await inPages(`-${sort}`), sort).toEqual(expected.toReversed())
    }
    expect(await find(company, {})).toEqual(orders.name)
  })

  test('names employer, salesperson and language as they are called now, and counts a company’s people', async () => {
    const company = await testCompany()
    const { acme, marco } = await fill(company)
    const { body } = await company.get('/contacts?sort=no')
    expect(body.items[0]).toMatchObject({
      id: acme,
      companyName: null,
      salespersonId: marco,
      salespersonCode: 'MD',
      people: 1,
    })
    expect(body.items[1]).toMatchObject({
      companyId: acme,
      companyName: 'Acme Valvole S.r.l.',
      languageCode: 'it',
      people: 0,
    })
    expect(body.items[0]).not.toHaveProperty('searchText')
    expect(names(await company.get(`/contacts/${acme}/people`))).toEqual(['Jane Rossi'])
    expect((await company.get('/contacts/99/people')).status).toBe(404)
  })

  test('refuses a cursor of another list and an order that it does not have', async () => {
    const company = await testCompany()
    const cursor = Buffer.from('["x","y","z"]').toString('base64url')
    expect(await company.get(`/contacts?after=${cursor}`)).toMatchObject({
      status: 422,
      body: { type: '/problems/cursor-invalid' },
    })
    const foreign = Buffer.from('["not a time","1"]').toString('base64url')
    expect((await company.get(`/contacts?sort=changedAt&after=${foreign}`)).status).toBe(422)
    expect((await company.get('/contacts?sort=phone')).body.errors).toMatchObject([{ pointer: '/sort' }])
    expect((await company.get('/contacts?colour=red')).body.errors).toMatchObject([{ pointer: '/colour' }])
  })

  test('needs the right to read contacts', async () => {
    const company = await testCompany({ rights: ['contacts.edit'] })
    const id = await company.given.contact()
    for (const path of [
      '/contacts',
      '/contacts/count',
      `/contacts/${id}`,
      `/contacts/${id}/people`,
      '/contacts/filters?field=name&text=a',
    ])
      expect((await company.get(path)).status, path).toBe(403)
  })
})

describe('a search', () => {
  test('finds contacts that have every word, wherever it stands, without case and accents', async () => {
    const company = await testCompany()
    await fill(company)
    const found = (q: string) => find(company, { q })
    expect(await found('VALVOLE acme')).toEqual(['Acme Valvole S.r.l.'])
    expect(await found('forli')).toEqual(['Jane Rossi'])
    expect(await found('asa zurich')).toEqual(['Åsa Berg'])
    expect(await found('acme.example')).toEqual(['Acme Valvole S.r.l.', 'Jane Rossi'])
    expect(await found('jr@home.example')).toEqual(['Jane Rossi'])
    expect(await found('ct00003')).toEqual(['Åsa Berg'])
    expect(await found('IT01234567897')).toEqual(['Acme Valvole S.r.l.'])
    expect(await found('acme berg')).toEqual([])
    expect(await found('   ')).toHaveLength(4)
  })

  test('finds a telephone number however it is written', async () => {
    const company = await testCompany()
    await fill(company)
    for (const q of [
      '0721 551234',
      '+39 0721 55 12 34',
      '0039 0721-551234',
      '(0721) 551.234',
      '551234',
      'acme 0721/551234',
    ])
      expect(await find(company, { q }), q).toEqual(['Acme Valvole S.r.l.'])
    for (const q of ['030 12345678', '+49 (0)30 12345678', '+49 30/12345678'])
      expect(await find(company, { q }), q).toEqual(['Zeta 50% Off'])
    expect(await find(company, { q: '347 123 4567' })).toEqual(['Jane Rossi'])
  })

  test('looks for a word of one or two letters where words begin, and takes signs of patterns as they are', async () => {
    const company = await testCompany()
    await fill(company)
    expect(await find(company, { q: 'ro' })).toEqual(['Jane Rossi'])
    expect(await find(company, { q: 'os' })).toEqual([])
    expect(await find(company, { q: '50%' })).toEqual(['Zeta 50% Off'])
    for (const q of ['A%e', 'J_ne', '\\', "'"]) expect(await find(company, { q }), q).toEqual([])
  })

  test('is counted', async () => {
    const company = await testCompany()
    await fill(company)
    expect((await company.get('/contacts/count?q=acme')).body).toEqual({ count: 2, more: false })
    expect((await company.get('/contacts/count?type=person&country=CH')).body).toEqual({ count: 1, more: false })
  })
})

describe('filters', () => {
  test('take expressions on every field that the list offers; several must all be fulfilled', async () => {
    const company = await testCompany()
    const { acme, marco } = await fill(company)
    const cases: readonly [query: Record<string, string>, found: string[]][] = [
      [{ name: 'jane*' }, ['Jane Rossi']],
      [{ name: '*valvole*|*berg' }, ['Acme Valvole S.r.l.', 'Åsa Berg']],
      [{ name: '<>*valvole*&<>*berg' }, ['Jane Rossi', 'Zeta 50% Off']],
      [{ name: 'b..k' }, ['Jane Rossi']],
      [{ name: "'Jane Rossi'" }, ['Jane Rossi']],
      [{ name: "'jane Rossi'" }, []],
      [{ name: 'j?ne rossi' }, ['Jane Rossi']],
      [{ no: 'CT00002..CT00003' }, ['Åsa Berg', 'Jane Rossi']],
      [{ type: 'person', city: '<>zurich' }, ['Jane Rossi']],
      [{ surname: 'rossi' }, ['Jane Rossi']],
      [{ companyName: '*acme*' }, ['Jane Rossi']],
      [{ companyName: "''", type: 'person' }, ['Åsa Berg']],
      [{ companyId: String(acme) }, ['Jane Rossi']],
      [{ salespersonId: String(marco) }, ['Acme Valvole S.r.l.']],
      [{ salespersonCode: 'md' }, ['Acme Valvole S.r.l.']],
      [{ salespersonCode: "''", type: 'company' }, ['Zeta 50% Off']],
      [{ salespersonCode: '<>md' }, ['Åsa Berg', 'Jane Rossi', 'Zeta 50% Off']],
      [{ salespersonCode: 'XX' }, []],
      [{ languageCode: 'it' }, ['Jane Rossi']],
      [{ city: "''" }, ['Zeta 50% Off']],
      [{ country: 'it|ch' }, ['Acme Valvole S.r.l.', 'Åsa Berg']],
      [{ email: '*home*' }, ['Jane Rossi']],
      [{ phone: '*551*' }, ['Acme Valvole S.r.l.']],
      [{ vatNo: '<>' + "''" }, ['Acme Valvole S.r.l.']],
      [{ privacyBlocked: 'yes' }, ['Åsa Berg']],
      [{ changedAt: 'today', q: 'rossi' }, ['Jane Rossi']],
      [{ changedAt: '..2020-12-31' }, []],
      [{ correspondenceType: 'Email' }, []],
    ]
    for (const [query, expected] of cases) expect(await find(company, query), JSON.stringify(query)).toEqual(expected)
  })

  test('know the user’s own salesperson as %mysalesperson', async () => {
    const company = await testCompany()
    await fill(company)
    expect(await find(company, { salespersonCode: '%mysalesperson' })).toEqual([])
    const mine = await testCompany({ salespersonId: 1 })
    const other = await fill(mine)
    expect(other.marco).toBe(1)
    expect(await find(mine, { salespersonCode: '%mysalesperson' })).toEqual(['Acme Valvole S.r.l.'])
  })

  test('that are faulty are refused together, each at its field and character', async () => {
    const company = await testCompany()
    const answer = await company.get(
      `/contacts?${new URLSearchParams({ name: '(a', changedAt: 'yesterdax', type: 'firm', salespersonCode: '(' })}`,
    )
    expect(answer).toMatchObject({ status: 422, body: { type: '/problems/filter-invalid' } })
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual([
      '/changedAt',
      '/name',
      '/salespersonCode',
      '/type',
    ])
  })

  test('are explained while they are typed', async () => {
    const company = await testCompany()
    const ask = (field: string, text: string) =>
      company.get(`/contacts/filters?${new URLSearchParams({ field, text })}`)
    expect((await ask('name', 'ac*')).body.meaning).toMatch(/ac/)
    expect((await ask('changedAt', '(today')).body).toMatchObject({ at: expect.any(Number), fault: expect.any(String) })
    expect((await ask('colour', 'red')).status).toBe(404)
  })
})

describe('CON-101 the last interaction of a row', () => {
  test('is the newest that has happened and was not canceled or failed; a company’s counts its people', async () => {
    const company = await testCompany()
    const { acme } = await fill(company)
    const templateId = await company.given.template()
    const jane = (await company.get('/contacts?q=jane')).body.items[0].id
    const [first, second] = await company.given.interactions({ contactId: jane, companyId: acme, templateId, count: 2 })
    const last = async () =>
      (await company.get('/contacts?sort=no')).body.items.map(
        (one: { lastInteraction: { id: number } | null }) => one.lastInteraction?.id ?? null,
      )
    const set = (id: number | undefined, values: object) =>
      company.db
        .updateTable('interaction')
        .set(values)
        .where('id', '=', id ?? 0)
        .execute()
    expect(await last()).toEqual([second, second, null, null])
    expect((await company.get('/contacts?sort=no')).body.items[0].lastInteraction).toEqual({
      id: second,
      occurredAt: '2026-01-01T02:00:00Z',
      kind: 'call',
      description: 'Entry 2',
    })
    await set(second, { canceled: true })
    expect(await last()).toEqual([first, first, null, null])
    await set(second, { canceled: false, attemptFailed: true })
    expect(await last()).toEqual([first, first, null, null])
    await set(second, { attemptFailed: false, occurredAt: '2999-01-01T00:00:00Z' })
    expect(await last()).toEqual([first, first, null, null])
    await set(first, { private: true, userId: 99 })
    expect(await last()).toEqual([null, null, null, null])
  })

  test('can be filtered, so that those who rest can be found', async () => {
    const company = await testCompany()
    const { acme } = await fill(company)
    const templateId = await company.given.template()
    await company.given.interactions({ contactId: acme, companyId: acme, templateId, count: 1 })
    expect(await find(company, { lastInteractionAt: '2026-01-01' })).toEqual(['Acme Valvole S.r.l.'])
    expect(await find(company, { lastInteractionAt: "''|..2025-12-31", type: 'company' })).toEqual(['Zeta 50% Off'])
  })
})
