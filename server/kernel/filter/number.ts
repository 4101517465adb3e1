import type { Ast, Setting } from './ast.ts'
import { guessDecimal, readDecimal } from './decimal.ts'
import { FilterFault } from './fault.ts'
import { onLine, point } from './span.ts'
import type { Term } from './syntax.ts'

/** A condition on a number, with the user's decimal and thousands signs. @throws FilterFault */
export const readNumber = (term: Term, { language }: Setting): Ast =>
  onLine(term, 'number', ({ text, start, end }) => {
    const number = readDecimal(text, language)
    if (number !== undefined) return point('number', number)
    const guess = guessDecimal(text, language)
    throw new FilterFault(
      start,
      end,
      { key: 'number' },
      guess === undefined ? [] : [{ from: start, to: end, text: guess }],
    )
  })
