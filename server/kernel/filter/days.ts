import { Temporal } from 'temporal-polyfill'
import type { Setting } from './ast.ts'
import { byWorkDate, type Days, oneDay, readDayWord, today, weekdayOf, wholePeriod, workDate } from './day-words.ts'
import { fold } from './fold.ts'
import { type Formula, move, parseFormula } from './formula.ts'

/**
 * Reads a day or a span of days: a date in the order day, month, year; `YYYY-MM-DD`; part of a date; a word; a weekday,
 * also with its week; a period of the fiscal year; each with a date formula behind it; or a formula alone, from today.
 * @returns undefined for anything else, and for what lies outside of the years 1 to 9999
 */
export function readDays(text: string, setting: Setting): Days | undefined {
  const days = plain(text, setting) ?? moved(text, setting)
  return days === undefined || days.first.year < 1 || days.last.year > 9999 ? undefined : days
}

function plain(text: string, setting: Setting): Days | undefined {
  const date = fullDate(text)
  if (date !== undefined) return oneDay(date, null)
  return (
    partOfDate(text, setting) ??
    readDayWord(text, setting) ??
    formulaFromToday(text, setting) ??
    weekdayOfWeek(text, setting) ??
    period(text, setting)
  )
}

const iso8601 = /^(\d{4})[^\p{L}\d*?+](\d{1,2})[^\p{L}\d*?+](\d{1,2})$/u
const withMonthName = /^(\d{1,2})[\s./-]*(\p{L}{3,})[\s./-]*(\d{4}|\d{2})$/u
const separated = /^(\d{1,2})[^\p{L}\d*?+](\d{1,2})[^\p{L}\d*?+](\d{4}|\d{2})$/u
const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/

function fullDate(text: string): Temporal.PlainDate | undefined {
  const iso = iso8601.exec(text)
  if (iso !== null) return dateOf(iso[3], iso[2], iso[1])
  const spoken = withMonthName.exec(text)
  if (spoken !== null) return dateOf(spoken[1], monthOf(spoken[2] ?? ''), spoken[3])
  const usual = separated.exec(text) ?? digits.exec(text)
  return usual === null ? undefined : dateOf(usual[1], usual[2], usual[3])
}

const months: readonly (readonly string[])[] = [
  ['january', 'gennaio'],
  ['february', 'febbraio'],
  ['march', 'marzo'],
  ['april', 'aprile'],
  ['may', 'maggio'],
  ['june', 'giugno'],
  ['july', 'luglio'],
  ['august', 'agosto'],
  ['september', 'settembre'],
  ['october', 'ottobre'],
  ['november', 'novembre'],
  ['december', 'dicembre'],
]
const monthOf = (name: string): string =>
  String(months.findIndex((names) => names.some((one) => one.startsWith(fold(name)))) + 1)

/** Years of two digits are 1950 to 2049. */
function dateOf(day = '', month = '', year = ''): Temporal.PlainDate | undefined {
  const full = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year)
  return existing(full, Number(month), Number(day))
}

function existing(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1) return undefined
  const date = Temporal.PlainDate.from({ year, month, day })
  return date.day === day ? date : undefined
}

/** `23` in the month of the work date; `2310`, `23/10` in its year. */
function partOfDate(text: string, setting: Setting): Days | undefined {
  const found = /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})(?:[^\p{L}\d*?+](\d{1,2}))?$/u.exec(text)
  if (found === null) return undefined
  const [, day, month] = found
  const work = workDate(setting)
  const date = existing(work.year, month === undefined ? work.month : Number(month), Number(day))
  return date && oneDay(date, byWorkDate(setting, month === undefined ? 'month' : 'year'))
}

/** `tu25`, `t-1`, `tu25-2026`: a weekday of an ISO 8601 week, of the work date's year unless said otherwise. */
function weekdayOfWeek(text: string, setting: Setting): Days | undefined {
  const found = /^([a-z]+)[\s./-]?(\d{1,2})(?:[\s./-](\d{4}|\d{2}))?$/.exec(fold(text))
  const weekday = found === null ? undefined : weekdayOf(found[1] ?? '')
  if (found === null || weekday === undefined) return undefined
  const [, , week, year] = found
  const january = year === undefined ? existing(workDate(setting).yearOfWeek ?? 0, 1, 4) : dateOf('4', '1', year)
  const day = january?.add({ days: (Number(week) - 1) * 7 + 1 - january.dayOfWeek + weekday })
  if (day === undefined || day.weekOfYear !== Number(week)) return undefined
  return oneDay(day, year === undefined ? byWorkDate(setting, 'year') : null)
}

/** `p4`: fourth month of the fiscal year that the work date is in. */
function period(text: string, setting: Setting): Days | undefined {
  const number = Number(/^p(\d{1,2})$/i.exec(text)?.[1] ?? 0)
  if (number < 1 || number > 12) return undefined
  const work = workDate(setting)
  const start = setting.fiscalYearStart ?? 1
  const first = existing(work.month < start ? work.year - 1 : work.year, start, 1)
  return first && { ...wholePeriod('M', first, number - 1), moves: byWorkDate(setting, 'year') }
}

function formulaFromToday(text: string, setting: Setting): Days | undefined {
  const formula = parseFormula(text)
  const day = formula && move(today(setting), formula)
  return day && oneDay(day, 'day')
}

/** A day or span with a formula behind it: both ends are moved, and a whole month stays a whole month. */
function moved(text: string, setting: Setting): Days | undefined {
  for (const sign of text.matchAll(/[+-]/g)) {
    const formula = parseFormula(text.slice(sign.index))
    const days = formula && plain(text.slice(0, sign.index).trimEnd(), setting)
    if (formula !== undefined && days !== undefined) return movedBy(days, formula)
  }
  return undefined
}

function movedBy(days: Days, formula: Formula): Days | undefined {
  const whole = formula.every((term) => 'by' in term)
  const first = move(days.first, formula)
  const last = whole ? move(days.last.add({ days: 1 }), formula)?.subtract({ days: 1 }) : move(days.last, formula)
  if (first === undefined || last === undefined) return undefined
  return { ...days, first, last: days.first.equals(days.last) ? first : last }
}
