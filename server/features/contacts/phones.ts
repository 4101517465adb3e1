import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'

/** Whether a number holds a letter of any alphabet; such a number is refused. */
export const hasLetters = (typed: string): boolean => /\p{L}/u.test(typed)

const countryOf = (country: string | null): CountryCode | undefined => {
  const code = country?.toUpperCase() ?? ''
  return isSupportedCountry(code) ? code : undefined
}

/** A number with an extension does not fit E.164, so it counts as not understood. */
const understood = (text: string, country: string | null): PhoneNumber | undefined => {
  const defaultCountry = countryOf(country)
  const number = parsePhoneNumberFromString(text.trim(), { extract: false, ...(defaultCountry && { defaultCountry }) })
  return number?.isValid() && number.ext === undefined ? number : undefined
}

/**
 * What is stored of a number: E.164, or as typed when it cannot be understood.
 * @param country ISO 3166-1 alpha-2, of the contact; taken for numbers that do not begin with + or an international prefix
 */
export const storePhone = (typed: string, country: string | null): string =>
  understood(typed, country)?.number ?? typed.trim()

/**
 * How a stored number is shown: in national form where it is dialled so, else in international form. One that was never
 * understood is shown as it is, and marked.
 * @param country ISO 3166-1 alpha-2, of those who look at it
 */
export function showPhone(
  stored: string,
  country: string | null,
): { readonly text: string; readonly understood: boolean } {
  const number = stored.startsWith('+') ? understood(stored, null) : undefined
  if (!number) return { text: stored, understood: false }
  const home = countryOf(country)
  const national = home !== undefined && number.countryCallingCode === getCountryCallingCode(home)
  return { text: national ? number.formatNational() : number.formatInternational(), understood: true }
}
