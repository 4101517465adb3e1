import { isPartitaIva } from './fiscalCodes.ts'
import { vatFormats, vatPrefix } from './vatFormats.ts'

/** A VAT number as it is stored, and what is wrong with it. */
export interface VatNumber {
  /** Upper case; of a country whose formats are known also without blanks and punctuation. The prefix stays if it was typed. */
  readonly number: string
  /** The same for every way of writing this number: what to look for when others may hold it. */
  readonly key: string
  readonly fault: 'format' | 'check-digit' | null
  /** The formats of the country, for the refusal; none when they are not known, and then anything passes. */
  readonly formats: readonly string[]
}

const classes: Readonly<Record<string, string>> = { '#': '\\d', '@': '[A-Z]', '?': '[A-Z\\d+*]' }
const matcher = (format: string): RegExp => new RegExp(`^${format.replace(/[#@?]/g, (sign) => classes[sign] ?? sign)}$`)
const matchers = new Map(Object.entries(vatFormats).map(([country, formats]) => [country, formats.map(matcher)]))

const bare = (text: string): string => text.replace(/[\s.\-/_]/gu, '')

/**
 * Reads a VAT registration number. Formats are checked for the countries of the European Union, the check digit for Italy.
 * @param country ISO 3166-1 alpha-2: the contact's, or the company's own when the contact has none
 */
export function readVatNumber(typed: string, country: string): VatNumber {
  const code = country.toUpperCase()
  const prefix = vatPrefix(code)
  const upper = typed.trim().toUpperCase()
  const number = bare(upper)
  const body = number.startsWith(prefix) ? number.slice(prefix.length) : number
  const known = matchers.get(code)
  const key = `${prefix}${body}`
  if (!known) return { number: upper, key, fault: null, formats: [] }
  const fits = known.some((pattern) => pattern.test(body))
  const fault = !fits ? 'format' : code === 'IT' && !isPartitaIva(body) ? 'check-digit' : null
  return { number, key, fault, formats: vatFormats[code] ?? [] }
}
