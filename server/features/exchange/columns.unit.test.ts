import { expect, test } from 'vitest'
import { guessColumns } from './columns.ts'

const fields = (columns: Record<string, readonly string[]>) => {
  const height = Math.max(...Object.values(columns).map((values) => values.length))
  const rows = Array.from({ length: height }, (_, row) => Object.values(columns).map((values) => values[row] ?? ''))
  return guessColumns(Object.keys(columns), rows)
}
const named = (columns: Record<string, readonly string[]>) =>
  Object.fromEntries(fields(columns).map(({ heading, field }) => [heading, field]))

test('6.14 Business Central, in both languages', () => {
  const english = {
    'No.': 'no',
    Name: 'name',
    'Name 2': 'name2',
    Type: 'type',
    'Company Name': 'companyName',
    'Company No.': 'companyNo',
    'Business Relation': null,
    Address: 'address',
    'Address 2': 'address2',
    'Post Code': 'postCode',
    City: 'city',
    County: 'county',
    'Country/Region Code': 'country',
    'Phone No.': 'phone',
    'Mobile Phone No.': 'mobilePhone',
    'Fax No.': 'fax',
    Email: 'email',
    'Email 2': 'email2',
    'Home Page': 'homePage',
    'Language Code': 'language',
    'Correspondence Type': 'correspondenceType',
    'Salesperson Code': 'salesperson',
    'Salutation Code': 'salutation',
    'VAT Registration No.': 'vatNo',
    'Registration No.': 'registrationNo',
    'Currency Code': 'currency',
    'Territory Code': 'territory',
    'External ID': 'externalId',
    'First Name': 'firstName',
    'Middle Name': 'middleName',
    Surname: 'surname',
    'Job Title': 'jobTitle',
    'Organizational Level Code': null,
  }
  const italian = {
    'Nr.': 'no',
    Nome: 'name',
    Tipo: 'type',
    'Nome società': 'companyName',
    'Nr. società': 'companyNo',
    Indirizzo: 'address',
    'Indirizzo 2': 'address2',
    CAP: 'postCode',
    Città: 'city',
    Provincia: 'county',
    'Cod. paese': 'country',
    'Nr. telefono': 'phone',
    'Nr. telefono cellulare': 'mobilePhone',
    'Nr. fax': 'fax',
    'E-mail': 'email',
    'E-mail 2': 'email2',
    'Home page': 'homePage',
    'Cod. lingua': 'language',
    'Tipo corrispondenza': 'correspondenceType',
    'Cod. agente': 'salesperson',
    'Partita IVA': 'vatNo',
    'Codice fiscale': 'registrationNo',
    'Cod. valuta': 'currency',
    'Cod. zona': 'territory',
    'ID esterno': 'externalId',
    Mansione: 'jobTitle',
    Note: 'note',
  }
  const blank = (expected: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(expected).map((heading) => [heading, []]))
  expect(named(blank(english))).toEqual(english)
  expect(named(blank(italian))).toEqual(italian)
})

test('6.14 Outlook, Google, HubSpot, Salesforce, EspoCRM', () => {
  expect(
    named({
      Title: ['Mr.', 'Dr.'],
      'First Name': ['Anna'],
      'Last Name': ['Rossi'],
      Company: ['Acme'],
      'Job Title': ['Buyer'],
      'Business Street': ['Via Roma 1'],
      'Business City': ['Roma'],
      'Home Street': ['Via Bari 2'],
      'Business Phone': ['+39 06 5550114'],
      'Mobile Phone': ['+39 333 5550114'],
      'E-mail Address': ['a@b.it'],
      'E-mail 2 Address': ['c@d.it'],
      'E-mail Type': ['SMTP'],
      'Web Page': ['www.b.it'],
    }),
  ).toEqual({
    Title: 'salutation',
    'First Name': 'firstName',
    'Last Name': 'surname',
    Company: 'companyName',
    'Job Title': 'jobTitle',
    'Business Street': 'address',
    'Business City': 'city',
    'Home Street': null,
    'Business Phone': 'phone',
    'Mobile Phone': 'mobilePhone',
    'E-mail Address': 'email',
    'E-mail 2 Address': 'email2',
    'E-mail Type': null,
    'Web Page': 'homePage',
  })
  expect(
    named({
      Name: ['Anna Rossi'],
      'Given Name': ['Anna'],
      'Family Name': ['Rossi'],
      'E-mail 1 - Type': ['* Work'],
      'E-mail 1 - Value': ['a@b.it'],
      'Phone 1 - Type': ['Mobile'],
      'Phone 1 - Value': ['+39 333 5550114'],
      'Organization 1 - Name': ['Acme'],
      'Address 1 - Country': ['Italia'],
    }),
  ).toEqual({
    Name: 'name',
    'Given Name': 'firstName',
    'Family Name': 'surname',
    'E-mail 1 - Type': null,
    'E-mail 1 - Value': 'email',
    'Phone 1 - Type': null,
    'Phone 1 - Value': 'phone',
    'Organization 1 - Name': 'companyName',
    'Address 1 - Country': 'country',
  })
  expect(
    named({
      'Record ID': ['51'],
      'Phone Number': ['+39 06 5550114'],
      'Contact owner': ['Lina Torresi'],
      'Associated Company': ['Acme'],
      'Website URL': ['acme.it'],
      'Lifecycle Stage': ['Lead'],
    }),
  ).toEqual({
    'Record ID': 'externalId',
    'Phone Number': 'phone',
    'Contact owner': null,
    'Associated Company': 'companyName',
    'Website URL': 'homePage',
    'Lifecycle Stage': null,
  })
  expect(
    named({
      'Account Name': ['Acme'],
      'Mailing Street': ['Via Roma 1'],
      MailingPostalCode: ['00188'],
      billingAddressCity: ['Roma'],
      description: ['x'],
    }),
  ).toEqual({
    'Account Name': 'companyName',
    'Mailing Street': 'address',
    MailingPostalCode: 'postCode',
    billingAddressCity: 'city',
    description: 'note',
  })
})

test('6.14 what columns hold decides where names do not', () => {
  expect(
    named({
      Recapito: ['a@b.it', 'c@d.it'],
      Contatta: ['+39 06 5550114', '(06) 555-0115'],
      Sede: ['Italia', 'Germania'],
      GLN: ['8712345000004'],
      Data: ['2024-08-13'],
    }),
  ).toEqual({
    Recapito: 'email',
    Contatta: 'phone',
    Sede: 'country',
    GLN: null,
    Data: null,
  })
  expect(named({ Type: ['Retail', 'Wholesale'], Language: ['Java'], Name: ['Rossi'] })).toEqual({
    Type: null,
    Language: null,
    Name: 'name',
  })
  expect(named({ Title: ['Head of Sales'] })).toEqual({ Title: 'jobTitle' })
})

test('6.14 headings mean something beside each other', () => {
  expect(named({ Nome: ['Anna'], Cognome: ['Rossi'] })).toEqual({ Nome: 'firstName', Cognome: 'surname' })
  expect(named({ 'Contact Name': ['Andy Teal'], 'E-mail': ['a@b.it'] })).toEqual({
    'Contact Name': 'name',
    'E-mail': 'email',
  })
  expect(named({ Name: ['The Cannon Group'], 'Contact Name': ['Andy Teal'] })).toEqual({
    Name: 'name',
    'Contact Name': 'contactPerson',
  })
  expect(
    named({
      email_work: [],
      email_other: ['a@b.it'],
      phone_work: ['06 5550114'],
      phone_home: ['06 5550115'],
      city: ['Roma'],
      'Home City': ['Bari'],
    }),
  ).toEqual({
    email_work: 'email',
    email_other: 'email',
    phone_work: 'phone',
    phone_home: 'phone',
    city: 'city',
    'Home City': null,
  })
})

test('6.14 each column shows three different values and how sure the guess is', () => {
  const [guess] = fields({ 'E-mail': ['', 'a@b.it', 'a@b.it', 'c@d.it', 'e@f.it', 'g@h.it'] })
  expect(guess).toEqual({ heading: 'E-mail', field: 'email', score: 1, samples: ['a@b.it', 'c@d.it', 'e@f.it'] })
  expect(fields({ 'E-mail': ['no address'] })[0]?.score).toBe(0.5)
})
