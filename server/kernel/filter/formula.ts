import { Temporal } from 'temporal-polyfill'

type Unit = 'D' | 'W' | 'M' | 'Q' | 'Y'
/** One step of a date formula: by a number of units, to the end of a period, or to the next day that has a number. */
export type FormulaTerm = { readonly sign: 1 | -1 } & (
  | { readonly by: number; readonly unit: Unit }
  | { readonly endOf: Exclude<Unit, 'D'> }
  /** day of a month (1 to 31) or of a week (1 to 7, Monday first) */
  | { readonly next: number; readonly of: 'month' | 'week' }
)
export type Formula = readonly FormulaTerm[]

const letters: Readonly<Record<string, Unit>> = {
  D: 'D',
  G: 'D',
  W: 'W',
  S: 'W',
  M: 'M',
  Q: 'Q',
  T: 'Q',
  Y: 'Y',
  A: 'Y',
}
const one = /([+-]?)(?:(\d{1,4})([DGWSMQTYA])|C([WSMQTYA])|(WD|GS|D|G)(\d{1,2}))/y

/**
 * Reads a date formula: `10D`, `-1Y`, `CM+10D`, `D10`, `WD4`; with the letters of English or Italian (G GS S M T A C),
 * or the English ones between `<` and `>`. At most 20 characters; blank is no movement.
 * @returns undefined for anything else
 */
export function parseFormula(text: string): Formula | undefined {
  const given = text.replaceAll(/\s/g, '').toUpperCase()
  const neutral = /^<([^<>GSTA]*)>$/.exec(given)?.[1]
  const formula = neutral ?? given
  if (given.length > 20) return undefined
  const terms: FormulaTerm[] = []
  one.lastIndex = 0
  while (one.lastIndex < formula.length) {
    const found = one.exec(formula)
    const term = found === null || (terms.length > 0 && found[1] === '') ? undefined : termOf(found)
    if (term === undefined) return undefined
    terms.push(term)
  }
  return terms
}

function termOf([, minus, number, unit, end, weekday, place]: readonly string[]): FormulaTerm | undefined {
  const sign = minus === '-' ? -1 : 1
  if (number !== undefined)
    return Number(number) === 0 ? undefined : { sign, by: Number(number), unit: letters[unit ?? ''] ?? 'D' }
  if (end !== undefined) return { sign, endOf: letters[end] as Exclude<Unit, 'D'> }
  const of = weekday?.length === 2 ? 'week' : 'month'
  const next = Number(place)
  return next >= 1 && next <= (of === 'week' ? 7 : 31) ? { sign, next, of } : undefined
}

/**
 * The day that the formula leads to from a given one, term by term; a month's end stays within its month.
 * @returns undefined when it leaves the years 1 to 9999
 */
export function move(day: Temporal.PlainDate, formula: Formula): Temporal.PlainDate | undefined {
  let moved = day
  for (const term of formula) {
    moved = step(moved, term)
    if (moved.year < 1 || moved.year > 9999) return undefined
  }
  return moved
}

function step(day: Temporal.PlainDate, term: FormulaTerm): Temporal.PlainDate {
  if ('by' in term) return day.add(durationOf(term.unit, term.sign * term.by))
  if ('endOf' in term) {
    const first = firstOf(day, term.endOf)
    return term.sign < 0 ? first : first.add(durationOf(term.endOf, 1)).subtract({ days: 1 })
  }
  return nextNumbered(day, term)
}

/** First day of the week (Monday), month, quarter or year that the day is in. */
export function firstOf(day: Temporal.PlainDate, unit: Exclude<Unit, 'D'>): Temporal.PlainDate {
  switch (unit) {
    case 'W':
      return day.subtract({ days: day.dayOfWeek - 1 })
    case 'M':
      return day.with({ day: 1 })
    case 'Q':
      return day.with({ month: day.month - ((day.month - 1) % 3), day: 1 })
    case 'Y':
      return day.with({ month: 1, day: 1 })
  }
}

export function durationOf(unit: Unit, number: number): Temporal.DurationLike {
  switch (unit) {
    case 'D':
      return { days: number }
    case 'W':
      return { weeks: number }
    case 'M':
      return { months: number }
    case 'Q':
      return { months: 3 * number }
    case 'Y':
      return { years: number }
  }
}

/** Never the day itself; a month that lacks the number is passed over. */
function nextNumbered(
  day: Temporal.PlainDate,
  { sign, next, of }: { sign: 1 | -1; next: number; of: 'month' | 'week' },
): Temporal.PlainDate {
  if (of === 'week') {
    const ahead = sign * (next - day.dayOfWeek)
    return day.add({ days: sign * (ahead > 0 ? ahead : ahead + 7) })
  }
  const first = day.with({ day: 1 })
  for (let months = 0; ; months++) {
    const month = first.add({ months: sign * months })
    if (next > month.daysInMonth) continue
    const found = month.with({ day: next })
    if (sign * Temporal.PlainDate.compare(found, day) > 0) return found
  }
}
