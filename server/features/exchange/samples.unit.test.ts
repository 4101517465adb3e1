import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileOnDisk, haveSamples, sampleFolder } from '#tests/files.ts'
import { importContext } from '#tests/import-context.ts'
import { guessColumns } from './columns.ts'
import { contactReader } from './contact.ts'
import { readTable } from './table.ts'
import { readCards } from './vcard/cards.ts'

/** Reads a sample as an import does that nobody corrects: guessed columns, all rows. */
async function importOf(path: string) {
  const table = await readTable(fileOnDisk(`${sampleFolder}/${path}`))
  const mapping = guessColumns(
    table.headings,
    table.samples.map((row) => row.cells),
  ).map((guess) => guess.field)
  const read = contactReader(table.headings, mapping, importContext)
  const rows = (await Array.fromAsync(table.rows())).map(read)
  const refused = rows.filter((row) => row.faults.length > 0)
  const reasons = refused.flatMap((row) => [...new Set(row.faults.map(({ field, type }) => `${field}: ${type}`))])
  return {
    rows,
    refused: refused.length,
    reasons: Object.fromEntries(
      Object.entries(Object.groupBy(reasons, (reason) => reason)).map(([reason, all]) => [reason, all?.length]),
    ),
  }
}

/** Rows as the list of samples states them; refused where it is not a table of contacts, or for a reason of its own. */
const tables: Record<string, { rows: number; people?: number; beside?: number; refused?: Record<string, number> }> = {
  'atomic-crm/contacts.csv': { rows: 500, people: 500 },
  'atomic-crm/contacts_export.csv': { rows: 2, people: 2 },
  'bc/BC14Customer.csv': { rows: 8 },
  'bc/BC14Vendor.csv': { rows: 8 },
  'bc/contacts.csv': { rows: 281, people: 256 },
  'bc/customers.csv': { rows: 63, beside: 57, refused: { 'vatNo: vat-no-format': 3 } },
  'bc/vendors.csv': { rows: 63, beside: 56, refused: { 'vatNo: vat-no-format': 3 } },
  'bc/salespeople.csv': { rows: 7 },
  'crm-sales-opportunities/accounts.csv': { rows: 85, refused: { 'country: country-misspelt': 1 } },
  'bc/contact-alternative-addresses.csv': { rows: 31, refused: { 'name: name-missing': 9 } },
  'bc/tasks.csv': { rows: 59, people: 6, refused: { 'name: name-missing': 59, 'type: type-unknown': 2 } },
  'bc/profile-questionnaire-lines.csv': { rows: 150, people: 115, refused: { 'name: name-missing': 150 } },
  ...Object.fromEntries(
    Object.entries({
      'bc/contact-industry-groups.csv': 27,
      'bc/contact-job-responsibilities.csv': 105,
      'bc/contact-mailing-groups.csv': 14,
      'bc/duplicate-search-setup.csv': 16,
      'bc/industry-groups.csv': 6,
      'bc/interaction-groups.csv': 8,
      'bc/interaction-templates.csv': 41,
      'bc/job-responsibilities.csv': 5,
      'bc/mailing-groups.csv': 2,
      'bc/opportunities.csv': 49,
      'bc/organizational-levels.csv': 6,
      'bc/salutation-formulas.csv': 84,
      'bc/salutations.csv': 8,
      'bc/segments.csv': 4,
      'bc/web-sources.csv': 5,
      'crm-sales-opportunities/sales_teams.csv': 35,
    }).map(([file, rows]) => [file, { rows, refused: { 'name: name-missing': rows } }]),
  ),
}

test.runIf(haveSamples).each(Object.entries(tables))(
  'CON-162 reads %s',
  async (file, { rows, people = 0, beside = 0, refused = {} }) => {
    const found = await importOf(`contacts/${file}`)
    expect({
      rows: found.rows.length,
      people: found.rows.filter((row) => row.contact.fields.type === 'person').length,
      beside: found.rows.filter((row) => row.person !== null).length,
      refused: found.reasons,
    }).toEqual({ rows, people, beside, refused })
  },
)

test.runIf(haveSamples)('CON-162 what the tables say stands in the fields', async () => {
  const people = (await importOf('contacts/atomic-crm/contacts.csv')).rows.map(({ contact }) => ({
    ...contact.fields,
    ...contact,
  }))
  expect(new Set(people.map((person) => person.email)).size).toBe(500)
  expect(new Set(people.map((person) => person.companyName)).size).toBe(55)
  expect(people[2]).toMatchObject({
    name: 'Margaret Haley',
    phone: '1-365-756-9410 #4781',
    note: 'Ab hic omnis inventore.\n\nphone_home: 262.397.7937',
  })
  const contacts = (await importOf('contacts/bc/contacts.csv')).rows.map(({ contact }) => ({
    ...contact.fields,
    ...contact,
  }))
  expect(contacts.filter((one) => one.type === 'person' && one.companyNo === null)).toHaveLength(6)
  expect(contacts.filter((one) => /^(Customer|Vendor|Bank Account):/.test(one.companyNo ?? ''))).toHaveLength(
    41 + 43 + 4,
  )
  expect(contacts[3]).toMatchObject({
    type: 'company',
    name: 'Wyllie & Mar',
    city: 'Southsea, Portsmouth',
    country: 'GB',
    language: 'en-GB',
    salesperson: 'JO',
  })
})

/** Cards, e-mail addresses, telephone numbers, addresses and pictures of each file, as the list of samples states them; refused cards. */
const cards: Record<
  string,
  { version: string; counts: [number, number, number, number, number]; refused?: Record<string, number> }
> = {
  'John_Doe_ANDROID.vcf': {
    version: '2.1',
    counts: [6, 5, 9, 0, 1],
    refused: { 'name: name-missing': 2, 'email2: email-invalid': 1 },
  },
  'John_Doe_BLACK_BERRY.vcf': { version: '2.1', counts: [1, 0, 1, 0, 1] },
  'John_Doe_EVOLUTION.vcf': { version: '3.0', counts: [1, 1, 2, 1, 0] },
  'John_Doe_GMAIL.vcf': { version: '3.0', counts: [1, 1, 2, 1, 0] },
  'John_Doe_IPHONE.vcf': { version: '3.0', counts: [1, 1, 7, 2, 1] },
  'John_Doe_LOTUS_NOTES.vcf': { version: '3.0', counts: [1, 2, 2, 1, 1] },
  'John_Doe_MAC_ADDRESS_BOOK.vcf': { version: '3.0', counts: [1, 1, 7, 2, 1] },
  'John_Doe_MS_OUTLOOK.vcf': { version: '2.1', counts: [1, 1, 2, 2, 1] },
  'fullcontact.vcf': { version: '4.0', counts: [1, 5, 9, 4, 3], refused: { 'country: country-unknown': 1 } },
  'gmail-list.vcf': { version: '3.0', counts: [3, 3, 0, 0, 0] },
  'gmail-single.vcf': { version: '3.0', counts: [1, 1, 2, 2, 0] },
  'gmail-single2.vcf': { version: '3.0', counts: [1, 5, 11, 5, 0] },
  'issue114.vcf': { version: '4.0', counts: [1, 1, 2, 1, 0] },
  'outlook-2003.vcf': {
    version: '2.1',
    counts: [1, 1, 4, 1, 0],
    refused: { 'mobilePhone: phone-has-letters': 1, 'phone: phone-has-letters': 1 },
  },
  'outlook-2007.vcf': { version: '2.1', counts: [1, 1, 4, 1, 1] },
  'rfc2426-example.vcf': { version: '3.0', counts: [2, 3, 4, 2, 0] },
  'rfc6350-example.vcf': { version: '4.0', counts: [1, 1, 2, 1, 0] },
  'thunderbird-MoreFunctionsForAddressBook-extension.vcf': { version: '3.0', counts: [1, 5, 5, 2, 1] },
}

test.runIf(haveSamples).each(Object.entries(cards))(
  'CON-162 reads %s',
  async (file, { version, counts, refused = {} }) => {
    const found = await Array.fromAsync(readCards(fileOnDisk(`${sampleFolder}/vcard/${file}`), 'utf-8'))
    const properties = (name: string) =>
      found.flatMap((card) => card.properties).filter((property) => property.name === name).length
    const pictures = found.flatMap((card) => card.leftOut).filter((name) => name === 'photo').length
    expect(new Set(found.map((card) => card.version))).toEqual(new Set([version]))
    expect([found.length, properties('email'), properties('tel'), properties('adr'), pictures]).toEqual(counts)
    const { rows, reasons } = await importOf(`vcard/${file}`)
    expect([rows.length, reasons]).toEqual([counts[0], refused])
  },
)

test.runIf(haveSamples)('CON-162 what the cards say stands in the fields', async () => {
  const contact = async (file: string) => {
    const read = (await importOf(`vcard/${file}`)).rows[0]?.contact
    return { ...read?.fields, ...read }
  }
  expect(await contact('John_Doe_IPHONE.vcf')).toMatchObject({
    type: 'person',
    name: 'John Richter James Doe Sr.',
    firstName: 'John',
    middleName: 'Richter James',
    surname: 'Doe Sr.',
    salutation: 'Mr.',
    jobTitle: 'Money Counter',
    companyName: 'IBM',
    address: 'Silicon Alley 5',
    city: 'New York',
    postCode: '12345',
    country: 'US',
    phone: '+19057771234',
    mobilePhone: '+19055551234',
    fax: '+19059991234',
    email: 'john.doe@ibm.com',
    homePage: 'http://www.ibm.com',
  })
  expect(await contact('rfc6350-example.vcf')).toMatchObject({
    surname: 'Perreault',
    phone: '+1-418-656-9254 #102',
    mobilePhone: '+14182626501',
    address: '2875 Laurier',
    address2: 'Suite D2-630',
    city: 'Quebec',
    country: 'CA',
  })
  expect(await contact('outlook-2007.vcf')).toMatchObject({
    note: expect.stringContaining(
      "But I'm not sure because there's text formatting going on here.\nIt does not preserve the formatting\n\nNICKNAME: Mike",
    ),
  })
  expect(await contact('issue114.vcf')).toMatchObject({
    address: 'Dummy-Dummy-Strasse 1',
    postCode: '61352',
    city: 'Bad Homburg',
    country: 'DE',
    phone: '+49987654321',
  })
})

test.runIf(haveSamples)('no sample of a kind that is read here is forgotten', () => {
  const present = (folder: string) =>
    readdirSync(`${sampleFolder}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(csv|vcf)$/.test(name))
      .sort()
  expect(existsSync(`${sampleFolder}/contacts`)).toBe(true)
  expect(Object.keys(tables).sort()).toEqual(present('contacts'))
  expect(Object.keys(cards).sort()).toEqual(present('vcard'))
})
