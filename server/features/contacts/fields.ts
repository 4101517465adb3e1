import { type RawBuilder, sql } from 'kysely'
import type { Choice } from '#kernel/filter/ast.ts'
import type { FilterFields } from '#kernel/filter/query.ts'

export const types: readonly Choice[] = [
  { key: 'company', en: 'Company', it: 'Società' },
  { key: 'person', en: 'Person', it: 'Persona' },
]
export const correspondence: readonly Choice[] = [
  { key: 'hardCopy', en: 'Hard Copy', it: 'Copia cartacea' },
  { key: 'email', en: 'E-mail', it: 'E-mail' },
]
const column = (name: string) => sql.ref(`contact.${name}`)
const text = (name: string) => ({ kind: 'text', nullable: true, column: column(name) }) as const
const code = (name: string) => ({ kind: 'code', nullable: true, column: column(name) }) as const
const yesNo = (name: string) => ({ kind: 'boolean', column: column(name) }) as const

/**
 * What the list can be filtered by. Name, city, number and date have indexes of their own; what stands in `searched`, and
 * the codes of salespeople, are found through other indexes. The rest has few values, or is rarely asked for: there the
 * list is read in its order until the page is full.
 * @param lastInteractionAt when the newest interaction of the row was; an index read for each row that is looked at
 */
export const contactFields = (lastInteractionAt: RawBuilder<string | null>): FilterFields => ({
  no: { kind: 'code', column: column('no') },
  type: { kind: 'choice', choices: types, column: column('type') },
  name: { kind: 'text', column: column('name') },
  name2: text('name2'),
  surname: text('surname'),
  jobTitle: text('jobTitle'),
  companyName: { kind: 'text', nullable: true, column: sql.ref('company.name') },
  address: text('address'),
  postCode: text('postCode'),
  city: text('city'),
  county: text('county'),
  country: code('country'),
  phone: text('phone'),
  mobilePhone: text('mobilePhone'),
  email: text('email'),
  correspondenceType: { kind: 'choice', choices: correspondence, nullable: true, column: column('correspondenceType') },
  languageCode: { kind: 'text', nullable: true, column: sql.ref('language.code') },
  salespersonCode: { kind: 'code', nullable: true, column: sql.ref('salesperson.code') },
  territory: text('territory'),
  currency: code('currency'),
  vatNo: code('vatNo'),
  registrationNo: text('registrationNo'),
  externalId: text('externalId'),
  excludeFromSegment: yesNo('excludeFromSegment'),
  privacyBlocked: yesNo('privacyBlocked'),
  minor: yesNo('minor'),
  changedAt: { kind: 'instant', column: column('changedAt') },
  lastInteractionAt: { kind: 'instant', nullable: true, column: lastInteractionAt },
})

/** Fields whose values stand in a search text too: its index finds them whatever the expression. */
export const searched: Readonly<Record<string, 'contact' | 'company'>> = {
  no: 'contact',
  name: 'contact',
  name2: 'contact',
  city: 'contact',
  phone: 'contact',
  mobilePhone: 'contact',
  email: 'contact',
  vatNo: 'contact',
  externalId: 'contact',
  postCode: 'contact',
  jobTitle: 'contact',
  surname: 'contact',
  companyName: 'company',
}
