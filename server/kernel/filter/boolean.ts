import type { Ast } from './ast.ts'
import { blank, equal } from './build.ts'
import { closest } from './closest.ts'
import { FilterFault } from './fault.ts'
import { fold } from './fold.ts'
import type { Term, Value } from './syntax.ts'

const words: Readonly<Record<string, string>> = {
  yes: 'true',
  true: 'true',
  si: 'true',
  vero: 'true',
  1: 'true',
  no: 'false',
  false: 'false',
  falso: 'false',
  0: 'false',
}

/** A condition on a yes or no, in either language; `''` asks for neither. @throws FilterFault */
export function readBoolean(term: Term): Ast {
  if (term.is === 'range') throw noBoolean(term.to === null ? term.from : term.to)
  const { operator, value } = term
  if (operator !== '=' && operator !== '<>') throw noBoolean(value)
  const not = operator === '<>'
  if (value.text === '') return blank('boolean', not)
  const truth = words[fold(value.text)]
  if (truth === undefined) throw noBoolean(value)
  return equal('boolean', truth, not)
}

function noBoolean({ start, end, text }: Value): FilterFault {
  const near = closest(fold(text), Object.keys(words))
  return new FilterFault(
    start,
    end,
    { key: 'boolean' },
    near === undefined ? [] : [{ from: start, to: end, text: near }],
  )
}
