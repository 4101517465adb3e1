import { Temporal } from 'temporal-polyfill'
import type { Setting } from './ast.ts'
import { fold } from './fold.ts'
import { durationOf, firstOf } from './formula.ts'

/** Days from the first to the last, and how often what was written comes to mean other ones. */
export interface Days {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  readonly moves: Moves | null
  /** it was `now`: with a time, the present instant */
  readonly now?: boolean
}
/** From the restless to the calm. */
export const paces = ['instant', 'day', 'week', 'month', 'quarter', 'year', 'workDate'] as const
export type Moves = (typeof paces)[number]

type Period = 'W' | 'M' | 'Q' | 'Y'
const paceOf = { W: 'week', M: 'month', Q: 'quarter', Y: 'year' } as const

export const today = ({ today }: Setting): Temporal.PlainDate => Temporal.PlainDate.from(today)
export const workDate = ({ today, workDate = today }: Setting): Temporal.PlainDate => Temporal.PlainDate.from(workDate)
export const oneDay = (day: Temporal.PlainDate, moves: Moves | null): Days => ({ first: day, last: day, moves })
/** What hangs on the work date moves with it when the user chose one, else with the calendar. */
export const byWorkDate = ({ workDate }: Setting, pace: Moves): Moves => (workDate === undefined ? pace : 'workDate')

export function wholePeriod(unit: Period, day: Temporal.PlainDate, offset = 0): Days {
  const first = firstOf(day, unit).add(durationOf(unit, offset))
  return { first, last: first.add(durationOf(unit, 1)).subtract({ days: 1 }), moves: paceOf[unit] }
}

const words: readonly { readonly names: readonly string[]; readonly days: (setting: Setting) => Days }[] = [
  { names: ['today', 'oggi'], days: (setting) => oneDay(today(setting), 'day') },
  { names: ['workdate', 'datalavoro'], days: (setting) => oneDay(workDate(setting), byWorkDate(setting, 'day')) },
  { names: ['now', 'adesso', 'ora'], days: (setting) => ({ ...oneDay(today(setting), 'day'), now: true }) },
  { names: ['yesterday', 'ieri'], days: (setting) => oneDay(today(setting).subtract({ days: 1 }), 'day') },
  { names: ['tomorrow', 'domani'], days: (setting) => oneDay(today(setting).add({ days: 1 }), 'day') },
  { names: ['week', 'settimana'], days: (setting) => wholePeriod('W', today(setting)) },
  { names: ['month', 'mese'], days: (setting) => wholePeriod('M', today(setting)) },
  { names: ['quarter', 'trimestre'], days: (setting) => wholePeriod('Q', today(setting)) },
  { names: ['year', 'anno'], days: (setting) => wholePeriod('Y', today(setting)) },
]
const units: readonly { readonly names: readonly string[]; readonly unit: Period }[] = [
  { names: ['week', 'settimana'], unit: 'W' },
  { names: ['month', 'mese'], unit: 'M' },
  { names: ['quarter', 'trimestre'], unit: 'Q' },
  { names: ['year', 'anno'], unit: 'Y' },
]
const weekdays: readonly (readonly string[])[] = [
  ['monday', 'lunedi'],
  ['tuesday', 'martedi'],
  ['wednesday', 'mercoledi'],
  ['thursday', 'giovedi'],
  ['friday', 'venerdi'],
  ['saturday', 'sabato'],
  ['sunday', 'domenica'],
]

/** Every word in full, for whoever looks for the one that was meant. */
export const dayWords: readonly string[] = [
  ...words.flatMap(({ names }) => names),
  ...weekdays.flat(),
  'lastweek',
  'lastmonth',
  'lastquarter',
  'lastyear',
  'nextweek',
  'nextmonth',
  'nextquarter',
  'nextyear',
]

/**
 * A word of either language, or a beginning of it. A whole word or the usual three letters of a weekday go first, then
 * the words of today's surroundings in their order, then the weekdays.
 */
export function readDayWord(text: string, setting: Setting): Days | undefined {
  const word = fold(text).replaceAll(/\s/g, '')
  if (!/^[a-z]+$/.test(word)) return undefined
  const whole = words.find(({ names }) => names.includes(word))
  if (whole !== undefined) return whole.days(setting)
  const usual = weekdays.findIndex((names) => names.some((name) => name === word || name.slice(0, 3) === word))
  if (usual >= 0) return weekdayNear(usual, setting)
  const begun = words.find(({ names }) => names.some((name) => name.startsWith(word)))
  if (begun !== undefined) return begun.days(setting)
  const weekday = weekdayOf(word)
  return weekday === undefined ? neighbour(word, setting) : weekdayNear(weekday, setting)
}

/** Index of the first weekday with a name that begins so, 0 for Monday. */
export function weekdayOf(word: string): number | undefined {
  const index = weekdays.findIndex((names) => names.some((name) => name.startsWith(word)))
  return index < 0 ? undefined : index
}

const weekdayNear = (index: number, setting: Setting): Days =>
  oneDay(firstOf(workDate(setting), 'W').add({ days: index }), byWorkDate(setting, 'week'))

/** `lastweek`, `nextmonth`, `settimana scorsa`, `prossimo mese`. */
function neighbour(word: string, setting: Setting): Days | undefined {
  const found =
    /^(last|next|scors[oa]|prossim[oa])([a-z]+)$/.exec(word) ?? /^([a-z]+)(scors[oa]|prossim[oa])$/.exec(word)
  const [, one = '', other = ''] = found ?? []
  const [side, unit] = /^(?:last|next|scors|prossim)/.test(one) ? [one, other] : [other, one]
  const known = units.find(({ names }) => unit !== '' && names.some((name) => name.startsWith(unit)))
  return known && wholePeriod(known.unit, today(setting), /^(?:last|scors)/.test(side) ? -1 : 1)
}
