import { Temporal } from 'temporal-polyfill'
import type { Ast, Setting } from '#kernel/filter/ast.ts'
import { parseFilter } from '#kernel/filter/parse.ts'
import { startOfDay } from '#kernel/filter/zone.ts'
import type { Period } from './schema.ts'

export type Step = 'day' | 'month' | 'year'
/** One bar of a plot: whole days of the period, both included. */
export interface Stretch {
  readonly from: string
  readonly to: string
}
type Read = { readonly ok: true; readonly period: Period; readonly meaning: string } | NoPeriod
export interface NoPeriod {
  readonly ok: false
  readonly at: number
  /** `null`: it is a filter of days, but not of one stretch of them */
  readonly message: string | null
  readonly nearest?: string
}

/** Reads an expression of days as one stretch; nothing written is all days. */
export function readPeriod(text: string, setting: Setting): Read {
  const parsed = parseFilter({ kind: 'date' }, text, setting)
  if (!parsed.ok) return parsed
  const period = stretchOf(parsed.ast)
  return period === null ? { ok: false, at: 0, message: null } : { ok: true, period, meaning: parsed.meaning }
}

function stretchOf(ast: Ast): Period | null {
  const parts = ast.is === 'all' ? ast.of : [ast]
  let [from, to]: [string | null, string | null] = [null, null]
  for (const part of parts) {
    if (part.is === 'equal' && !part.not) [from, to] = [later(from, part.value), earlier(to, part.value)]
    else if (part.is === 'bound' && part.side === 'from') from = later(from, moved(part.value, part.included ? 0 : 1))
    else if (part.is === 'bound') to = earlier(to, moved(part.value, part.included ? 0 : -1))
    else return null
  }
  return from !== null && to !== null && from > to ? null : { from, to }
}

const moved = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
const later = (one: string | null, other: string): string => (one !== null && one > other ? one : other)
const earlier = (one: string | null, other: string): string => (one !== null && one < other ? one : other)

/**
 * The period before, to compare with: the same days of the year, quarter or months before, when the period begins with one;
 * else as many days. `null` for a period that is open.
 */
export function periodBefore({ from, to }: Period): Stretch | null {
  if (from === null || to === null) return null
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  if (first.day !== 1) {
    const days = first.until(last).days + 1
    return { from: first.subtract({ days }).toString(), to: first.subtract({ days: 1 }).toString() }
  }
  const months = monthsBack(first, (last.year - first.year) * 12 + last.month - first.month + 1)
  const whole = last.day === last.daysInMonth
  const end = last.subtract({ months })
  return {
    from: first.subtract({ months }).toString(),
    to: (whole ? end.with({ day: end.daysInMonth }) : end).toString(),
  }
}

/** A year or a quarter that is not over yet is compared with the one before, not with the months before. */
function monthsBack({ month }: Temporal.PlainDate, months: number): number {
  if (month === 1 && months > 3 && months < 12) return 12
  return month % 3 === 1 && months === 2 ? 3 : months
}

/** How finely a stretch is drawn, so that its bars can still be told apart. */
export function stepOf({ from, to }: Stretch): Step {
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1
  return days <= 45 ? 'day' : days <= 3 * 366 ? 'month' : 'year'
}

/** The stretch cut into days, months or years, the first and the last as long as the stretch lets them be. */
export function stepsOf({ from, to }: Stretch, step: Step): Stretch[] {
  const last = Temporal.PlainDate.from(to)
  const steps: Stretch[] = []
  let first = Temporal.PlainDate.from(from)
  while (Temporal.PlainDate.compare(first, last) <= 0) {
    const next = nextOf(first, step)
    const end = next.subtract({ days: 1 })
    steps.push({ from: first.toString(), to: earlier(to, end.toString()) })
    first = next
  }
  return steps
}

function nextOf(day: Temporal.PlainDate, step: Step): Temporal.PlainDate {
  if (step === 'day') return day.add({ days: 1 })
  return step === 'month' ? day.with({ day: 1 }).add({ months: 1 }) : day.with({ day: 1, month: 1 }).add({ years: 1 })
}

/** The instants a period reaches over in a zone: from the first, up to but without the second. */
export const instantsOf = ({ from, to }: Period, zone: string): { from: string | null; to: string | null } => ({
  from: from === null ? null : startOfDay(Temporal.PlainDate.from(from), zone),
  to: to === null ? null : startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }), zone),
})

/** Days as people in the zone count them. */
export const dayAt = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The same days as a filter of the log, which reads days in the reader’s own zone. */
export function asFilter(period: Period, zone: string, reader: string): string {
  if (zone === reader) return range(period.from, period.to)
  const { from, to } = instantsOf(period, zone)
  return [from === null ? '' : `${from}..`, to === null ? '' : `<${to}`].filter(Boolean).join('&')
}
const range = (from: string | null, to: string | null): string =>
  from === null && to === null ? '' : from === to ? `${from}` : `${from ?? ''}..${to ?? ''}`
