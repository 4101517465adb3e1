/** Sum of the digits from the left, every second one doubled and its own digits summed (Luhn, as the Italian tax office numbers firms). */
const luhnSum = (digits: string): number =>
  [...digits].reduce((sum, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2
    return sum + (value > 9 ? value - 9 : value)
  }, 0)

/** Whether eleven digits are an Italian partita IVA: seven of the firm, not all zero, three of the office, one check digit. */
export const isPartitaIva = (digits: string): boolean =>
  /^\d{11}$/.test(digits) && !digits.startsWith('0000000') && luhnSum(digits) % 10 === 0

/** At an odd place, counted from one, a character counts as the tax office's table says; letters A to J count as digits 0 to 9. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
const order = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65)
const checkLetter = (first15: string): string => {
  const sum = [...first15].reduce(
    (total, sign, index) => total + (index % 2 === 0 ? (ODD[order(sign)] ?? 0) : order(sign)),
    0,
  )
  return String.fromCharCode(65 + (sum % 26))
}
/** Digits may be replaced by letters (L to V without O) where two people would have the same code. */
const PERSON = /^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/

/** An Italian codice fiscale as it is stored, and what is wrong with it: sixteen signs of a person, or eleven digits of a body. */
export interface FiscalCode {
  readonly code: string
  readonly fault: 'format' | 'check-digit' | null
}

/** Reads a codice fiscale (decree of 23 December 1976, with the letters of homonyms). */
export function readFiscalCode(typed: string): FiscalCode {
  const code = typed.replace(/\s/gu, '').toUpperCase()
  if (/^\d{11}$/.test(code)) return { code, fault: isPartitaIva(code) ? null : 'check-digit' }
  if (!PERSON.test(code)) return { code, fault: 'format' }
  return { code, fault: checkLetter(code.slice(0, 15)) === code.at(-1) ? null : 'check-digit' }
}
