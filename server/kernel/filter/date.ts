import { Temporal } from 'temporal-polyfill'
import type { Ast, Setting } from './ast.ts'
import { closest } from './closest.ts'
import { dayWords } from './day-words.ts'
import { readDays } from './days.ts'
import { type Edit, FilterFault } from './fault.ts'
import { fold } from './fold.ts'
import type { Reading } from './reading.ts'
import { bound, onLine, point, type Span, stretch } from './span.ts'
import type { Term, Value } from './syntax.ts'

/** A condition on a day; a word may stand for a span of days. @throws FilterFault */
export const readDate = (term: Term, nullable: boolean, { setting, moves }: Reading): Ast =>
  onLine(term, 'day', (value) => {
    const days = readDays(value.text, setting)
    if (days === undefined) throw new FilterFault(value.start, value.end, { key: 'date' }, nearestDay(value, setting))
    if (days.moves !== null) moves.add(days.moves)
    return spanOf(days.first.toString(), days.last.toString(), nullable)
  })

const spanOf = (first: string, last: string, nullable: boolean): Span =>
  first === last
    ? point('day', first)
    : stretch(bound('day', 'from', first, true), bound('day', 'to', last, true), nullable)

/** The day that was likely meant: month and day changed over, a day past the month's end, a slip in a word. */
export function nearestDay({ text, start, end }: Value, setting: Setting): Edit[] {
  const guess = dateGuess(text) ?? wordGuess(text)
  return guess === undefined || readDays(guess, setting) === undefined ? [] : [{ from: start, to: end, text: guess }]
}

function dateGuess(text: string): string | undefined {
  const found = /^(\d{1,2})\D(\d{1,2})\D(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  const compact = /^([12]\d{3})(\d{2})(\d{2})$/.exec(text)
  if (compact !== null) return `${compact[1]}-${compact[2]}-${compact[3]}`
  if (found === null) return undefined
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (month > 12) return day > 12 ? undefined : `${month}/${day}/${year}`
  if (month < 1 || year < 1) return undefined
  return `${Math.min(day, Temporal.PlainYearMonth.from({ year, month }).daysInMonth)}/${month}/${year}`
}

function wordGuess(text: string): string | undefined {
  const [, word = '', rest = ''] = /^([a-z]+)(.*)$/.exec(fold(text).replaceAll(/\s/g, '')) ?? []
  const near = word === '' ? undefined : closest(word, dayWords)
  return near === undefined ? undefined : `${near}${rest}`
}
