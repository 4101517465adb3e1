import { say } from '../../i18n'
import { date, minutes, number } from '../../i18n/format'
import type { Figures, Statistics } from './api'
import { statisticsWords } from './messages'

/** Of fewer a percentage says nothing. */
const ENOUGH = 10

export const evaluatedOf = ({ grades }: Figures): number => grades.reduce((sum, count) => sum + count, 0)
export const goodOf = ({ grades }: Figures): number => (grades[0] ?? 0) + (grades[1] ?? 0)
/** Share of those evaluated that went well, 0 to 1; `null` when too few were evaluated. */
export function goodShare(figures: Figures): number | null {
  const evaluated = evaluatedOf(figures)
  return evaluated < ENOUGH ? null : goodOf(figures) / evaluated
}

/** `63 %`. */
export const percent = (share: number): string => `${number(Math.round(share * 100))}\u00a0%`

/** Whether a period has enough entries to compare another with. */
export const isComparable = ({ count }: Figures): boolean => count >= ENOUGH
/** `+6 %`, `−2 %`; nothing when there was nothing to compare with. */
export function changeOf(now: number, before: number): string {
  if (before === 0) return ''
  const change = Math.round((now / before - 1) * 100)
  return `${change > 0 ? '+' : change < 0 ? '−' : ''}${number(Math.abs(change))}\u00a0%`
}

/** Minutes; from a hundred hours on, whole hours. */
export const time = (count: number): string =>
  count < 6000 ? minutes(count) : say(statisticsWords, 'hours', { hours: Math.round(count / 60) })

/** An average of minutes: `14.7 min`. */
export const averageTime = (count: number): string =>
  say(statisticsWords, 'minutes', { minutes: number(count, Number.isInteger(count) ? 0 : 1) })

/** Days as words: `1 Dec 2025 – 24 Nov 2026`. */
export function daysOf({ from, to }: Statistics['period']): string {
  if (from !== null && to !== null)
    return from === to ? date(from) : say(statisticsWords, 'period.stretch', { from: date(from), to: date(to) })
  if (from !== null) return say(statisticsWords, 'period.since', { from: date(from) })
  return to === null ? say(statisticsWords, 'period.always') : say(statisticsWords, 'period.until', { to: date(to) })
}
