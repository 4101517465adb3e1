import { language } from '../../i18n'
import { languages } from '../../i18n/languages'
import type { Statistics } from './api'
import { daysOf } from './figures'

type Step = Statistics['step']

const shapes: Readonly<Record<Step, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short' },
  year: { year: 'numeric' },
}
const written = (day: string, shape: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(languages[language()].region, { ...shape, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** Under a bar: `Dec`, with the year where one begins and there is room; `12 Dec`; `2025`. */
export const shortStep = (from: string, step: Step, roomy: boolean): string =>
  written(
    from,
    roomy && step === 'month' && from.slice(5, 7) === '01' ? { month: 'short', year: '2-digit' } : shapes[step],
  )

/** The same in full: `December 2025`, or its days when it is cut short. */
export function longStep({ from, to }: { from: string; to: string }, step: Step): string {
  const whole = from.endsWith('-01') && written(to, { day: 'numeric' }) === String(lastDay(to))
  if (step === 'month' && whole) return written(from, { month: 'long', year: 'numeric' })
  return daysOf({ from, to })
}
const lastDay = (day: string): number =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
