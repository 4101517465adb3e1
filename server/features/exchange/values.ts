import type { ContactField, Mapping } from './fields.ts'
import type { Row } from './row.ts'

/** A value of a row and where it stands. */
export interface Found {
  readonly column: number
  readonly value: string
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those, and marks without a width, cannot be seen and would never be found
const invisible = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const nothing = /^(-+|#N\/A|#N\/D|#REF!|#RIF!|#VALUE!|#VALORE!|\\N)$/

/** What a cell says: well-formed text without what cannot be seen, blanks at its ends, and signs for nothing. */
export function clean(cell: string): string {
  const text = cell
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .trim()
  return nothing.test(text) ? '' : text
}

/** The values that a row has for each field, in the order of its columns. */
export function valuesOf(row: Row, mapping: Mapping): Map<ContactField, Found[]> {
  const found = new Map<ContactField, Found[]>()
  mapping.forEach((field, column) => {
    const value = clean(row.cells[column] ?? '')
    if (field !== null && value !== '') found.set(field, [...(found.get(field) ?? []), { column, value }])
  })
  return found
}

export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** Several values in one cell, as programs export them: lines, commas, Google's `:::`. */
export const separate = (value: string, mark: RegExp): string[] => value.split(mark).filter((part) => part !== '')

/** Several telephone numbers in one cell; a comma, bar or slash also stands within a number, so it only separates whole ones. */
export function separatePhones({ column, value }: Found): Found[] {
  const whole = (parts: string[]) => parts.every((part) => (part.match(/\d/g)?.length ?? 0) >= 6)
  return separate(value, /\s*(?:\n|:::)\s*/).flatMap((line) => {
    const parts = separate(line, /\s*[,;/|]\s*(?!ext)/i)
    return (parts.length > 1 && whole(parts) ? parts : [line]).map((part) => ({ column, value: inOneLine(part) }))
  })
}
