import { limits } from './ast.ts'
import { type Edit, FilterFault } from './fault.ts'
import type { Operator, Syntax, Term, Value } from './syntax.ts'
import { readValue, skipBlanks } from './value.ts'

interface Cursor {
  readonly text: string
  at: number
  terms: number
}

/**
 * Takes an expression apart by the grammar: `&` binds tighter than `|`, parentheses group.
 * @returns null when there is nothing but blanks
 * @throws FilterFault with the place, what could stand there, and likely repairs
 */
export function scan(text: string): Syntax | null {
  const cursor: Cursor = { text, at: skipBlanks(text, 0), terms: 0 }
  if (cursor.at === text.length) return null
  const whole = or(cursor, 0)
  if (cursor.at === text.length) return whole
  if (text[cursor.at] !== ')') throw sideBySide(cursor, cursor.at)
  throw new FilterFault(cursor.at, cursor.at + 1, { key: 'opening' }, [deletion(cursor.at, cursor.at + 1)])
}

/** Whether a well-formed expression is short, flat and small enough to be read. */
export function isWithinLimits(text: string): boolean {
  if (text.length > limits.length) return false
  try {
    scan(text)
    return true
  } catch (fault) {
    if (fault instanceof FilterFault) return false
    throw fault
  }
}

const or = (cursor: Cursor, depth: number): Syntax => joined(cursor, '|', 'any', () => and(cursor, depth))
const and = (cursor: Cursor, depth: number): Syntax => joined(cursor, '&', 'all', () => factor(cursor, depth))

function joined(cursor: Cursor, sign: string, is: 'all' | 'any', operand: () => Syntax): Syntax {
  const first = operand()
  const of = [first]
  while (cursor.text[cursor.at] === sign) {
    cursor.at++
    of.push(operand())
  }
  return of.length === 1 ? first : { is, of }
}

function factor(cursor: Cursor, depth: number): Syntax {
  cursor.at = skipBlanks(cursor.text, cursor.at)
  const start = cursor.at
  const one = cursor.text[start] === '(' ? group(cursor, depth + 1) : term(cursor)
  cursor.at = skipBlanks(cursor.text, cursor.at)
  const next = cursor.text[cursor.at]
  if (next !== undefined && !'&|)'.includes(next)) throw sideBySide(cursor, start)
  return one
}

function group(cursor: Cursor, depth: number): Syntax {
  const open = cursor.at
  if (depth > limits.depth) throw new FilterFault(open, open + 1, { key: 'depth', values: { limit: limits.depth } })
  cursor.at++
  const inner = or(cursor, depth)
  if (cursor.text[cursor.at] !== ')') {
    const end = cursor.text.length
    throw new FilterFault(open, open + 1, { key: 'closing' }, [{ from: end, to: end, text: ')' }])
  }
  cursor.at++
  return inner
}

function term(cursor: Cursor): Term {
  const start = cursor.at
  cursor.terms++
  if (cursor.terms > limits.terms)
    throw new FilterFault(start, cursor.text.length, { key: 'terms', values: { limit: limits.terms } })
  const operator = /^(?:<>|<=|>=|<|>|=)/.exec(cursor.text.slice(start, start + 2))?.[0] as Operator | undefined
  if (operator !== undefined) {
    cursor.at = skipBlanks(cursor.text, start + operator.length)
    const value = required(cursor)
    if (cursor.text.startsWith('..', cursor.at)) throw rangeAfterOperator(cursor, start, operator, value)
    return { is: 'compare', operator, value }
  }
  if (skipRange(cursor)) return { is: 'range', from: null, to: required(cursor) }
  const value = required(cursor)
  return skipRange(cursor)
    ? { is: 'range', from: value, to: optional(cursor) }
    : { is: 'compare', operator: '=', value }
}

function skipRange(cursor: Cursor): boolean {
  if (!cursor.text.startsWith('..', cursor.at)) return false
  cursor.at = skipBlanks(cursor.text, cursor.at + 2)
  return true
}

function optional(cursor: Cursor): Value | null {
  const next = cursor.text.charAt(cursor.at)
  return next === '' || '&|)'.includes(next) ? null : required(cursor)
}

function required(cursor: Cursor): Value {
  const value = readValue(cursor.text, cursor.at)
  if (value === undefined) {
    if (cursor.text[cursor.at] === '@') cursor.at = skipBlanks(cursor.text, cursor.at + 1)
    throw noValue(cursor)
  }
  cursor.at = skipBlanks(cursor.text, value.end)
  return value
}

const deletion = (from: number, to: number): Edit => ({ from, to, text: '' })
const intended: Readonly<Record<string, string>> = {
  '=<': '<=',
  '=>': '>=',
  '><': '<>',
  '==': '=',
  '<<': '<',
  '>>': '>',
}

/** The place has no value: the operator before it is one too many, or the one behind it. */
function noValue({ text, at }: Cursor): FilterFault {
  const before = /(?:\.\.|<>|[<>]=|[<>=&|@])\s*$/.exec(text.slice(0, at))
  const behind = /^(?:\.\.|[<>]=|[<>=&|()@.])/.exec(text.slice(at))?.[0] ?? ''
  const double = before === null ? undefined : intended[before[0].trim() + behind]
  const repairs: Edit[] = []
  if (double !== undefined) repairs.push({ from: before?.index ?? at, to: at + behind.length, text: double })
  if (before !== null) repairs.push(deletion(before.index, at))
  if (behind === ')') repairs.push(deletion(text.slice(0, at).lastIndexOf('('), at + 1))
  if (behind !== '') repairs.push(deletion(at, at + behind.length))
  return new FilterFault(at, at + behind.length, { key: 'value' }, repairs)
}

/** Two conditions with nothing between: the whole was meant as one text, or an "or" is missing. */
function sideBySide({ text, at }: Cursor, start: number): FilterFault {
  const end = endOfRun(text, at)
  const expected = { key: 'operator' }
  if (text.startsWith('..', at)) return new FilterFault(at, at + 2, expected, [deletion(at, end)])
  const repairs: Edit[] = [{ from: at, to: at, text: '|' }]
  const isText = text[start] !== '(' && text[at] !== "'"
  if (isText) repairs.unshift(oneText(text, start, at, end))
  return new FilterFault(at, end, expected, repairs)
}

function oneText(text: string, start: number, at: number, end: number): Edit {
  const from = start + (/^(?:<>|[<>]=?|=)\s*/.exec(text.slice(start))?.[0].length ?? 0)
  const before = text.slice(from, at).trimEnd()
  const behind = text.slice(from + before.length, end).trimEnd()
  const to = from + before.length + behind.length
  const inside = (part: string) => part.replaceAll("'", "''")
  if (/^@?'.*'$/s.test(before)) return { from, to, text: `${before.slice(0, -1)}${inside(behind)}'` }
  return { from, to, text: `@'${inside(before.replace(/^@/, '') + behind)}'` }
}

/** From `at` to the next operator outside of parentheses. */
function endOfRun(text: string, at: number): number {
  let depth = 0
  for (let end = at; end < text.length; end++) {
    const char = text.charAt(end)
    if (depth === 0 && '&|)'.includes(char)) return end
    if (char === '(') depth++
    if (char === ')') depth--
  }
  return text.length
}

/** `<>a..b` has no place in the grammar; what it means has. */
function rangeAfterOperator({ text, at }: Cursor, start: number, operator: Operator, value: Value): FilterFault {
  const from = text.slice(value.start, value.end)
  const to = readValue(text, skipBlanks(text, at + 2))
  const repairs: Edit[] = [{ from: start, to: start + operator.length, text: '' }]
  if (operator === '<>' && to !== undefined)
    repairs.unshift({ from: start, to: to.end, text: `(<${from}|>${text.slice(to.start, to.end)})` })
  return new FilterFault(at, at + 2, { key: 'operator' }, repairs)
}
