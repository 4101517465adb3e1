import { type ContactField, contactFields } from './fields.ts'

/**
 * What the columns of other programs are called: Business Central in English and Italian, Outlook, Google, HubSpot, Salesforce, EspoCRM,
 * Atomic CRM, and what people write. Lists go from the surest to the weakest name of a field; a `~` begins the weaker ones.
 */
const called: Readonly<Record<ContactField, string>> = {
  type: 'contact type, tipo, tipo contatto, ~ kind, record type, genere',
  no: 'no, nr, number, numero, contact no, contact number, customer no, customer number, vendor no, nr contatto, nr cliente, nr fornitore, codice, codice cliente, codice fornitore, cod, cod cliente, cod fornitore, ~ code, account number',
  externalId: 'external id, id esterno, codice esterno, record id, contact id, ~ id, uid, guid',
  name: 'full name, nome completo, nome e cognome, cognome e nome, nominativo, display name, file as, contatto, denominazione, customer name, vendor name, nome cliente, nome fornitore, ~ fn',
  name2: 'name 2, nome 2, denominazione 2, ragione sociale 2',
  salutation:
    'salutation code, cod formula di saluto, codice formula di saluto, formula di saluto, name prefix, courtesy title, appellativo, prefisso nome, ~ prefix, anrede',
  firstName: 'first name, given name, nome di battesimo, forename, vorname, ~ firstname',
  middleName: 'middle name, additional name, secondo nome, altri nomi',
  surname: 'last name, family name, cognome, nachname',
  jobTitle:
    'job title, position, mansione, posizione, qualifica, professione, ruolo, organization title, organization 1 title, ~ role, title, titolo',
  companyName:
    'company, organization, organisation, organization name, organization 1 name, employer, account name, ragione sociale, societa, nome societa, azienda, nome azienda, ditta, impresa, ente, ~ account, firm, customer, cliente, vendor, fornitore, associated company',
  companyNo: 'contact company no, nr societa, nr azienda, ~ company code, codice societa, codice azienda',
  contactPerson:
    'contact name, contact person, primary contact, referente, persona di riferimento, nome contatto, persona di contatto, ~ contact, attenzione, c a',
  address:
    'street, street address, address 1, address line 1, indirizzo, indirizzo 1, via, via e numero, business street, via uff, billing street, billing address street, billing address 1, mailing street, address 1 street, ~ home street, via ab, other street, shipping address street, residenza',
  address2:
    'address line 2, indirizzo 2, street 2, suite, presso, business street 2, via uff 2, address 1 extended address, ~ home street 2',
  postCode:
    'postal code, zip, zip code, postcode, cap, codice postale, plz, business postal code, cap uff, billing postal code, billing address postal code, mailing postal code, address 1 postal code, ~ home postal code, cap ab, other postal code, shipping address postal code',
  city: 'town, citta, comune, localita, ort, business city, citta uff, billing city, billing address city, mailing city, address 1 city, ~ home city, citta ab, other city, shipping address city',
  county:
    'province, provincia, prov, state, region, regione, state region, state province, business state, provincia uff, billing state, billing address state, mailing state, address 1 region, ~ home state, provincia ab, other state, shipping address state',
  country:
    'country code, country region, country region code, nation, paese, nazione, stato, codice paese, cod paese, cod paese area geografica, codice paese area geografica, paese area geografica, land, business country, business country region, paese uff, billing country, billing address country, mailing country, address 1 country, ~ home country, home country region, paese ab, office location, shipping address country',
  phone:
    'phone no, phone number, telephone, tel, telefono, nr telefono, numero di telefono, numero telefono, business phone, work phone, phone work, telefono ufficio, ufficio, primary phone, company main phone, phone 1 value, ~ phone 2, phone other, phone home, home phone, abitazione, telefono casa, other phone, business phone 2, ufficio 2, phone 2 value, phone 3 value',
  mobilePhone:
    'mobile, mobile phone no, mobile phone number, cell, cell phone, cellulare, nr cellulare, telefono cellulare, nr telefono cellulare, handy, ~ phone mobile, cellulare 2',
  fax: 'fax no, fax number, nr fax, telefax, business fax, fax uff, ~ home fax, fax ab, phone fax',
  email:
    'e mail, mail, email address, e mail address, indirizzo e mail, indirizzo email, indirizzo di posta elettronica, indirizzo posta elettronica, posta elettronica, email work, work email, e mail 1 value, primary email, ~ email home, email other, personal email, home email, e mail 3 address, posta elettronica 3, e mail 3 value',
  email2:
    'e mail 2, email 2 address, e mail 2 address, posta elettronica 2, e mail 2 value, seconda e mail, other email, altra e mail, ~ email 3',
  homePage:
    'homepage, web page, website, web site, url, website url, pagina web, sito web, sito, sito internet, web, company domain name, website 1 value, ~ linkedin, linkedin url, linkedin url profile, personal web page',
  language: 'language code, cod lingua, codice lingua, lingua, preferred language, sprache, ~ lang',
  correspondenceType: 'tipo corrispondenza, preferred contact method, ~ preferenza di contatto',
  salesperson:
    'salesperson code, sales person, sales person code, agente, cod agente, codice agente, venditore, sp, ~ salesperson purchaser code, purchaser code',
  territory: 'territory code, zona, cod zona, codice zona, area, cod area, codice area, sales territory',
  currency: 'currency code, valuta, cod valuta, codice valuta',
  vatNo:
    'vat, vat number, vat registration no, vat registration number, vat id, partita iva, p iva, piva, nr partita iva, nr registrazione iva, numero partita iva, ust id, tva, ~ tax id',
  registrationNo:
    'registration number, codice fiscale, cod fiscale, cod fisc, c f, cf, nr registrazione, company registration no, fiscal code, ~ tax number',
  note: 'notes, comment, comments, commento, commenti, annotazioni, osservazioni, description, descrizione, background, remarks, note indirizzo, ~ memo',
}

/** A heading without case, accents, blanks and punctuation; `firstName` and `first_name` are the same. */
export const fold = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const namesOf = (list: string): string[] => list.split(',').map(fold)

const entries = contactFields.flatMap((field): [string, { field: ContactField; score: number }][] => {
  const [sure = '', weak = ''] = called[field].split('~')
  return [
    ...namesOf(weak).map((name, at): [string, { field: ContactField; score: number }] => [
      name,
      { field, score: 0.75 - at / 100 },
    ]),
    ...namesOf(sure).map((name, at): [string, { field: ContactField; score: number }] => [
      name,
      { field, score: 0.98 - at / 500 },
    ]),
  ]
})
const known = new Map([
  ...entries,
  ...contactFields.map((field) => [fold(field), { field, score: 1 }] as const),
  ['nome', { field: 'name', score: 0.97 }] as const,
])

/** The field that a heading names, and how surely (0 to 1). */
export const namedField = (heading: string): { field: ContactField; score: number } | undefined =>
  known.get(fold(heading))
