import type { Ast, Comparison, Part } from './ast.ts'
import { fold } from './fold.ts'
import { compare } from './order.ts'

/** A stored value: numbers may come as decimal text, instants and days as text. */
export type Stored = string | number | boolean | null

/** Whether a value passes the filter: what the database must answer too. */
export function evaluate(ast: Ast, value: Stored): boolean {
  switch (ast.is) {
    case 'all':
      return ast.of.every((one) => evaluate(one, value))
    case 'any':
      return ast.of.some((one) => evaluate(one, value))
    case 'blank':
      return (value === null || (isText(ast.as) && value === '')) !== ast.not
  }
  const stored = value ?? (isText(ast.as) ? '' : null)
  if (stored === null) return 'not' in ast && ast.not
  switch (ast.is) {
    case 'equal':
      return isEqual(ast.as, String(stored), ast.value) !== ast.not
    case 'like':
      return (
        matches(
          ast.as === 'text' ? ast.parts.map(folded) : ast.parts,
          ast.as === 'text' ? fold(String(stored)) : String(stored),
        ) !== ast.not
      )
    case 'bound': {
      const order = compare(ast.as, String(stored), ast.value)
      return (ast.included && order === 0) || (ast.side === 'from' ? order > 0 : order < 0)
    }
  }
}

export const isText = (as: Comparison): boolean => as === 'text' || as === 'exact' || as === 'code'

/** A code is equal only to itself, although 7 and 007 stand at the same place of the order. */
const isEqual = (as: Comparison, a: string, b: string): boolean => (as === 'code' ? a === b : compare(as, a, b) === 0)

const folded = (part: Part): Part => ('text' in part ? { text: fold(part.text) } : part)
const many = Symbol('*')
const one = Symbol('?')

/** Whether the whole text fits the parts; only the last `*` is ever given more, so that no pattern takes long. */
function matches(parts: readonly Part[], text: string): boolean {
  const pattern = parts.flatMap((part): (string | symbol)[] =>
    'text' in part ? [...part.text] : [part.wild === 'many' ? many : one],
  )
  const chars = [...text]
  let [at, star, resume] = [0, -1, 0]
  for (let i = 0; i < chars.length; ) {
    if (pattern[at] === many) {
      star = at++
      resume = i
    } else if (at < pattern.length && (pattern[at] === one || pattern[at] === chars[i])) {
      at++
      i++
    } else if (star >= 0) {
      at = star + 1
      i = ++resume
    } else return false
  }
  return pattern.slice(at).every((left) => left === many)
}
