import type { Temporal } from 'temporal-polyfill'
import { readDay, type Standpoint } from './quickLogDays'
import { ahead, countWords, oneOf, phrase, type Reading, type Word } from './quickLogText'
import { type Found, readTime } from './quickLogTimes'
import { singles, units } from './quickLogWords'

/** A day (`YYYY-MM-DD`) and, where said, a time (`HH:MM`), both on the user's clock; `at` is the instant in UTC.
 *  Without a time, `at` has the time of day it is now. */
export interface When {
  readonly day: string
  readonly time: string | null
  readonly at: string
}

const COUNT = `(\\d{1,4}|${oneOf([...singles])})`
const UNIT = `(${oneOf([...units.keys()])})`
const since = phrase(`${COUNT} ${UNIT} (?:ago|fa)`)
const until = phrase(`(?:in|tra|fra) ${COUNT} ${UNIT}`)

const shown = (moment: Temporal.ZonedDateTime, timed: boolean): When => ({
  day: moment.toPlainDate().toString(),
  time: timed ? moment.toPlainTime().toString({ smallestUnit: 'minute' }) : null,
  at: moment.toInstant().toString({ smallestUnit: 'millisecond' }),
})

/** `2 days ago`, `10 minuti fa`; toward the future `in a week`, `tra 3 giorni`. */
function readDistance(text: string, { now, toward }: Standpoint): Found<When> | null {
  const found = since.exec(text) ?? (toward === 'future' ? until.exec(text) : null)
  if (!found) return null
  const unit = units.get(found[2] ?? '') ?? 'days'
  const count = singles.has(found[1] ?? '') ? 1 : Number(found[1])
  const back = found[0].endsWith('ago') || found[0].endsWith('fa')
  const moment = now.add({ [unit]: back ? -count : count })
  return { matched: found[0], value: shown(moment, unit === 'minutes' || unit === 'hours') }
}

const shownOn = (day: Temporal.PlainDate, time: Temporal.PlainTime | null, { now }: Standpoint): When =>
  shown(day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: time ?? now.toPlainTime() }), time !== null)

/** `yesterday 15:30`, `lun alle 15`, `21/11`. */
function readDayFirst(text: string, from: Standpoint): Found<When> | null {
  const day = readDay(text, from)
  if (!day) return null
  const time = readTime(text.slice(day.matched.length + 1), true)
  const value = shownOn(day.value(time?.value ?? null), time?.value ?? null, from)
  return { matched: time ? `${day.matched} ${time.matched}` : day.matched, value }
}

/** `15:30`, `3pm on monday`, `alle 15 di ieri`. */
function readTimeFirst(text: string, from: Standpoint): Found<When> | null {
  const time = readTime(text, false)
  if (!time) return null
  const joint = / (?:of |di )?/y
  joint.lastIndex = time.matched.length
  const day = joint.test(text) ? readDay(text.slice(joint.lastIndex), from) : null
  const value = shownOn(day ? day.value(time.value) : from.now.toPlainDate(), time.value, from)
  return { matched: day ? text.slice(0, joint.lastIndex) + day.matched : time.matched, value }
}

/** When it was, or toward the future when it is to be: a day, a time, or both. */
export function readWhen(words: readonly Word[], at: number, from: Standpoint): Reading<When> | null {
  const text = ahead(words, at)
  const found = readDistance(text, from) ?? readTimeFirst(text, from) ?? readDayFirst(text, from)
  return found && { words: countWords(found.matched), value: found.value }
}
