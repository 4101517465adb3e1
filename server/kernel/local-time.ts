import { Temporal } from 'temporal-polyfill'

/** Clocks change at most once in ten minutes: so long an offset holds, and so many of them are kept. */
const SAME = 'YYYY-MM-DDTHH:M'.length
const KEPT = 10_000

/**
 * Shows instants as clocks of a zone do: `YYYY-MM-DD HH:MM:SS`. Asking a calendar for each of a million rows takes half a
 * minute, so the offset is asked once for ten minutes.
 */
export function clockOf(zone: string): (instant: string) => string {
  const offsets = new Map<string, number>()
  return (instant) => {
    const near = instant.slice(0, SAME)
    let offset = offsets.get(near)
    if (offset === undefined) {
      if (offsets.size >= KEPT) offsets.clear()
      offset = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
      offsets.set(near, offset)
    }
    return new Date(Date.parse(instant) + offset).toISOString().slice(0, 19).replace('T', ' ')
  }
}
