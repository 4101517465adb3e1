import type { Fault } from '#kernel/problem.ts'
import { readEmail, readEmails } from './emails.ts'
import { joinName, type NameParts, splitName } from './names.ts'
import { hasLetters, storePhone } from './phones.ts'
import type { Contact, ContactPatch } from './schema.ts'
import { readVatNumber } from './vatNumbers.ts'

/** What people write of a contact. */
export type Fields = Required<ContactPatch>

/** Fields as they are to be kept, and all that is wrong with them. */
export interface Decided {
  readonly fields: ContactPatch
  readonly faults: readonly Fault[]
}

/** A contact before anything is written: blank, and nothing forbidden. */
export const blank: Fields = {
  type: 'company',
  name: '',
  name2: null,
  firstName: null,
  middleName: null,
  surname: null,
  jobTitle: null,
  companyId: null,
  address: null,
  address2: null,
  postCode: null,
  city: null,
  county: null,
  country: null,
  phone: null,
  mobilePhone: null,
  fax: null,
  email: null,
  email2: null,
  homePage: null,
  correspondenceType: null,
  languageId: null,
  salespersonId: null,
  salutation: null,
  territory: null,
  currency: null,
  vatNo: null,
  registrationNo: null,
  externalId: null,
  note: null,
  excludeFromSegment: false,
  privacyBlocked: false,
  minor: false,
  parentalConsentReceived: false,
}

/**
 * Applies every rule that needs nothing but the contact itself: spelling of codes, numbers and addresses, names, what
 * goes with which type, privacy.
 * @param home ISO 3166-1 alpha-2 country of the company, for a contact that has none
 */
export function decide(given: ContactPatch, before: Fields, home: string): Decided {
  const country = given.country?.toUpperCase() ?? (given.country === null ? null : before.country)
  const spelt = [codes(given), phones(given, country ?? home), emails(given), vatNumber(given, before, country ?? home)]
  const fields = Object.assign({}, given, ...spelt.map((part) => part.fields)) as ContactPatch
  const rest = [names(fields, before), typed(fields, before), privacy(fields, before)]
  return {
    fields: Object.assign(fields, ...rest.map((part) => part.fields)),
    faults: [...spelt, ...rest].flatMap((part) => part.faults),
  }
}

const nothing: Decided = { fields: {}, faults: [] }

const codes = ({ country, currency }: ContactPatch): Decided => ({
  fields: {
    ...(country && { country: country.toUpperCase() }),
    ...(currency && { currency: currency.toUpperCase() }),
  },
  faults: [],
})

function phones(given: ContactPatch, country: string): Decided {
  const numbers = (['phone', 'mobilePhone', 'fax'] as const).flatMap((name) => {
    const typed = given[name]
    return typed ? [{ name, typed }] : []
  })
  return {
    fields: Object.fromEntries(numbers.map(({ name, typed }) => [name, storePhone(typed, country)])),
    faults: numbers
      .filter(({ name, typed }) => name !== 'fax' && hasLetters(typed))
      .map(({ name }) => ({ pointer: `/${name}`, type: 'letters' })),
  }
}

function emails(given: ContactPatch): Decided {
  const read = {
    ...(given.email && { email: readEmails(given.email) }),
    ...(given.email2 && { email2: readEmail(given.email2) }),
  }
  const results = Object.entries(read)
  return {
    fields: Object.fromEntries(results.flatMap(([name, one]) => ('stored' in one ? [[name, one.stored]] : []))),
    faults: results.flatMap(([name, { bad }]) =>
      bad === null ? [] : [{ pointer: `/${name}`, type: 'email', values: { address: bad } }],
    ),
  }
}

/** A number is checked when it is written, and again when the country changes whose formats it must have. */
function vatNumber(given: ContactPatch, before: Fields, country: string): Decided {
  const typed = given.vatNo === undefined && given.country !== undefined ? before.vatNo : given.vatNo
  if (!typed) return nothing
  const { number, fault, formats } = readVatNumber(typed, country)
  const type = fault === 'format' ? 'vat-format' : 'vat-check-digit'
  const values = { country, formats: formats.join(', ') }
  return {
    fields: { vatNo: number },
    faults: fault === null ? [] : [{ pointer: '/vatNo', type, values }],
  }
}

/** The parts of a person’s name are the truth once they are written; a full name alone proposes them. */
function names(given: ContactPatch, before: Fields): Decided {
  const isNew = before.name === ''
  if ((given.type ?? before.type) === 'company')
    return isNew && given.name === undefined ? { fields: {}, faults: [missing('/name')] } : nothing
  const turned = !isNew && before.type === 'company'
  const written = pick(given)
  if (Object.keys(written).length > 0) {
    const parts = { ...(turned || isNew ? noParts : pick(before)), ...written } as NameParts
    const name = joinName(parts) || given.name
    return name
      ? { fields: { ...parts, name }, faults: [] }
      : { fields: {}, faults: [missing(`/${Object.keys(written)[0]}`)] }
  }
  const full = given.name ?? (turned ? before.name : undefined)
  if (full === undefined) return isNew ? { fields: {}, faults: [missing('/name')] } : nothing
  const parts = splitName(full)
  return { fields: { ...parts, name: joinName(parts) || full }, faults: [] }
}

const noParts: NameParts = { firstName: null, middleName: null, surname: null }
const partNames = ['firstName', 'middleName', 'surname'] as const
const pick = (from: ContactPatch): Partial<NameParts> =>
  Object.fromEntries(partNames.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])))
const missing = (pointer: string): Fault => ({ pointer, type: 'field-required' })

/** A company has no name parts, job title or employer; a person no currency and no numbers of a firm. */
function typed(given: ContactPatch, before: Fields): Decided {
  const after = { ...before, ...given }
  if (after.type === 'company') {
    const employer = given.companyId == null ? [] : [{ pointer: '/companyId', type: 'person-only' }]
    return { fields: { ...noParts, jobTitle: null, companyId: null }, faults: employer }
  }
  const turned = before.name !== '' && before.type === 'company'
  const firm = (['currency', 'vatNo', 'registrationNo'] as const).filter(
    (name) => after[name] !== null && (turned || given[name] != null),
  )
  return { fields: {}, faults: firm.map((name) => ({ pointer: `/${name}`, type: 'company-only' })) }
}

/** A minor is blocked, and so is whoever’s consent changes; the block goes only by hand, of a minor only with consent. */
function privacy(given: ContactPatch, before: Fields): Decided {
  const after = { ...before, ...given }
  const consent = after.minor && after.parentalConsentReceived
  const onlyMinors = given.parentalConsentReceived === true && !after.minor
  const blocks = (after.minor && !before.minor) || (after.minor && consent !== before.parentalConsentReceived)
  const unblocks = !blocks && before.privacyBlocked && given.privacyBlocked === false
  return {
    fields: {
      ...(consent !== before.parentalConsentReceived && { parentalConsentReceived: consent }),
      ...(blocks && { privacyBlocked: true }),
    },
    faults: [
      ...(onlyMinors ? [{ pointer: '/parentalConsentReceived', type: 'minor-only' }] : []),
      ...(unblocks && after.minor && !consent
        ? [{ pointer: '/privacyBlocked', type: 'parental-consent-missing' }]
        : []),
    ],
  }
}

/** The fields of a stored contact that people write. */
export const fieldsOf = (contact: Contact): Fields =>
  Object.fromEntries(Object.keys(blank).map((name) => [name, contact[name as keyof Fields]])) as Fields
