import fc from 'fast-check'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { ContactPatch } from '#features/contacts/schema.ts'
import { importContext } from '#tests/import-context.ts'
import { contactReader, type ImportedContact } from './contact.ts'
import { type ContactField, contactFields } from './fields.ts'

/** Reads one row whose columns are called like their fields; a field given twice has two columns. */
function read(cells: Partial<Record<ContactField, string | readonly string[]>>, context = importContext) {
  const columns = Object.entries(cells).flatMap(([field, values]) =>
    [values].flat().map((value) => ({ field: field as ContactField, value })),
  )
  const headings = columns.map(({ field }, at) => `${field} ${at}`)
  return contactReader(
    headings,
    columns.map(({ field }) => field),
    context,
  )({ line: 7, cells: columns.map(({ value }) => value) })
}
/** All that a contact has, in one. */
const told = ({ fields, ...apart }: ImportedContact) =>
  Object.fromEntries(Object.entries({ ...fields, ...apart }).filter(([, value]) => value !== null))
const contactOf = (cells: Parameters<typeof read>[0]) => told(read(cells).contact)
const faultsOf = (cells: Parameters<typeof read>[0]) =>
  read(cells).faults.map(({ field, column, type, values }) => [field, column, type, values])

test.each([
  ['one name', { name: 'Officine Bellandi' }, { type: 'company', name: 'Officine Bellandi' }],
  ['only an employer', { companyName: 'Officine Bellandi' }, { type: 'company', name: 'Officine Bellandi' }],
  [
    'parts of a name',
    { firstName: 'Anna', surname: 'De Luca', companyName: 'Acme' },
    { type: 'person', name: 'Anna De Luca', companyName: 'Acme' },
  ],
  [
    'a name and an employer',
    { name: 'Anna De Luca', companyName: 'Acme' },
    { type: 'person', firstName: 'Anna', surname: 'De Luca', companyName: 'Acme' },
  ],
  ['the same name twice', { name: 'Acme', companyName: 'Acme' }, { type: 'company', name: 'Acme' }],
  [
    'the type, in English',
    { type: 'Person', name: 'Rossi, Anna' },
    { type: 'person', name: 'Anna Rossi', surname: 'Rossi' },
  ],
  ['the type, in Italian', { type: 'Società', name: 'Rossi, Anna' }, { type: 'company', name: 'Rossi, Anna' }],
  [
    'the type, by position',
    { type: '1', name: 'Anna Rossi', no: 'C2', companyNo: 'C1' },
    { type: 'person', no: 'C2', companyNo: 'C1' },
  ],
  [
    'its own number as company',
    { type: 'Company', name: 'Acme', no: 'C1', companyNo: 'C1' },
    { type: 'company', no: 'C1' },
  ],
])('CON-042 CON-043 company or person, told by %s', (_, cells, expected) => {
  expect(contactOf(cells)).toMatchObject(expected)
  expect(read(cells).contact.companyNo ?? undefined).toBe('companyNo' in expected ? expected.companyNo : undefined)
})

test('CON-070 the contact person beside a company becomes a person at it', () => {
  const row = { no: '10000', name: 'The Cannon Group PLC', salutation: 'Mr.', jobTitle: 'Buyer', city: 'Birmingham' }
  for (const names of [{ contactPerson: 'Andy Teal' }, { type: 'company', firstName: 'Andy', surname: 'Teal' }]) {
    const { contact, person, faults } = read({ ...row, ...names })
    expect(faults).toEqual([])
    expect(told(contact)).toMatchObject({
      type: 'company',
      name: 'The Cannon Group PLC',
      no: '10000',
      city: 'Birmingham',
    })
    expect(contact.fields).toMatchObject({ salutation: null, jobTitle: null, note: null })
    const expected = {
      type: 'person',
      name: 'Andy Teal',
      firstName: 'Andy',
      surname: 'Teal',
      salutation: 'Mr.',
      jobTitle: 'Buyer',
    }
    expect(person).toMatchObject({
      fields: expected,
      no: null,
      companyName: 'The Cannon Group PLC',
      companyNo: '10000',
    })
  }
})

test('CON-042 CON-045 what does not go with the type is kept in the note', () => {
  expect(
    contactOf({ surname: 'Rossi', vatNo: '01478620173', currency: 'EUR', contactPerson: 'Bianchi' }),
  ).toMatchObject({
    type: 'person',
    note: 'currency 2: EUR\nvatNo 1: 01478620173\ncontactPerson 3: Bianchi',
  })
  expect(contactOf({ type: 'company', name: 'Acme', companyName: 'Holding', jobTitle: 'Buyer' })).toMatchObject({
    name: 'Acme',
    note: 'companyName 2: Holding\njobTitle 3: Buyer',
  })
})

test('CON-025 CON-026 e-mail addresses: lists, labels, more than two, bad ones', () => {
  expect(contactOf({ name: 'A', email: 'a@x.it ; b@x.it', email2: 'mailto:C@x.it' })).toMatchObject({
    email: 'a@x.it; b@x.it',
    email2: 'C@x.it',
  })
  expect(contactOf({ name: 'A', email: ['', '-', 'Anna <a@x.it>', 'A@X.it', 'b@x.it ::: c@x.it'] })).toMatchObject({
    email: 'a@x.it',
    email2: 'b@x.it',
    note: 'email 5: c@x.it',
  })
  expect(faultsOf({ name: 'A', email: 'a@x.it;hello@brightmoss', email2: '@' })).toEqual([
    ['email', 1, 'email-invalid', { value: 'hello@brightmoss' }],
    ['email2', 2, 'email-invalid', { value: '@' }],
  ])
})

test('CON-021 telephone numbers: E.164 with the country of the row, extensions, several in a cell, letters', () => {
  expect(contactOf({ name: 'A', country: 'Germania', phone: '030 5550181' })).toMatchObject({
    country: 'DE',
    phone: '+49305550181',
  })
  expect(contactOf({ name: 'A', phone: '+1-365-756-9410 x4781' })).toMatchObject({ phone: '+1-365-756-9410 #4781' })
  expect(
    contactOf({
      name: 'A',
      phone: ['tel:+39-030-5550114;ext=5', '030 5550114 / 333 5550115'],
      mobilePhone: '030/5550114',
    }),
  ).toMatchObject({
    phone: '+39-030-5550114 #5',
    mobilePhone: '+390305550114',
    note: 'phone 2: 030 5550114\nphone 2: 333 5550115',
  })
  expect(faultsOf({ name: 'A', phone: 'BusinessPhone', mobilePhone: '06 CALL ME', fax: 'BusinessFaxPhone' })).toEqual([
    ['phone', 1, 'phone-has-letters', { value: 'BusinessPhone' }],
    ['mobilePhone', 2, 'phone-has-letters', { value: '06 CALL ME' }],
  ])
  expect(
    read({ name: 'A', phone: '030 5550114', mobilePhone: '12', fax: '+39 030 5550114' }).notices.map(
      ({ field, type, values }) => [field, type, values],
    ),
  ).toEqual([
    ['phone', 'phone-country-assumed', { value: '030 5550114', country: 'IT' }],
    ['mobilePhone', 'phone-not-understood', { value: '12', country: 'IT' }],
  ])
})

test('CON-012 VAT numbers: by the country of the row, else of the prefix, else of the company', () => {
  expect(contactOf({ name: 'A', country: 'DE', vatNo: 'de 814 502 219' })).toMatchObject({ vatNo: 'DE814502219' })
  expect(contactOf({ name: 'A', vatNo: 'DE814502219' })).toMatchObject({ vatNo: 'DE814502219' })
  expect(faultsOf({ name: 'A', vatNo: 'IT0212345' })).toEqual([
    ['vatNo', 1, 'vat-no-format', { value: 'IT0212345', country: 'IT', formats: '###########' }],
  ])
  expect(faultsOf({ name: 'A', vatNo: '01478620171' })).toEqual([
    ['vatNo', 1, 'vat-no-check-digit', { value: '01478620171', country: 'IT', formats: '###########' }],
  ])
})

test('values of lists: countries, languages, salespeople, currencies, ways of writing', () => {
  expect(
    contactOf({
      name: 'A',
      country: 'Stati Uniti',
      language: 'ENU',
      salesperson: 'lt',
      currency: 'usd',
      correspondenceType: 'Copia cartacea',
    }),
  ).toMatchObject({
    country: 'US',
    language: 'en',
    salesperson: 'LT',
    currency: 'USD',
    correspondenceType: 'hardCopy',
  })
  expect(
    contactOf({ name: 'A', language: 'it-CH', salesperson: 'salesperson ró', correspondenceType: '0' }),
  ).toMatchObject({ language: 'it' })
  expect(
    contactOf({ name: 'A', language: 'DES', salesperson: 'SALESPERSON LT', correspondenceType: 'E-Mail' }),
  ).toMatchObject({ language: 'de-CH', salesperson: 'LT', correspondenceType: 'email' })
  expect(
    faultsOf({
      name: 'A',
      type: 'lead',
      country: 'Philipines',
      language: 'klingon',
      salesperson: 'ZZ',
      currency: 'LIT',
      correspondenceType: 'pigeon',
    }).map(([field, , type]) => [field, type]),
  ).toEqual([
    ['type', 'type-unknown'],
    ['country', 'country-misspelt'],
    ['language', 'language-unknown'],
    ['salesperson', 'salesperson-unknown'],
    ['currency', 'currency-unknown'],
    ['correspondenceType', 'correspondence-type-unknown'],
  ])
  expect(faultsOf({ name: 'A', country: 'Utopia', language: 'Polski' })).toEqual([
    ['country', 1, 'country-unknown', { value: 'Utopia' }],
    ['language', 2, 'language-not-listed', { value: 'Polski', tag: 'pl' }],
  ])
})

test('web addresses: http and https alone, the first of several', () => {
  expect(contactOf({ name: 'A', homePage: ['www.x.it', 'https://y.it/a?b'] })).toMatchObject({
    homePage: 'www.x.it',
    note: 'homePage 2: https://y.it/a?b',
  })
  for (const bad of ['javascript:alert(1)', 'two words', 'data:text/html,x'])
    expect(faultsOf({ name: 'A', homePage: bad })[0]?.[2]).toBe('home-page-invalid')
})

test('a row without a name, too long, or not to be trusted is refused, all faults together', () => {
  expect(faultsOf({ surname: '', email: 'x' })).toEqual([
    ['name', 0, 'name-missing', {}],
    ['email', 1, 'email-invalid', { value: 'x' }],
  ])
  expect(
    faultsOf({ name: 'x'.repeat(201), city: 'x'.repeat(101) }).map(([field, , type, values]) => [field, type, values]),
  ).toEqual([
    ['name', 'too-long', { value: 'x'.repeat(100), limit: 200 }],
    ['city', 'too-long', { value: 'x'.repeat(100), limit: 100 }],
  ])
  const broken = contactReader(['A'], ['name'], importContext)({ line: 2, cells: ['x', 'y'], fault: 'too-many-cells' })
  expect(broken.faults).toEqual([{ field: null, column: null, type: 'too-many-cells', values: {} }])
})

test('texts are cleaned of what cannot be seen; streets in several lines fill both address fields', () => {
  expect(
    contactOf({ name: '\u200bRo\u202e\u2066ssi\u00a0 &\u0000 Figli\n', city: 'Forli\u0300', note: ' one\r\ntwo ' }),
  ).toMatchObject({ name: 'Rossi & Figli', city: 'Forlì', note: 'one\ntwo' })
  expect(contactOf({ name: 'A', address: 'Via Roma 1\nScala B\n', address2: 'c/o Bianchi' })).toMatchObject({
    address: 'Via Roma 1',
    address2: 'c/o Bianchi, Scala B',
  })
})

test('any cells are read: what is kept can be stored, and a row without a name is refused', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('Rossi', 'a@x.it', '+39 030 5550114', 'IT', 'Person', 'https://x.it'),
  )
  const mapping = fc.array(fc.option(fc.constantFrom(...contactFields)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(mapping, fc.array(cell, { minLength: 1, maxLength: 12 }), (fields, cells) => {
      const { contact, person, faults } = contactReader(
        fields.map((_, at) => `Column ${at}`),
        fields,
        importContext,
      )({ line: 2, cells })
      for (const { fields } of person ? [contact, person] : [contact]) {
        expect(Value.Errors(ContactPatch, fields)).toEqual([])
        for (const value of Object.values(fields)) expect(String(value).isWellFormed()).toBe(true)
        expect(JSON.stringify(fields)).not.toContain('\\u0000')
      }
      if (contact.fields.name === undefined) expect(faults.length).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})
