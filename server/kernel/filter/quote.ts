import type { Part } from './ast.ts'

/** Whether a bare text is read as `%name`. */
export const isToken = (text: string): boolean => /^%\p{L}[\p{L}\d]*$/u.test(text)

/** Parts in quotes, so that only their wildcards keep a meaning: case and accents count. */
export const inQuotes = (parts: readonly Part[]): string => `'${parts.map(quotedPart).join('').replace(/^@/, '\\@')}'`

const quotedPart = (part: Part): string =>
  'text' in part ? part.text.replaceAll(/[*?\\]/g, '\\$&').replaceAll("'", "''") : sign(part)
const sign = ({ wild }: { readonly wild: 'many' | 'one' }): string => (wild === 'many' ? '*' : '?')

/** Parts whose case and accents do not count, bare where that reads the same. */
export function writeParts(parts: readonly Part[]): string {
  const bare = parts.map((part) => ('text' in part ? part.text : sign(part))).join('')
  const plain = parts.every((part) => !('text' in part) || !/[*?]/.test(part.text))
  return plain && isBare(bare) ? bare : `@${inQuotes(parts)}`
}

export const writeText = (text: string): string => writeParts(text === '' ? [] : [{ text }])

/** A point at an end would run together with the `..` of a range. */
const isBare = (text: string): boolean =>
  text === text.trim() && !/^$|^[<>=@'.]|[&|()]|\.\.|\.$/.test(text) && !isToken(text)
