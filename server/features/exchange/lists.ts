import { contactTypeOf, correspondenceTypeOf, currencyOf } from './choices.ts'
import { countryOf, likeCountry } from './countries.ts'
import type { FaultType } from './faults.ts'
import type { ContactField } from './fields.ts'
import { languageOf } from './languages.ts'
import { all, type Reading, refuse } from './reading.ts'

/** A value that must be one of a kind; `read` gives undefined for what is not. */
function one<T>(
  reading: Reading,
  field: ContactField,
  type: FaultType,
  read: (text: string) => T | undefined,
): T | null {
  const found = all(reading, field)[0]
  if (found === undefined) return null
  const value = read(found.value)
  return value === undefined ? refuse(reading, field, found, type) : value
}

export const contactType = (reading: Reading) => one(reading, 'type', 'type-unknown', contactTypeOf)
export const salesperson = (reading: Reading) =>
  one(reading, 'salesperson', 'salesperson-unknown', reading.findSalesperson)
export const currency = (reading: Reading) => one(reading, 'currency', 'currency-unknown', currencyOf)
export const correspondenceType = (reading: Reading) =>
  one(reading, 'correspondenceType', 'correspondence-type-unknown', correspondenceTypeOf)

/** ISO 3166-1 alpha-2; one that is nearly named is refused with the proposal. */
export function country(reading: Reading): string | null {
  const found = all(reading, 'country')[0]
  if (found === undefined) return null
  const code = countryOf(found.value)
  if (code !== undefined) return code
  const like = likeCountry(found.value)
  return like === undefined
    ? refuse(reading, 'country', found, 'country-unknown')
    : refuse(reading, 'country', found, 'country-misspelt', { like })
}

/** The code of a language of our list; what is a language but not listed is refused by a name of its own. */
export function language(reading: Reading): string | null {
  const found = all(reading, 'language')[0]
  if (found === undefined) return null
  const tag = languageOf(found.value)
  if (tag === undefined) return refuse(reading, 'language', found, 'language-unknown')
  return reading.findLanguage(tag, found.value) ?? refuse(reading, 'language', found, 'language-not-listed', { tag })
}
