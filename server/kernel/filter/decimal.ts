import type { Speech } from '../context.ts'

const signs = { en: { decimal: '.', thousands: ',' }, it: { decimal: ',', thousands: '.' } } as const

/**
 * Reads a number with the decimal and thousands signs of a language to decimal text (`-1274.5`). A point that cannot be
 * a thousands sign is a decimal one in Italian too: links and programs write `8.50`.
 */
export function readDecimal(text: string, language: Speech): string | undefined {
  const { decimal, thousands } = signs[language]
  const [d, t] = [`\\${decimal}`, `\\${thousands}`]
  const found =
    new RegExp(`^([+-]?)(\\d{1,3}(?:${t}\\d{3})+|\\d+)(?:${d}(\\d*))?$|^([+-]?)()${d}(\\d+)$`).exec(text) ??
    /^([+-]?)(\d*)\.(\d+)$/.exec(text)
  if (found === null) return undefined
  const [sign = '', whole = '', fraction = ''] = [found[1] ?? found[4], found[2] ?? found[5], found[3] ?? found[6]]
  return normal(sign, whole.replaceAll(thousands, ''), fraction)
}

function normal(sign: string, whole: string, fraction: string): string {
  const units = whole.replace(/^0+(?=\d)/, '') || '0'
  const rest = fraction.replace(/0+$/, '')
  const number = rest === '' ? units : `${units}.${rest}`
  return sign === '-' && number !== '0' ? `-${number}` : number
}

/** Decimal text for people: `1,274.5`, `1.274,5`. */
export function showDecimal(number: string, language: Speech): string {
  const { decimal, thousands } = signs[language]
  const [whole = '', fraction] = number.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`
}

/** Decimal text that every language reads alike: never three digits behind the point. */
export const neutralDecimal = (number: string): string => (/\.\d{3}$/.test(number) ? `${number}0` : number)

/** The number that was likely meant: the last sign is the decimal one, what is no number falls away. */
export function guessDecimal(text: string, language: Speech): string | undefined {
  const found = /[+-]?\d[\d.,\s]*/.exec(text)?.[0].replaceAll(/\s/g, '') ?? ''
  const last = Math.max(found.lastIndexOf('.'), found.lastIndexOf(','))
  const digits = (part: string) => part.replaceAll(/[.,]/g, '')
  const number = last < 0 ? found : `${digits(found.slice(0, last))}.${digits(found.slice(last))}`
  const read = readDecimal(number.replace(/\.$/, ''), 'en')
  return read === undefined ? undefined : showDecimal(read, language)
}

/** Below, at or above zero, as `a` is less than, equal to or greater than `b`; exact at any length. */
export function compareDecimals(a: string, b: string): number {
  const scale = Math.max(fractionOf(a).length, fractionOf(b).length)
  const difference = scaled(a, scale) - scaled(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

const fractionOf = (number: string): string => number.split('.')[1] ?? ''
const scaled = (number: string, scale: number): bigint =>
  BigInt((number.split('.')[0] ?? '') + fractionOf(number).padEnd(scale, '0'))
