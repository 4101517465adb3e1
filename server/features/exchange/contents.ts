import { contactTypeOf, correspondenceTypeOf, currencyOf } from './choices.ts'
import { countryOf } from './countries.ts'
import type { ContactField } from './fields.ts'
import { languageOf } from './languages.ts'

const isEmail = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+/.test(value)
const isWebAddress = (value: string) =>
  /^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(value) && !isEmail(value)
const isPhone = (value: string) => /^(tel:)?[+(\d][\d\s()./-]{3,}(\s*;?(x|ext|int)[.=]?\s*\d+)?$/i.test(value)
/** A number with the marks that only telephone numbers have; not a day, not a number of an article. */
const isMarkedPhone = (value: string) =>
  isPhone(value) && /^\+|[()]|\d[ .-]\d+[ .-]/.test(value) && !/^\d{4}-\d\d-\d\d/.test(value)

const tests: Partial<Record<ContactField, (value: string) => boolean>> = {
  type: (value) => contactTypeOf(value) !== undefined,
  postCode: (value) => /\d/.test(value) && value.length <= 12,
  country: (value) => countryOf(value) !== undefined,
  phone: isPhone,
  mobilePhone: isPhone,
  fax: isPhone,
  email: isEmail,
  email2: isEmail,
  homePage: isWebAddress,
  language: (value) => languageOf(value) !== undefined,
  correspondenceType: (value) => correspondenceTypeOf(value) !== undefined,
  currency: (value) => currencyOf(value) !== undefined,
  vatNo: (value) => /^[a-z]{0,3}[\s.-]?[\da-z.\s-]*\d{5}/i.test(value),
  registrationNo: (value) => /\d/.test(value),
}
/** Without the right content a column of this name is something else: the type of a customer, the language of a programme. */
const decisive = new Set<ContactField>(['correspondenceType', 'currency', 'language', 'type'])

const share = (values: readonly string[], test: (value: string) => boolean) =>
  values.filter(test).length / values.length

/** How much of a guess by name is left once the values are looked at (0 to 1). */
export function agreement(field: ContactField, values: readonly string[]): number {
  const test = tests[field]
  if (values.length === 0) return 0.6
  if (test === undefined || share(values, test) >= 0.6) return 1
  return decisive.has(field) ? 0 : 0.5
}

/** What the values of a column look like, whatever it is called. */
export function fieldByContent(values: readonly string[]): { field: ContactField; score: number } | undefined {
  if (values.length === 0) return undefined
  if (share(values, isEmail) >= 0.8) return { field: 'email', score: 0.7 }
  if (share(values, (value) => /^(https?:\/\/|www\.)/i.test(value) && isWebAddress(value)) >= 0.8)
    return { field: 'homePage', score: 0.5 }
  if (share(values, isMarkedPhone) >= 0.8) return { field: 'phone', score: 0.5 }
  if (share(values, (value) => value.length > 3 && countryOf(value) !== undefined) >= 0.8)
    return { field: 'country', score: 0.5 }
  return undefined
}
