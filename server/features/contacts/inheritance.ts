import type { Fields } from './rules.ts'
import type { Contact, ContactPatch } from './schema.ts'

/** A person takes these from the company, also over what it had. */
export const assigned = ['salespersonId', 'territory', 'country', 'languageId'] as const
/** An address goes as one. */
export const addressed = ['address', 'address2', 'postCode', 'city', 'county'] as const
/** Each on its own. */
export const reached = ['phone', 'mobilePhone', 'fax', 'email', 'homePage'] as const

type Inheritable = Pick<
  Fields,
  (typeof assigned)[number] | (typeof addressed)[number] | (typeof reached)[number] | 'correspondenceType'
>

const none = Object.fromEntries(
  [...assigned, ...addressed, ...reached, 'correspondenceType'].map((name) => [name, null]),
) as unknown as Inheritable

/**
 * What a person takes from a company when it is attached to it. What it had from the company it leaves gives way; a value
 * that the new company does not have takes nothing away.
 * @param person as it was
 * @param left the company it leaves, `null` for none
 */
export function inherited(person: Inheritable, company: Contact, left: Contact | null): ContactPatch {
  const old = left ?? none
  const stale = <K extends keyof Inheritable>(name: K) => person[name] === null || person[name] === old[name]
  const addressIsStale =
    addressed.every((name) => person[name] === null) || addressed.every((name) => person[name] === old[name])
  const taken = (names: readonly (keyof Inheritable)[]) => names.map((name) => [name, company[name]])
  return Object.fromEntries([
    ...taken(assigned.filter((name) => company[name] !== null || (left !== null && person[name] === old[name]))),
    ...taken(addressIsStale ? addressed : []),
    ...taken([...reached, 'correspondenceType' as const].filter(stale)),
  ])
}
