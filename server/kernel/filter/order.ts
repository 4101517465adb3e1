import { Temporal } from 'temporal-polyfill'
import type { Comparison } from './ast.ts'
import { compareDecimals } from './decimal.ts'
import { fold } from './fold.ts'

/** Below, at or above zero, as `a` comes before, with or after `b`. */
export function compare(as: Comparison, a: string, b: string): number {
  switch (as) {
    case 'text':
      return compareCharacters(fold(a), fold(b))
    case 'code':
      return compareCharacters(codeKey(a), codeKey(b))
    case 'number':
      return compareDecimals(a, b)
    case 'instant':
      return Temporal.Instant.compare(a, b)
    case 'time':
      return Temporal.PlainTime.compare(a, b)
    default:
      return compareCharacters(a, b)
  }
}

/** What a code is sorted by: up to 20 digits as a number, all else as it is. */
export const codeKey = (code: string): string => (/^[0-9]{1,20}$/.test(code) ? code.padStart(20, '0') : code)

/** By code points, as the collation "C" has it; by the units of UTF-16 U+1F600 would come before U+FB01. */
function compareCharacters(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  const at = left.findIndex((char, index) => char !== right[index])
  if (at < 0) return left.length - right.length
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1)
}
