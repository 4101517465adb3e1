import type { Ast, Part, Setting, TextComparison } from './ast.ts'
import { all, any, blank, equal } from './build.ts'
import { FilterFault } from './fault.ts'
import { inQuotes } from './quote.ts'
import { bound } from './span.ts'
import { hasWildcard, type Term, type Value } from './syntax.ts'
import { tokenValues } from './token.ts'

/** A condition on a text. In quotes case and accents count. @throws FilterFault */
export const readText = (term: Term, setting: Setting): Ast =>
  onText(term, setting, (value) => ({ as: value.exact ? 'exact' : 'text', parts: value.parts }))

/** A condition on a code: all of it in upper case. @throws FilterFault */
export const readCode = (term: Term, setting: Setting): Ast =>
  onText(term, setting, (value) => ({ as: 'code', parts: value.parts.map(upper) }))

const upper = (part: Part): Part => ('text' in part ? { text: part.text.toUpperCase() } : part)

interface Pattern {
  readonly as: TextComparison
  readonly parts: readonly Part[]
}
type PatternOf = (value: Value) => Pattern

function onText(term: Term, setting: Setting, patternOf: PatternOf): Ast {
  if (term.is === 'range') {
    const end = (side: 'from' | 'to', value: Value | null) =>
      value === null ? [] : [boundOf(side, true, value, setting, patternOf)]
    return all(...end('from', term.from), ...end('to', term.to))
  }
  const { operator, value } = term
  switch (operator) {
    case '=':
    case '<>': {
      const not = operator === '<>'
      const choices = resolved(value, setting).map((one) => matching(patternOf(one), not))
      return not ? all(...choices) : any(...choices)
    }
    case '<':
    case '<=':
      return boundOf('to', operator === '<=', value, setting, patternOf)
    case '>':
    case '>=':
      return boundOf('from', operator === '>=', value, setting, patternOf)
  }
}

function matching({ as, parts }: Pattern, not: boolean): Ast {
  if (parts.length === 0) return blank(as === 'exact' ? 'text' : as, not)
  if (parts.every((part) => 'text' in part)) return equal(as, textOf(parts), not)
  return { is: 'like', as, parts, not }
}

function boundOf(side: 'from' | 'to', included: boolean, given: Value, setting: Setting, patternOf: PatternOf): Ast {
  const [value, ...more] = resolved(given, setting)
  if (value === undefined || more.length > 0) throw new FilterFault(given.start, given.end, { key: 'single' })
  if (hasWildcard(value)) {
    const plain = textOf(value.parts)
    const repair = { from: given.start, to: given.end, text: value.exact ? inQuotes([{ text: plain }]) : plain }
    throw new FilterFault(given.start, given.end, { key: 'noWildcard' }, [repair])
  }
  const { as, parts } = patternOf(value)
  return bound(as, side, textOf(parts), included)
}

/** The value itself, or what its token stands for. */
function resolved(value: Value, setting: Setting): readonly Value[] {
  const values = tokenValues(value, setting)
  return values === undefined
    ? [value]
    : values.map((text) => ({ ...value, text, parts: text === '' ? [] : [{ text }] }))
}

const textOf = (parts: readonly Part[]): string => parts.map((part) => ('text' in part ? part.text : '')).join('')
