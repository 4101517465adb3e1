import type { ContactPatch } from '#features/contacts/schema.ts'
import * as channels from './channels.ts'
import { type ImportContext, languageFinder, salespersonFinder } from './context.ts'
import { countryOf } from './countries.ts'
import { decidedFields, nameColumnOf } from './decided.ts'
import type { RowFault, RowNotice } from './faults.ts'
import type { ContactField, Mapping } from './fields.ts'
import * as lists from './lists.ts'
import { addressesOf, all, keepInNote, lineOf, noteOf, type Reading } from './reading.ts'
import type { Row } from './row.ts'
import { valuesOf } from './values.ts'

/** A contact as a row tells it, after the rules of the contacts feature; what is in lists or has a number elsewhere stands beside it. */
export interface ImportedContact {
  readonly fields: ContactPatch
  readonly no: string | null
  /** Of a person: its employer by name, and by the number that the file gives it. */
  readonly companyName: string | null
  readonly companyNo: string | null
  /** Codes of our lists. */
  readonly language: string | null
  readonly salesperson: string | null
}

export interface ReadContact {
  readonly line: number
  /** Whole only without faults: a value at fault is left out. */
  readonly contact: ImportedContact
  /** Somebody whom the row of a company names beside it. */
  readonly person: ImportedContact | null
  readonly faults: readonly RowFault[]
  readonly notices: readonly RowNotice[]
}

/**
 * How to read the rows of a file as contacts: `mapping` says which field each column fills. All faults of a row are found together,
 * in the order of its columns.
 * Whether numbers, companies or contacts exist already is not asked here.
 */
export function contactReader(
  headings: readonly string[],
  mapping: Mapping,
  context: ImportContext,
): (row: Row) => ReadContact {
  const found = {
    headings,
    context,
    nameColumn: nameColumnOf(mapping),
    findSalesperson: salespersonFinder(context),
    findLanguage: languageFinder(context),
  }
  return (row) => {
    const reading: Reading = { ...found, values: valuesOf(row, mapping), faults: [], notices: [], further: [] }
    if (row.fault) reading.faults.push({ field: null, column: null, type: row.fault, values: {} })
    const { contact, person } = parties(reading)
    const faults = reading.faults.toSorted((one, other) => (one.column ?? -1) - (other.column ?? -1))
    return { line: row.line, contact, person, faults, notices: reading.notices }
  }
}

type Names = Record<'companyName' | 'contactPerson' | 'firstName' | 'middleName' | 'name' | 'surname', string | null>

function parties(reading: Reading): Pick<ReadContact, 'contact' | 'person'> {
  const texts = (['name', 'companyName', 'contactPerson', 'firstName', 'middleName', 'surname'] as const).map(
    (field) => [field, lineOf(reading, field)],
  )
  const names: Names = Object.fromEntries(texts)
  const type = lists.contactType(reading) ?? likelyType(names)
  return type === 'person' ? { contact: personOf(reading, names), person: null } : companyOf(reading, names)
}

const isNamed = ({ firstName, middleName, surname }: Names) =>
  firstName !== null || middleName !== null || surname !== null

/** Without a type: parts of a name, or a name beside an employer's, are a person's; a contact person is somebody at a company. */
function likelyType(names: Names): 'company' | 'person' {
  const { name, companyName, contactPerson } = names
  if (contactPerson !== null && (name !== null || companyName !== null)) return 'company'
  return isNamed(names) || (name !== null && companyName !== null && name !== companyName) ? 'person' : 'company'
}

const partsOf = ({ firstName, middleName, surname }: Names) => ({ firstName, middleName, surname })
const keepAll = (reading: Reading, ...fields: ContactField[]) => {
  for (const field of fields) for (const found of all(reading, field)) keepInNote(reading, field, found)
}

/** A person has no numbers of a firm, no currency and nobody beside it: they are kept in the note. */
function personOf(reading: Reading, names: Names): ImportedContact {
  keepAll(reading, 'currency', 'registrationNo', 'vatNo', 'contactPerson')
  const own = isNamed(names) ? partsOf(names) : { ...(names.name !== null && { name: names.name }) }
  const jobTitle = lineOf(reading, 'jobTitle')
  const [no, companyNo] = [lineOf(reading, 'no'), lineOf(reading, 'companyNo')]
  return contactOf(
    reading,
    { type: 'person', ...own, jobTitle },
    { no, companyName: names.companyName, companyNo: companyNo === no ? null : companyNo },
  )
}

/** A company, and whom its row names beside it: to that one belong salutation and job title. */
function companyOf(reading: Reading, names: Names): Pick<ReadContact, 'contact' | 'person'> {
  const name = names.name ?? names.companyName
  const other = names.contactPerson !== null && names.contactPerson !== name ? { name: names.contactPerson } : undefined
  const beside = isNamed(names) ? partsOf(names) : other
  if (names.companyName !== name) keepAll(reading, 'companyName')
  if (beside === undefined) keepAll(reading, 'jobTitle')
  const firm = {
    vatNo: lineOf(reading, 'vatNo'),
    registrationNo: lineOf(reading, 'registrationNo'),
    currency: lists.currency(reading),
  }
  const no = lineOf(reading, 'no')
  const contact = contactOf(
    reading,
    { type: 'company', ...(name !== null && { name }), ...firm },
    { no, companyName: null, companyNo: null },
  )
  if (beside === undefined) return { contact, person: null }
  const given = {
    type: 'person' as const,
    ...beside,
    jobTitle: lineOf(reading, 'jobTitle'),
    salutation: contact.fields.salutation ?? null,
  }
  const { fields } = reading.context.decide(given, reading.context.country)
  const person = { fields, no: null, companyName: name, companyNo: no, language: null, salesperson: null }
  return { contact: { ...contact, fields: { ...contact.fields, salutation: null } }, person }
}

type Apart = Pick<ImportedContact, 'companyName' | 'companyNo' | 'no'>

/** Everything that both kinds have, held to the rules of contacts; the note comes last, it keeps what found no other place. */
function contactOf(reading: Reading, own: ContactPatch, apart: Apart): ImportedContact {
  const line = (field: ContactField) => lineOf(reading, field)
  const country = lists.country(reading)
  const home = country ?? countryOfVat(own.vatNo ?? null) ?? reading.context.country
  const given: ContactPatch = {
    ...own,
    name2: line('name2'),
    salutation: line('salutation'),
    ...addressesOf(reading),
    postCode: line('postCode'),
    city: line('city'),
    county: line('county'),
    country,
    phone: channels.phone(reading, 'phone'),
    mobilePhone: channels.phone(reading, 'mobilePhone'),
    fax: channels.phone(reading, 'fax'),
    ...channels.emails(reading),
    homePage: channels.homePage(reading),
    correspondenceType: lists.correspondenceType(reading),
    territory: line('territory'),
    externalId: line('externalId'),
  }
  const fields = decidedFields(reading, reading.context.decide(given, home))
  for (const field of channels.phoneFields) channels.tellPhone(reading, field, fields[field], home)
  const [language, salesperson] = [lists.language(reading), lists.salesperson(reading)]
  return { fields: { ...fields, note: noteOf(reading) }, ...apart, language, salesperson }
}

/** A VAT number may begin with its country. */
const countryOfVat = (vatNo: string | null): string | undefined =>
  countryOf(/^[A-Z]{2}(?=.*\d)/i.exec(vatNo ?? '')?.[0] ?? '')
