import { describe, expect, test } from 'vitest'
import { journal } from '#kernel/journal.ts'
import { inTransaction } from '#kernel/transaction.ts'
import { testCompany } from '#tests/company.ts'
import { createContacts } from './service/create.ts'

const pointers = (answer: { body: { errors: { pointer: string }[] } }) =>
  answer.body.errors.map((fault) => fault.pointer)

describe('numbers', () => {
  test('CON-001 the next number of the series is taken; those in use are skipped', async () => {
    const company = await testCompany()
    await company.given.contact({ no: 'CT00002' })
    const numbers = []
    for (const name of ['A', 'B', 'C'])
      numbers.push((await company.post('/contacts', { type: 'company', name })).body.no)
    expect(numbers).toEqual(['CT00001', 'CT00003', 'CT00004'])
  })

  test('CON-002 a typed number is accepted when it is free, in upper case; a taken one is refused at its field', async () => {
    const company = await testCompany()
    const make = (no: string) => company.post('/contacts', { type: 'company', name: 'Acme', no })
    expect((await make('ab-1')).body.no).toBe('AB-1')
    expect(await make('AB-1')).toMatchObject({
      status: 409,
      body: { type: '/problems/code-exists', title: 'The code AB-1 is taken already', errors: [{ pointer: '/no' }] },
    })
    expect(await company.count('contact')).toBe(1)
  })

  test('a request repeated with its key makes one contact, a key used for another is refused', async () => {
    const company = await testCompany()
    const send = (name: string) => company.post('/contacts', { type: 'company', name }, { key: 'k' })
    const [first, twin] = await Promise.all([send('Acme'), send('Acme')])
    expect(twin.body).toEqual(first.body)
    expect(await company.count('contact')).toBe(1)
    expect((await send('Other')).body.type).toBe('/problems/key-reused')
  })

  test('many are stored in one go: faulty ones are told apart, the others stay', async () => {
    const company = await testCompany()
    const rows = Array.from({ length: 3000 }, (_, n) => ({
      type: 'company' as const,
      name: `Firm ${n}`,
      ...(n === 7 && { no: 'X' }),
      ...(n === 9 && { no: 'x' }),
    }))
    const made = await inTransaction(company.ctx, async (tx) => {
      const { actId } = await journal(tx, 'contact.created')
      return createContacts(tx, [...rows, { type: 'person', name: 'Nobody', companyId: 99 }], actId)
    })
    expect(made[0]?.stored?.no).toBe('CT00001')
    expect(made[7]?.stored?.no).toBe('X')
    expect(made[9]).toMatchObject({ stored: null, faults: [{ pointer: '/no', type: 'code-exists' }] })
    expect(made[3000]?.faults).toMatchObject([{ pointer: '/companyId', type: 'contact-not-found' }])
    expect(await company.count('contact')).toBe(2999)
    const { body } = await company.get(`/contacts/${made[2999]?.stored?.id}`)
    expect(body.name).toBe('Firm 2999')
  })
})

describe('defaults', () => {
  test('CON-003 CON-004 what is left out takes the set-up’s language and the user’s salesperson; a value or a blank stays', async () => {
    const company = await testCompany({ salespersonId: 1 })
    const mine = await company.given.salesperson({ code: 'ME' })
    const other = await company.given.salesperson({ code: 'OT' })
    const italian = await company.given.language({ code: 'it' })
    expect(mine).toBe(1)
    const make = async (more: object) =>
      (await company.post('/contacts', { type: 'company', name: 'Acme', ...more })).body
    expect(await make({})).toMatchObject({
      languageId: italian,
      languageCode: 'it',
      salespersonId: mine,
      salespersonCode: 'ME',
    })
    expect(await make({ salespersonId: other, languageId: null })).toMatchObject({
      languageId: null,
      salespersonId: other,
    })
    await company.db
      .updateTable('salesperson')
      .set({ closedAt: '2026-01-01T00:00:00Z' })
      .where('id', '=', mine)
      .execute()
    expect(await make({})).toMatchObject({ salespersonId: null })
  })

  test('CON-007 CON-059 a person of a company begins with the company’s data; inheritance wins over defaults, what is given over both', async () => {
    const company = await testCompany({ salespersonId: 1 })
    await company.given.salesperson()
    const theirs = await company.given.salesperson()
    const english = await company.given.language({ code: 'en' })
    await company.given.language({ code: 'it' })
    const companyId = await company.given.contact({
      type: 'company',
      name: 'Acme',
      salespersonId: theirs,
      languageId: english,
      territory: 'NORTH',
      country: 'CH',
      address: 'Via 1',
      city: 'Lugano',
      phone: '+41919234567',
      email: 'info@acme.example',
      correspondenceType: 'hardCopy',
    })
    const { body } = await company.post('/contacts', {
      type: 'person',
      name: 'Jane Rossi',
      companyId,
      city: 'Bern',
      email: null,
    })
    expect(body).toMatchObject({
      companyName: 'Acme',
      salespersonId: theirs,
      languageId: english,
      territory: 'NORTH',
      country: 'CH',
      address: 'Via 1',
      city: 'Bern',
      phone: '+41919234567',
      email: null,
      correspondenceType: 'hardCopy',
    })
  })
})

describe('names', () => {
  test('CON-014 a typed name of a person is split into its parts, particles kept together, nothing cut', async () => {
    const company = await testCompany()
    const make = async (name: string) => (await company.post('/contacts', { type: 'person', name })).body
    expect(await make('Anna  De Luca')).toMatchObject({
      name: 'Anna De Luca',
      firstName: 'Anna',
      middleName: null,
      surname: 'De Luca',
    })
    expect(await make('Rossi, Mario')).toMatchObject({ name: 'Mario Rossi', firstName: 'Mario', surname: 'Rossi' })
    expect(await make('Madonna')).toMatchObject({ firstName: 'Madonna', surname: null })
  })

  test('CON-015 parts make the name, and one of the two is required', async () => {
    const company = await testCompany()
    const make = (parts: object) => company.post('/contacts', { type: 'person', ...parts })
    expect((await make({ firstName: 'Anna', surname: 'Conti' })).body.name).toBe('Anna Conti')
    expect((await make({ name: 'A. Conti', firstName: 'Anna', surname: 'Conti' })).body.name).toBe('Anna Conti')
    expect(await make({})).toMatchObject({
      status: 422,
      body: { type: '/problems/field-required', errors: [{ pointer: '/name' }] },
    })
    expect((await make({ firstName: null, surname: null })).status).toBe(422)
    expect(pointers(await company.post('/contacts', { type: 'company' }))).toEqual(['/name'])
  })

  test('CON-016 CON-042 a company’s name is not split; it has no name parts, job title or employer', async () => {
    const company = await testCompany()
    const { body } = await company.post('/contacts', {
      type: 'company',
      name: 'Rossi, Bianchi & C.',
      firstName: 'Rossi',
      jobTitle: 'Firm',
    })
    expect(body).toMatchObject({
      name: 'Rossi, Bianchi & C.',
      firstName: null,
      surname: null,
      jobTitle: null,
      people: 0,
    })
    const parent = body.id
    expect(
      (await company.post('/contacts', { type: 'company', name: 'Branch', companyId: parent })).body.errors,
    ).toMatchObject([{ pointer: '/companyId', type: 'person-only', detail: 'Only a person has this' }])
    expect((await company.post('/contacts', { name: 'No type said' })).body.type).toBe('company')
  })
})

describe('what belongs to whom', () => {
  test('CON-041 an employer is a company that exists', async () => {
    const company = await testCompany()
    const person = await company.given.contact()
    const make = (companyId: number) => company.post('/contacts', { type: 'person', name: 'Jane', companyId })
    expect(await make(person)).toMatchObject({
      status: 422,
      body: { type: '/problems/company-expected', errors: [{ pointer: '/companyId' }] },
    })
    expect(await make(999)).toMatchObject({
      status: 404,
      body: { type: '/problems/contact-not-found', errors: [{ pointer: '/companyId' }] },
    })
  })

  test('CON-010 a salesperson who is closed is not accepted, nor a closed language', async () => {
    const company = await testCompany()
    const closedAt = '2026-01-01T00:00:00Z'
    const salespersonId = await company.given.salesperson({ closedAt })
    const languageId = await company.given.language({ closedAt })
    const make = (more: object) => company.post('/contacts', { type: 'company', name: 'Acme', ...more })
    expect(await make({ salespersonId })).toMatchObject({
      status: 409,
      body: { type: '/problems/salesperson-blocked' },
    })
    expect((await make({ languageId })).body.errors).toMatchObject([
      { pointer: '/languageId', type: 'language-closed' },
    ])
    expect(pointers(await make({ salespersonId: 99, languageId: 99 }))).toEqual(['/salespersonId', '/languageId'])
    expect(await company.count('contact')).toBe(0)
  })

  test('CON-045 a person has no currency and no numbers of a firm', async () => {
    const company = await testCompany()
    const answer = await company.post('/contacts', {
      type: 'person',
      name: 'Jane',
      currency: 'EUR',
      vatNo: 'IT01234567897',
      registrationNo: '1',
    })
    expect(answer.body.errors.map((fault: { pointer: string; type: string }) => [fault.pointer, fault.type])).toEqual([
      ['/currency', 'company-only'],
      ['/vatNo', 'company-only'],
      ['/registrationNo', 'company-only'],
    ])
  })
})

describe('ways to reach', () => {
  test('CON-021 numbers are kept in E.164 by the contact’s country, or as typed; letters are refused, of a fax not', async () => {
    const company = await testCompany()
    const make = (more: object) => company.post('/contacts', { type: 'company', name: 'Acme', ...more })
    expect((await make({ phone: '0721 551234' })).body.phone).toBe('+390721551234')
    expect((await make({ phone: '030 12345678', country: 'de' })).body).toMatchObject({
      phone: '+493012345678',
      country: 'DE',
    })
    expect((await make({ phone: '12' })).body.phone).toBe('12')
    expect((await make({ fax: 'by the porter' })).body.fax).toBe('by the porter')
    expect(pointers(await make({ phone: '0721 CALL', mobilePhone: 'ò33' }))).toEqual(['/phone', '/mobilePhone'])
  })

  test('CON-025 CON-026 an e-mail field may list several addresses, the second holds one; the first bad one is named', async () => {
    const company = await testCompany()
    const make = (more: object) => company.post('/contacts', { type: 'company', name: 'Acme', ...more })
    expect((await make({ email: 'a@x.it;b@x.it', email2: 'c@x.it' })).body).toMatchObject({
      email: 'a@x.it; b@x.it',
      email2: 'c@x.it',
    })
    const refused = await make({ email: 'a@x.it; b@@x.it; c', email2: 'd@x.it; e@x.it' })
    expect(refused.body.errors).toMatchObject([
      { pointer: '/email', detail: 'b@@x.it is not an e-mail address' },
      { pointer: '/email2', detail: 'd@x.it; e@x.it is not an e-mail address' },
    ])
  })

  test('CON-012 a VAT number has the format of its country, in Italy its check digit too', async () => {
    const company = await testCompany()
    const make = (more: object) => company.post('/contacts', { type: 'company', name: 'Acme', ...more })
    expect((await make({ vatNo: 'it 0123 456 7897' })).body.vatNo).toBe('IT01234567897')
    expect((await make({ vatNo: '01234567890' })).body.errors).toMatchObject([
      { pointer: '/vatNo', type: 'vat-check-digit' },
    ])
    expect((await make({ vatNo: '123', country: 'DE' })).body.errors).toMatchObject([
      { pointer: '/vatNo', detail: 'Not a number of DE: ######### (# digit, @ letter, ? either)' },
    ])
    expect((await make({ vatNo: 'us-anything', country: 'US' })).body.vatNo).toBe('US-ANYTHING')
  })
})

test('CON-093 a minor is blocked from the start; consent is asked of minors only', async () => {
  const company = await testCompany()
  const make = (more: object) => company.post('/contacts', { type: 'person', name: 'Tim', ...more })
  expect((await make({ minor: true, privacyBlocked: false })).body).toMatchObject({ minor: true, privacyBlocked: true })
  expect((await make({ parentalConsentReceived: true })).body.errors).toMatchObject([
    { pointer: '/parentalConsentReceived', type: 'minor-only' },
  ])
})

test('creating needs the right to edit contacts', async () => {
  const company = await testCompany({ rights: ['contacts.read'] })
  expect(await company.post('/contacts', { type: 'company', name: 'Acme' })).toMatchObject({
    status: 403,
    body: { type: '/problems/not-allowed' },
  })
})

test('bad input is refused at its field, all of it together, and leaves nothing', async () => {
  const company = await testCompany()
  const texts = {
    name: 200,
    name2: 100,
    firstName: 60,
    middleName: 60,
    surname: 60,
    jobTitle: 100,
    address: 200,
    address2: 200,
    postCode: 20,
    city: 100,
    county: 100,
    phone: 50,
    mobilePhone: 50,
    fax: 50,
    email: 400,
    email2: 254,
    homePage: 255,
    salutation: 50,
    territory: 50,
    vatNo: 30,
    registrationNo: 50,
    externalId: 50,
    note: 10_000,
    no: 20,
  }
  const good = { type: 'person', name: 'Jane' }
  const bad: [string, unknown][] = [
    ...Object.entries(texts).flatMap(([name, length]): [string, unknown][] => [
      [name, ''],
      [name, ' x'],
      [name, 'x'.repeat(length + 1)],
      [name, 7],
      [name, ['x']],
      [name, 'a\u0000b'],
      [name, 'a\ud800'],
    ]),
    ...['companyId', 'languageId', 'salespersonId'].flatMap((name): [string, unknown][] => [
      [name, 0],
      [name, -1],
      [name, 1.5],
      [name, '1'],
      [name, 9_007_199_254_740_992],
      [name, 9_007_199_254_740_991],
    ]),
    ...['excludeFromSegment', 'privacyBlocked', 'minor', 'parentalConsentReceived'].flatMap(
      (name): [string, unknown][] => [
        [name, 'true'],
        [name, 1],
        [name, null],
      ],
    ),
    ...['firm', null, 1, ''].map((value): [string, unknown] => ['type', value]),
    ...['fax', 1].map((value): [string, unknown] => ['correspondenceType', value]),
    ...['Italy', 'I', 'I1', 1].map((value): [string, unknown] => ['country', value]),
    ...['EURO', '€'].map((value): [string, unknown] => ['currency', value]),
    ...['javascript:alert(1)', 'ftp://x.it', 'two words'].map((value): [string, unknown] => ['homePage', value]),
    ['name', null],
    ['no', null],
    ['colour', 'red'],
    ['id', 1],
    ['version', 1],
  ]
  for (const [name, value] of bad) {
    const answer = await company.post('/contacts', { ...good, [name]: value })
    expect(
      [answer.status >= 400 && answer.status < 500, pointers(answer)],
      `${name} ${JSON.stringify(value)?.slice(0, 40)}`,
    ).toEqual([true, [`/${name}`]])
    for (const { detail } of answer.body.errors) expect(detail).toMatch(/\s/)
  }
  const many = await company.post('/contacts', { type: 'firm', name: '', country: 'Italy' })
  expect(pointers(many).sort()).toEqual(['/country', '/name', '/type'])
  expect([await company.count('contact'), await company.count('journal')]).toEqual([0, 0])
})
