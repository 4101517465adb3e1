import { describe, expect, test } from 'vitest'
import { undo } from '#kernel/undo.ts'
import { type TestCompany, testCompany } from '#tests/company.ts'
import { inverses } from '../../features.ts'

const read = async (company: TestCompany, id: number) => (await company.get(`/contacts/${id}`)).body
const change = async (company: TestCompany, id: number, body: object) =>
  company.patch(`/contacts/${id}`, body, { version: (await read(company, id)).version })
const took = async (company: TestCompany, id: number, body: object) => {
  const answer = await change(company, id, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const faults = (answer: { body: { errors: { pointer: string; type: string }[] } }) =>
  answer.body.errors.map(({ pointer, type }) => [pointer, type])
const changesOf = (company: TestCompany, actId: number) =>
  company.db
    .selectFrom('journalChange')
    .select(['recordId', 'before', 'after'])
    .where('actId', '=', actId)
    .orderBy('recordId')
    .execute()

describe('a change', () => {
  test('CON-008 names the version it saw, raises it, marks the time, and hangs before and after on its act', async () => {
    const company = await testCompany()
    const id = await company.given.contact({
      name: 'Anna Conti',
      phone: '+390721551234',
      changedAt: '2020-01-01T00:00:00Z',
    })
    const changed = await took(company, id, { jobTitle: 'Buyer', phone: '0721 551234', note: null })
    expect(changed).toMatchObject({
      jobTitle: 'Buyer',
      version: 2,
      undoId: expect.any(Number),
      undoUntil: expect.any(String),
    })
    expect(changed.changedAt > '2026').toBe(true)
    expect(await changesOf(company, changed.undoId)).toEqual([
      { recordId: id, before: { jobTitle: null }, after: { jobTitle: 'Buyer' } },
    ])
    const stale = await company.patch(`/contacts/${id}`, { jobTitle: 'Seller' }, { version: 1 })
    expect(stale).toMatchObject({
      status: 412,
      body: { type: '/problems/stale', values: { by: 'Lina Torresi', current: { id, jobTitle: 'Buyer', version: 2 } } },
    })
    expect((await company.patch(`/contacts/${id}`, { jobTitle: 'Seller' })).status).toBe(428)
    expect((await company.patch('/contacts/99', { jobTitle: 'Seller' }, { version: 1 })).status).toBe(404)
  })

  test('of two at once one is told that the other came first', async () => {
    const company = await testCompany()
    const id = await company.given.contact()
    const both = await Promise.all(['A', 'B'].map((note) => company.patch(`/contacts/${id}`, { note }, { version: 1 })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await read(company, id)).version).toBe(2)
  })

  test('to what is there already is no act', async () => {
    const company = await testCompany()
    const id = await company.given.contact({
      salespersonId: await company.given.salesperson({ closedAt: '2026-01-01T00:00:00Z' }),
    })
    const { version, salespersonId, ...before } = await read(company, id)
    expect(await took(company, id, { name: before.name, salespersonId })).toMatchObject({
      version,
      undoId: null,
      undoUntil: null,
    })
  })

  test('can be taken back; not when another has changed the same since', async () => {
    const company = await testCompany()
    const id = await company.given.contact({ city: 'Fano' })
    const { undoId } = await took(company, id, { city: 'Pesaro', note: 'moved' })
    await took(company, id, { jobTitle: 'Buyer' })
    await undo(company.ctx, inverses, undoId)
    expect(await read(company, id)).toMatchObject({ city: 'Fano', note: null, jobTitle: 'Buyer', version: 4 })
    const second = await took(company, id, { city: 'Rimini' })
    await took(company, id, { city: 'Cesena' })
    await expect(undo(company.ctx, inverses, second.undoId)).rejects.toMatchObject({ type: 'undo-not-possible' })
    expect((await read(company, id)).city).toBe('Cesena')
  })

  test('needs the right to edit contacts, taking it back too', async () => {
    const company = await testCompany()
    const id = await company.given.contact()
    const { undoId } = await took(company, id, { note: 'x' })
    const ctx = { ...company.ctx, user: { ...company.ctx.user, rights: new Set(['contacts.read'] as const) } }
    await expect(undo(ctx, inverses, undoId)).rejects.toMatchObject({ type: 'not-allowed' })
    const reader = await testCompany({ rights: ['contacts.read'] })
    const other = await reader.given.contact()
    expect((await change(reader, other, { note: 'x' })).status).toBe(403)
  })
})

describe('names', () => {
  test('CON-014 CON-015 a full name proposes its parts, a part changes the name', async () => {
    const company = await testCompany()
    const id = await company.given.contact({ name: 'Anna Conti', firstName: 'Anna', surname: 'Conti' })
    expect(await took(company, id, { surname: 'De Luca' })).toMatchObject({ name: 'Anna De Luca', firstName: 'Anna' })
    expect(await took(company, id, { name: 'Maria Grazia Verdi' })).toMatchObject({
      firstName: 'Maria',
      middleName: 'Grazia',
      surname: 'Verdi',
    })
    expect(await took(company, id, { middleName: null })).toMatchObject({ name: 'Maria Verdi' })
    expect(faults(await change(company, id, { firstName: null, middleName: null, surname: null }))).toEqual([
      ['/firstName', 'field-required'],
    ])
  })

  test('CON-018 a company’s new name is its people’s company name at once, and nothing of them is written', async () => {
    const company = await testCompany()
    const companyId = await company.given.contact({ type: 'company', name: 'Acme' })
    const id = await company.given.contact({ companyId })
    const { undoId } = await took(company, companyId, { name: 'Acme Group' })
    expect(await read(company, id)).toMatchObject({ companyName: 'Acme Group', version: 1 })
    expect(await changesOf(company, undoId)).toHaveLength(1)
  })
})

describe('type', () => {
  test('CON-042 a person that becomes a company loses name parts, job title and employer', async () => {
    const company = await testCompany()
    const companyId = await company.given.contact({ type: 'company' })
    const id = await company.given.contact({
      name: 'Rossi Impianti',
      firstName: 'Rossi',
      surname: 'Impianti',
      jobTitle: 'x',
      companyId,
    })
    const changed = await took(company, id, { type: 'company' })
    expect(changed).toMatchObject({
      type: 'company',
      name: 'Rossi Impianti',
      firstName: null,
      surname: null,
      jobTitle: null,
      companyId: null,
    })
    await undo(company.ctx, inverses, changed.undoId)
    expect(await read(company, id)).toMatchObject({ type: 'person', firstName: 'Rossi', companyId })
  })

  test('CON-043 a company that becomes a person has its name split', async () => {
    const company = await testCompany()
    const id = await company.given.contact({ type: 'company', name: 'Mario Rossi' })
    expect(await took(company, id, { type: 'person' })).toMatchObject({
      firstName: 'Mario',
      surname: 'Rossi',
      name: 'Mario Rossi',
    })
  })

  test('CON-044 CON-045 it stays while there are interactions, people or what only firms have; all of it is said', async () => {
    const company = await testCompany()
    const id = await company.given.contact({ type: 'company', name: 'Acme', currency: 'EUR', vatNo: 'IT01234567897' })
    await company.given.contact({ companyId: id })
    await company.given.interactions({ contactId: id, templateId: await company.given.template(), count: 2 })
    const refused = await change(company, id, { type: 'person' })
    expect(refused).toMatchObject({
      status: 409,
      body: { type: '/problems/contact-has-history', title: 'The type cannot change: this contact has 2 interactions' },
    })
    expect(faults(refused)).toEqual([
      ['/type', 'contact-has-history'],
      ['/type', 'contact-has-people'],
      ['/currency', 'company-only'],
      ['/vatNo', 'company-only'],
    ])
  })

  test('a change of type is not taken back once somebody belongs to the contact, or something happened with it', async () => {
    const company = await testCompany()
    const id = await company.given.contact({ name: 'Rossi' })
    const { undoId } = await took(company, id, { type: 'company' })
    await company.given.contact({ companyId: id })
    await expect(undo(company.ctx, inverses, undoId)).rejects.toMatchObject({ type: 'undo-not-possible' })
  })

  test('an employer is not taken back who has become a person', async () => {
    const company = await testCompany()
    const [former, next] = [
      await company.given.contact({ type: 'company' }),
      await company.given.contact({ type: 'company' }),
    ]
    const id = await company.given.contact({ companyId: former })
    const { undoId } = await took(company, id, { companyId: next })
    await took(company, former, { type: 'person' })
    await expect(undo(company.ctx, inverses, undoId)).rejects.toMatchObject({ type: 'undo-not-possible' })
    expect((await read(company, id)).companyId).toBe(next)
  })

  test('CON-041 only a person has an employer, and only a company employs', async () => {
    const company = await testCompany()
    const [firm, person] = [await company.given.contact({ type: 'company' }), await company.given.contact()]
    expect(faults(await change(company, firm, { companyId: firm }))).toEqual([['/companyId', 'person-only']])
    expect(faults(await change(company, person, { companyId: person }))).toEqual([['/companyId', 'company-expected']])
    expect((await took(company, person, { companyId: firm })).companyId).toBe(firm)
    expect(await took(company, person, { companyId: null })).toMatchObject({ companyId: null, companyName: null })
  })
})

describe('attaching a person to a company', () => {
  const firm = {
    type: 'company' as const,
    territory: 'NORTH',
    country: 'IT',
    address: 'Via Roma 1',
    postCode: '61032',
    city: 'Fano',
    county: 'PU',
    phone: '+390721551234',
    email: 'info@acme.example',
    homePage: 'acme.example',
    correspondenceType: 'hardCopy' as const,
  }

  test('CON-051 salesperson, territory, country and language are the company’s from now on; what it does not have takes nothing away', async () => {
    const company = await testCompany()
    const [mine, theirs] = [await company.given.salesperson(), await company.given.salesperson()]
    const language = await company.given.language()
    const companyId = await company.given.contact({ ...firm, salespersonId: theirs })
    const id = await company.given.contact({
      salespersonId: mine,
      territory: 'SOUTH',
      country: 'FR',
      languageId: language,
    })
    expect(await took(company, id, { companyId })).toMatchObject({
      salespersonId: theirs,
      territory: 'NORTH',
      country: 'IT',
      languageId: language,
    })
    const other = await company.given.contact({ type: 'company', country: 'CH' })
    expect(await took(company, id, { companyId: other })).toMatchObject({
      salespersonId: null,
      territory: null,
      country: 'CH',
      languageId: language,
    })
  })

  test('CON-052 the address is taken as one, where it was blank or that of the company it leaves', async () => {
    const company = await testCompany()
    const [first, second] = [
      await company.given.contact(firm),
      await company.given.contact({ type: 'company', address: 'Via Po 2', city: 'Torino' }),
    ]
    const id = await company.given.contact()
    expect(await took(company, id, { companyId: first })).toMatchObject({
      address: 'Via Roma 1',
      city: 'Fano',
      county: 'PU',
    })
    expect(await took(company, id, { companyId: second })).toMatchObject({
      address: 'Via Po 2',
      postCode: null,
      city: 'Torino',
      county: null,
    })
    const own = await company.given.contact({ city: 'Roma' })
    expect(await took(company, own, { companyId: first })).toMatchObject({ address: null, city: 'Roma' })
  })

  test('CON-053 each way to reach is taken where it was blank or that of the company it leaves', async () => {
    const company = await testCompany()
    const [first, second] = [
      await company.given.contact(firm),
      await company.given.contact({ type: 'company', phone: '+390111' }),
    ]
    const id = await company.given.contact({ email: 'anna@acme.example' })
    expect(await took(company, id, { companyId: first })).toMatchObject({
      email: 'anna@acme.example',
      phone: firm.phone,
      homePage: firm.homePage,
      correspondenceType: 'hardCopy',
    })
    expect(await took(company, id, { companyId: second })).toMatchObject({
      email: 'anna@acme.example',
      phone: '+390111',
      homePage: null,
      correspondenceType: null,
    })
  })

  test('CON-050 what the same change says itself wins, and all of it is one act that can be taken back', async () => {
    const company = await testCompany()
    const companyId = await company.given.contact(firm)
    const id = await company.given.contact({ country: 'FR' })
    const changed = await took(company, id, { companyId, country: 'DE', phone: null })
    expect(changed).toMatchObject({ country: 'DE', territory: 'NORTH', city: 'Fano', phone: firm.phone })
    await undo(company.ctx, inverses, changed.undoId)
    expect(await read(company, id)).toMatchObject({ companyId: null, country: 'FR', city: null, phone: null })
  })
})

describe('people follow their company', () => {
  test('CON-055 where their value equalled the old one; others keep theirs', async () => {
    const company = await testCompany()
    const [old, next, own] = [
      await company.given.salesperson(),
      await company.given.salesperson(),
      await company.given.salesperson(),
    ]
    const companyId = await company.given.contact({ type: 'company', salespersonId: old, country: 'IT' })
    const follows = await company.given.contact({ companyId, salespersonId: old, country: 'CH' })
    const keeps = await company.given.contact({ companyId, salespersonId: own })
    const elsewhere = await company.given.contact({ salespersonId: old })
    const { undoId } = await took(company, companyId, { salespersonId: next, country: 'FR' })
    expect(await read(company, follows)).toMatchObject({ salespersonId: next, country: 'CH', version: 2 })
    expect(await read(company, keeps)).toMatchObject({ salespersonId: own, version: 1 })
    expect(await read(company, elsewhere)).toMatchObject({ salespersonId: old, version: 1 })
    expect(await changesOf(company, undoId)).toEqual([
      {
        recordId: companyId,
        before: { salespersonId: old, country: 'IT' },
        after: { salespersonId: next, country: 'FR' },
      },
      { recordId: follows, before: { salespersonId: old }, after: { salespersonId: next } },
    ])
  })

  test('CON-056 in the changed parts of an address, where all of it but the county equalled', async () => {
    const company = await testCompany()
    const address = { address: 'Via Roma 1', postCode: '61032', city: 'Fano' }
    const companyId = await company.given.contact({ type: 'company', ...address, county: 'PU' })
    const follows = await company.given.contact({ companyId, ...address, county: 'Marche' })
    const keeps = await company.given.contact({ companyId, ...address, city: 'Pesaro' })
    await took(company, companyId, { address: 'Via Po 2', county: 'AN' })
    expect(await read(company, follows)).toMatchObject({ address: 'Via Po 2', city: 'Fano', county: 'AN' })
    expect(await read(company, keeps)).toMatchObject({
      address: 'Via Roma 1',
      city: 'Pesaro',
      county: null,
      version: 1,
    })
  })

  test('CON-057 in each way to reach on its own, but not in the correspondence type', async () => {
    const company = await testCompany()
    const companyId = await company.given.contact({
      type: 'company',
      phone: '+390721551234',
      email: 'info@a.it',
      correspondenceType: 'email',
    })
    const id = await company.given.contact({
      companyId,
      phone: '+390721551234',
      email: 'anna@a.it',
      correspondenceType: 'email',
    })
    await took(company, companyId, { phone: '+390721551235', email: 'new@a.it', correspondenceType: 'hardCopy' })
    expect(await read(company, id)).toMatchObject({
      phone: '+390721551235',
      email: 'anna@a.it',
      correspondenceType: 'email',
    })
  })

  test('CON-058 thousands of them in one act; taken back, whoever has changed since stays', async () => {
    const company = await testCompany()
    const companyId = await company.given.contact({ type: 'company', territory: 'NORTH' })
    const first = await company.given.contact({ companyId, territory: 'NORTH', changedAt: '2020-01-01T00:00:00Z' })
    await company.db
      .insertInto('contact')
      .columns(['no', 'type', 'name', 'companyId', 'territory', 'actId'])
      .expression((of) =>
        of
          .selectFrom(company.db.fn<{ n: number }>('generate_series', [of.lit(1), of.lit(2000)]).as('n'))
          .select((to) => [
            to.cast<string>('n', 'text').as('no'),
            to.val('person').as('type'),
            to.val('P').as('name'),
            to.val(companyId).as('companyId'),
            to.val('NORTH').as('territory'),
            to.lit(1).as('actId'),
          ]),
      )
      .execute()
    const { undoId } = await took(company, companyId, { territory: 'SOUTH' })
    expect((await company.get('/contacts/count?territory=SOUTH')).body.count).toBe(2002)
    expect((await read(company, first)).changedAt > '2026').toBe(true)
    await took(company, first, { territory: 'EAST' })
    await undo(company.ctx, inverses, undoId)
    expect((await company.get('/contacts/count?territory=NORTH')).body.count).toBe(2001)
    expect((await read(company, first)).territory).toBe('EAST')
  })
})

describe('privacy', () => {
  test('CON-093 a minor is blocked', async () => {
    const company = await testCompany()
    const id = await company.given.contact()
    expect(await took(company, id, { minor: true })).toMatchObject({ minor: true, privacyBlocked: true })
  })

  test('CON-094 a change of the consent, in either direction, blocks until somebody unblocks by hand', async () => {
    const company = await testCompany()
    const id = await company.given.contact({ minor: true, privacyBlocked: true })
    expect(await took(company, id, { parentalConsentReceived: true, privacyBlocked: false })).toMatchObject({
      parentalConsentReceived: true,
      privacyBlocked: true,
    })
    expect(await took(company, id, { privacyBlocked: false })).toMatchObject({ privacyBlocked: false })
    expect(await took(company, id, { parentalConsentReceived: false })).toMatchObject({ privacyBlocked: true })
  })

  test('CON-094 no longer a minor, the consent goes and the block stays; of others it is not asked', async () => {
    const company = await testCompany()
    const id = await company.given.contact({ minor: true, parentalConsentReceived: true, privacyBlocked: true })
    expect(await took(company, id, { minor: false })).toMatchObject({
      minor: false,
      parentalConsentReceived: false,
      privacyBlocked: true,
    })
    expect(faults(await change(company, id, { parentalConsentReceived: true }))).toEqual([
      ['/parentalConsentReceived', 'minor-only'],
    ])
    expect(await took(company, id, { privacyBlocked: false })).toMatchObject({ privacyBlocked: false })
  })

  test('CON-095 a minor without the parents’ consent stays blocked', async () => {
    const company = await testCompany()
    const id = await company.given.contact({ minor: true, privacyBlocked: true })
    expect(await change(company, id, { privacyBlocked: false })).toMatchObject({
      status: 409,
      body: { type: '/problems/parental-consent-missing', errors: [{ pointer: '/privacyBlocked' }] },
    })
  })
})

test('CON-010 CON-012 references and numbers are held to their rules in changes too; the VAT number again when the country changes', async () => {
  const company = await testCompany()
  const closed = await company.given.salesperson({ closedAt: '2026-01-01T00:00:00Z' })
  const id = await company.given.contact({ type: 'company', country: 'IT', vatNo: '01234567897' })
  expect(faults(await change(company, id, { salespersonId: closed }))).toEqual([
    ['/salespersonId', 'salesperson-blocked'],
  ])
  expect(faults(await change(company, id, { languageId: 99, email: 'x' }))).toEqual([
    ['/email', 'email'],
    ['/languageId', 'language-not-found'],
  ])
  expect(faults(await change(company, id, { country: 'DE' }))).toEqual([['/vatNo', 'vat-format']])
  expect(await took(company, id, { country: 'DE', vatNo: '123 456 789' })).toMatchObject({
    country: 'DE',
    vatNo: '123456789',
  })
})

test('bad input of a change is refused at its field and changes nothing', async () => {
  const company = await testCompany()
  const id = await company.given.contact()
  const bad: [string, unknown][] = [
    ['name', null],
    ['name', ''],
    ['type', 'firm'],
    ['type', null],
    ['city', ''],
    ['city', 'x'.repeat(101)],
    ['city', 'a\u0000'],
    ['note', '\ud800'],
    ['minor', null],
    ['companyId', 'x'],
    ['companyId', 1e300],
    ['no', 'X'],
    ['changedAt', '2026-01-01T00:00:00Z'],
  ]
  for (const [name, value] of bad) {
    const answer = await change(company, id, { [name]: value })
    expect([answer.status, faults(answer).map(([pointer]) => pointer)], `${name} ${value}`).toEqual([422, [`/${name}`]])
  }
  expect((await company.patch(`/contacts/${id}`, {}, { version: 1 })).status).toBe(422)
  expect((await company.patch(`/contacts/${id}`, [], { version: 1 })).status).toBe(422)
  expect((await read(company, id)).version).toBe(1)
})
