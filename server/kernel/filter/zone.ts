import { Temporal } from 'temporal-polyfill'

/** The instant as text in UTC, within what both sides of a filter can hold: the years 1 to 9999. */
export function instantText(instant: Temporal.Instant): string {
  const text = instant.round({ smallestUnit: 'microsecond', roundingMode: 'floor' }).toString()
  if (/^(?:-|0000)/.test(text)) return '0001-01-01T00:00:00Z'
  return text.startsWith('+') ? '9999-12-31T23:59:59.999999Z' : text
}

/** First instant of a day; it need not be midnight. */
export const startOfDay = (day: Temporal.PlainDate, zone: string): string =>
  instantText(day.toZonedDateTime(zone).toInstant())

/** What a time on the wall stands for. */
export interface Wall {
  /** its instants: one; two when the clock is set back over it; none when it is set forward over it */
  readonly at: readonly string[]
  /** from this instant on, the wall shows it or later; up to `to` (itself excluded when nothing is `at` it) it or earlier */
  readonly from: string
  readonly to: string
}

export function onTheWall(time: Temporal.PlainDateTime, zone: string): Wall {
  const earlier = time.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = time.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochNanoseconds === later.epochNanoseconds) {
    const at = instantText(earlier.toInstant())
    return { at: [at], from: at, to: at }
  }
  if (!later.toPlainDateTime().equals(time)) {
    const change = later.getTimeZoneTransition('previous')?.toInstant() ?? later.toInstant()
    return { at: [], from: instantText(change), to: instantText(change) }
  }
  const [from, to] = [instantText(earlier.toInstant()), instantText(later.toInstant())]
  return { at: [from, to], from, to }
}

/** What the wall shows at an instant. */
export const wallAt = (instant: string, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime()
