import { Temporal } from 'temporal-polyfill'
import type { Ast, Setting } from './ast.ts'
import { all, any, equal } from './build.ts'
import { readClock } from './clock.ts'
import { nearestDay } from './date.ts'
import type { Days } from './day-words.ts'
import { readDays } from './days.ts'
import { FilterFault } from './fault.ts'
import type { Reading } from './reading.ts'
import { bound, onLine, point, type Span, stretch } from './span.ts'
import type { Term } from './syntax.ts'
import { instantText, onTheWall, startOfDay, wallAt } from './zone.ts'

/** A condition on an instant: a bare day is the whole day in the user's zone. @throws FilterFault */
export const readInstant = (term: Term, nullable: boolean, { setting, moves }: Reading): Ast =>
  onLine(term, 'instant', (value) => {
    const absolute = readAbsolute(value.text)
    if (absolute !== undefined) return point('instant', absolute)
    const found = readDays(value.text, setting) ?? dayAndTime(value.text, setting)
    if (found === undefined)
      throw new FilterFault(value.start, value.end, { key: 'instant' }, nearestDay(value, setting))
    const days = 'days' in found ? found.days : found
    if (days.moves !== null) moves.add(days.now === true ? 'instant' : days.moves)
    if ('days' in found) return wallSpan(days.first.toPlainDateTime(found.time), setting.zone)
    return days.now === true ? presentSpan(days, setting) : daySpan(days, setting.zone, nullable)
  })

/** An instant with its offset, as programs and links write it. */
function readAbsolute(text: string): string | undefined {
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})$/i.test(text) ||
    text.startsWith('0000')
  )
    return undefined
  try {
    return instantText(Temporal.Instant.from(text))
  } catch {
    return undefined // well-formed, but no such day or hour
  }
}

/** A day, a blank or `T`, a time. */
function dayAndTime(text: string, setting: Setting): { days: Days; time: Temporal.PlainTime } | undefined {
  for (const gap of text.matchAll(/\s+|(?<=\d)T(?=\d)/gi)) {
    const days = readDays(text.slice(0, gap.index), setting)
    const time = readClock(text.slice(gap.index + gap[0].length))
    if (days?.first.equals(days.last) && time !== undefined) return { days, time }
  }
  return undefined
}

/** The present instant; moved by days, the same time of another day. */
function presentSpan({ first }: Days, { now, zone }: Setting): Span {
  const wall = wallAt(now, zone)
  if (first.equals(wall.toPlainDate())) return point('instant', instantText(Temporal.Instant.from(now)))
  return wallSpan(first.toPlainDateTime(wall.toPlainTime()), zone)
}

const daySpan = ({ first, last }: Days, zone: string, nullable: boolean): Span =>
  stretch(
    bound('instant', 'from', startOfDay(first, zone), true),
    bound('instant', 'to', startOfDay(last.add({ days: 1 }), zone), false),
    nullable,
  )

/** A time that the clock skips is no instant: nothing is equal to it, yet all others come before or after it. */
function wallSpan(time: Temporal.PlainDateTime, zone: string): Span {
  const { at, from, to } = onTheWall(time, zone)
  const ends = [bound('instant', 'from', from, true), bound('instant', 'to', to, at.length > 0)] as const
  if (at.length === 0) return stretch(...ends, false)
  return {
    from: ends[0],
    to: ends[1],
    equal: any(...at.map((one) => equal('instant', one))),
    notEqual: all(...at.map((one) => equal('instant', one, true))),
  }
}
