import type { Charset } from '../charset.ts'
import type { ContactField } from '../fields.ts'
import { longest } from '../limits.ts'
import type { RawRow } from '../row.ts'
import type { FileSource } from '../source.ts'
import { type Card, readCards } from './cards.ts'
import type { Property } from './property.ts'

/** What a card fills: as headings of a table they are guessed as what they are. */
export const cardHeadings = [
  'type',
  'name',
  'salutation',
  'firstName',
  'middleName',
  'surname',
  'jobTitle',
  'companyName',
  'address',
  'address2',
  'postCode',
  'city',
  'county',
  'country',
  'phone',
  'mobilePhone',
  'fax',
  'email',
  'email2',
  'homePage',
  'language',
  'externalId',
  'note',
] as const satisfies readonly ContactField[]

type Fields = Partial<Record<(typeof cardHeadings)[number], string>>

/** Says nothing about the person: marks of the program that wrote the card, and other ways to write what is there. */
const silent = new Set([
  'version',
  'prodid',
  'rev',
  'mailer',
  'profile',
  'class',
  'source',
  'label',
  'sort-string',
  'kind',
  'x-abadr',
  'x-ablabel',
  'x-abshowas',
  'x-abuid',
])
/** Has no field of its own, but a person wants to find it again: goes to the note. */
const noted = new Set([
  'adr',
  'anniversary',
  'bday',
  'categories',
  'email',
  'impp',
  'n',
  'nickname',
  'org',
  'role',
  'tel',
  'title',
  'url',
])

/** The cards of a file as rows under `cardHeadings`. */
export async function* readCardRows(source: FileSource, charset: Charset): AsyncGenerator<RawRow> {
  for await (const card of readCards(source, charset)) yield cardRow(card)
}

export function cardRow(card: Card): RawRow {
  const { fields, used } = fieldsOf(card)
  const rest = card.properties.filter(
    (property) => !used.has(property) && property.values.some((value) => value !== ''),
  )
  const lines = new Set(
    rest.filter(({ name }) => noted.has(name)).map((property) => noteLine(property, labelOf(card, property))),
  )
  const note = [...all(card, 'note').map(text), [...lines].join('\n')].filter((part) => part !== '').join('\n\n')
  const unread = rest.map(({ name }) => name).filter((name) => name !== 'note' && !silent.has(name) && !noted.has(name))
  const leftOut = [...new Set([...card.leftOut, ...unread])]
  return {
    line: card.line,
    cells: cardHeadings.map((field) => (field === 'note' ? note : (fields[field] ?? ''))),
    leftOut,
  }
}

/** Fields, and the properties that are in them in full. */
function fieldsOf(card: Card): { fields: Fields; used: Set<Property> } {
  const used = new Set<Property>()
  const take = (property: Property | undefined): string => {
    if (property === undefined) return ''
    used.add(property)
    return text(property)
  }
  const phones = preferred(card, 'tel').filter((phone) => !/assistant/i.test(labelOf(card, phone)))
  const phone = (fits: (types: readonly string[]) => boolean) => take(phones.find((one) => fits(one.types)))
  const emails = preferred(card, 'email')
  const org = all(card, 'org')[0]
  if (org?.values.slice(1).every((unit) => unit === '')) used.add(org)
  const fields: Fields = {
    ...nameFields(card, org, used),
    ...addressFields(preferred(card, 'adr')[0], used),
    jobTitle: take(all(card, 'title')[0] ?? all(card, 'role')[0]),
    phone: phone(
      (types) => !types.some((type) => /^(cell|mobile|iphone|fax|pager|modem|bbs|isdn)$/.test(type)),
    ).replace(/^tel:/i, ''),
    mobilePhone: phone((types) => types.some((type) => /^(cell|mobile|iphone)$/.test(type))).replace(/^tel:/i, ''),
    fax: phone((types) => types.includes('fax')).replace(/^tel:/i, ''),
    email: take(emails[0]).replace(/^mailto:/i, ''),
    email2: take(emails[1]).replace(/^mailto:/i, ''),
    homePage: take(preferred(card, 'url')[0]),
    language: take(preferred(card, 'lang')[0]),
    externalId: take(all(card, 'uid').find((uid) => text(uid).length <= (longest('externalId') ?? 0))),
  }
  return { fields, used }
}

/** Jr. and III belong to the name; degrees do not, so the name as written is kept in the note. */
function nameFields(card: Card, org: Property | undefined, used: Set<Property>): Fields {
  const [fn, n] = [all(card, 'fn')[0], all(card, 'n')[0]]
  const [lastName = '', firstName = '', middleName = '', salutation = '', suffix = ''] = n?.values ?? []
  const [name, company] = [fn ? text(fn) : '', org?.values[0] ?? '']
  const generation = /^(jr|sr|[ivx]+)\.?$/i.test(suffix)
  if (fn) used.add(fn)
  if (n && (suffix === '' || generation)) used.add(n)
  const surname = generation ? `${lastName} ${suffix}`.trim() : lastName
  const parts = { salutation, firstName, middleName, surname }
  if (isCompany(card, name, company, surname + firstName)) return { type: 'company', name: company || name }
  return { type: 'person', name, companyName: company, ...(surname + firstName === '' ? { salutation } : parts) }
}

/** Cards of firms say so (KIND in 4.0, X-ABShowAs of Apple), or carry no person's name. */
function isCompany(card: Card, name: string, company: string, person: string): boolean {
  if (all(card, 'kind').some((kind) => /^org$/i.test(text(kind)))) return true
  if (all(card, 'x-abshowas').some((show) => /^company$/i.test(text(show)))) return true
  return company !== '' && person === '' && (name === '' || name === company)
}

/** The street may hold the whole address in lines (Google): the first is the street, the others go below it. */
function addressFields(property: Property | undefined, used: Set<Property>): Fields {
  if (property === undefined) return {}
  used.add(property)
  const [box = '', extended = '', street = '', city = '', county = '', postCode = '', country = ''] = property.values
  const [address = '', ...below] = (street === '' ? extended : street)
    .split('\n')
    .map((line) => line.replace(/[\s,]+$/, '').trim())
  const beside = [street === '' ? '' : extended, box.slice(box.lastIndexOf(':') + 1).trim(), ...below]
  return { address, address2: beside.filter((part) => part !== '').join(', '), city, county, postCode, country }
}

const all = (card: Card, name: string) =>
  card.properties.filter((property) => property.name === name && text(property) !== '')

/** Preferred first, then what belongs to work, then without a kind, then the rest; else as in the file. */
function preferred(card: Card, name: string): Property[] {
  const rank = ({ types, group }: Property) =>
    (types.includes('pref') ? 0 : 4) +
    (types.includes('work') ? 0 : types.includes('home') ? 3 : group === undefined ? 1 : 2)
  return all(card, name).toSorted((one, other) => rank(one) - rank(other))
}

const text = (property: Property): string =>
  property.values
    .filter((value) => value !== '')
    .join(property.name === 'categories' ? ', ' : ' ')
    .trim()

/** The label that Apple and Google give a property: `item1.X-ABLabel:_$!<HomePage>!$_` */
function labelOf(card: Card, { group }: Property): string {
  const label =
    group === undefined ? undefined : card.properties.find((one) => one.name === 'x-ablabel' && one.group === group)
  return label ? text(label).replace(/^_\$!<(.*)>!\$_$/, '$1') : ''
}

function noteLine(property: Property, label: string): string {
  const kinds = [label, ...property.types]
    .filter((kind) => kind !== '' && !/^(voice|internet|pref)$/.test(kind))
    .join(', ')
  const content = property.values
    .filter((value) => value !== '')
    .join(', ')
    .replaceAll('\n', ', ')
  return `${property.name.toUpperCase()}${kinds === '' ? '' : ` (${kinds})`}: ${content}`
}
