import type { Ast, Bound, Comparison } from './ast.ts'
import { all, any, blank, equal } from './build.ts'
import { FilterFault } from './fault.ts'
import type { Term, Value } from './syntax.ts'

/** What a value stands for on the line of its kind: the ends that a range uses, and what "equal" asks. */
export interface Span {
  readonly from: Bound
  readonly to: Bound
  readonly equal: Ast
  readonly notEqual: Ast
}

/** One point of the line. */
export const point = (as: Comparison, value: string): Span => ({
  from: bound(as, 'from', value, true),
  to: bound(as, 'to', value, true),
  equal: equal(as, value),
  notEqual: equal(as, value, true),
})

/** A stretch of the line; what is blank lies outside of it. */
export function stretch(from: Bound, to: Bound, nullable: boolean): Span {
  const outside = [complement(from), complement(to)]
  return {
    from,
    to,
    equal: all(from, to),
    notEqual: any(...outside, ...(nullable ? [blank(from.as)] : [])),
  }
}

export const bound = (as: Comparison, side: 'from' | 'to', value: string, included: boolean): Bound => ({
  is: 'bound',
  as,
  side,
  value,
  included,
})

const complement = ({ as, side, value, included }: Bound): Bound =>
  bound(as, side === 'from' ? 'to' : 'from', value, !included)

/** A term over values that lie on a line: numbers, days, instants, times. `''` asks for no value. @throws FilterFault */
export function onLine(term: Term, as: Comparison, read: (value: Value) => Span): Ast {
  if (term.is === 'range') {
    const ends = [term.from && read(filled(term.from)).from, term.to && read(filled(term.to)).to]
    return all(...ends.filter((end) => end !== null))
  }
  const { operator, value } = term
  if (value.text === '' && (operator === '=' || operator === '<>')) return blank(as, operator === '<>')
  const span = read(filled(value))
  switch (operator) {
    case '=':
      return span.equal
    case '<>':
      return span.notEqual
    case '<':
      return complement(span.from)
    case '<=':
      return span.to
    case '>':
      return complement(span.to)
    case '>=':
      return span.from
  }
}

function filled(value: Value): Value {
  if (value.text === '') throw new FilterFault(value.start, value.end, { key: 'notBlank' })
  return value
}
