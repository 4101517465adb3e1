import { Temporal } from 'temporal-polyfill'
import { userZone } from '../../i18n/format'

/** An instant as an input of date and time shows it, in the user's zone; blank for none. */
export function toLocal(instant: string | null): string {
  if (instant === null) return ''
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(userZone())
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** What such an input holds, as an instant in UTC; `null` for what is none. */
export function fromLocal(text: string): string | null {
  if (text === '') return null
  return Temporal.PlainDateTime.from(text).toZonedDateTime(userZone()).toInstant().toString()
}
