import { Temporal } from 'temporal-polyfill'
import { phrase } from './quickLogText'

/** What a pattern found at the head of the text. */
export interface Found<V> {
  readonly matched: string
  readonly value: V
}

const LEAD = '(?:at |alle ore |alle |dalle |ore |h ?)'
const HALF = '(?: ?(am|pm))'
/** A bare number after a day is an hour, unless something is counted ("ieri 15 min") or it begins a phone number. */
const NOT_COUNTED = '(?! (?:m|h|€|\\d)| (?:min|or[ae]|hours?|hrs?|eur)\\w*(?: |$))'
const clock = phrase(`${LEAD}?(\\d{1,2}):(\\d{2})${HALF}?`)
const halfDay = phrase(`${LEAD}?(\\d{1,2})()${HALF}`)
const led = phrase(`${LEAD}(\\d{1,2})(?:\\.(\\d{2}))?${HALF}?`)
const afterDay = phrase(`(\\d{1,2})(?:\\.(\\d{2}))?${NOT_COUNTED}`)

function toTime(hour: number, minute: number, half: string | undefined): Temporal.PlainTime | null {
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  const full = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  return full > 23 || minute > 59 ? null : Temporal.PlainTime.from({ hour: full, minute })
}

/** A time of day: `15:30`, `3pm`, `alle 15`, `ore 9.30`; beside a day also `10` and `9.30`. */
export function readTime(text: string, besideDay: boolean): Found<Temporal.PlainTime> | null {
  for (const pattern of besideDay ? [clock, halfDay, led, afterDay] : [clock, halfDay, led]) {
    const found = pattern.exec(text)
    const value = found && toTime(Number(found[1]), Number(found[2] || 0), found[3])
    if (value) return { matched: found[0], value }
  }
  return null
}
