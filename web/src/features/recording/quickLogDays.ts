import { Temporal } from 'temporal-polyfill'
import type { Language } from '../../i18n/languages'
import { oneOf, phrase } from './quickLogText'
import type { Found } from './quickLogTimes'
import { englishMonths, months, namedDays, weekdays } from './quickLogWords'

/** From where a line is read: the moment and zone of the user, and whether days without a year lie behind or ahead. */
export interface Standpoint {
  readonly now: Temporal.ZonedDateTime
  /** Decides what can be read both ways: `mar 3` is 3 March in English, Tuesday at 3 in Italian. */
  readonly language: Language
  readonly toward: 'past' | 'future'
}
/** A day can depend on the time beside it: on a Monday morning, `mon 18:00` was a week ago. */
export type DayFor = (time: Temporal.PlainTime | null) => Temporal.PlainDate

const LEAD = '(?:on |il |the |by |entro |per )?'
const YEAR = '((?:19|20)\\d{2})'
const SHORT_YEAR = '((?:19|20)\\d{2}|\\d{2})'
const named = phrase(`${LEAD}(${oneOf([...namedDays.keys()])})`)
const iso = phrase(`${LEAD}${YEAR}-(\\d{2})-(\\d{2})`)
const slashed = phrase(`${LEAD}(\\d{1,2})/(\\d{1,2})(?:/${SHORT_YEAR})?`)
const dotted = phrase(`${LEAD}(\\d{1,2})([-.])(\\d{1,2})\\2${SHORT_YEAR}`)
const dayMonth = phrase(
  `${LEAD}(\\d{1,2})(?:st|nd|rd|th|°|º)? ?(?:of |di )?(${oneOf([...months.keys()])})(?: ${YEAR})?`,
)
const monthDay = phrase(`${LEAD}(${englishMonths}) (\\d{1,2})(?:st|nd|rd|th)?(?: ${YEAR})?`)
const side = '(last|next|prossim[oa]|scors[oa])'
const ofWeek = phrase(`${LEAD}(?:${side} )?(${oneOf([...weekdays.keys()])})(?: ${side})?`)
const nextWeek = phrase(
  `${LEAD}(?:next week|la settimana prossima|la prossima settimana|settimana prossima|prossima settimana)`,
)

const date = (year: number, month: number, day: number): Temporal.PlainDate | null => {
  if (month < 1 || month > 12 || day < 1) return null
  return day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth
    ? null
    : Temporal.PlainDate.from({ year, month, day })
}

/** Without a year, the nearest such day on the right side of today; 29 February may be eight years away. */
function dayOf(
  day: string | undefined,
  month: number,
  year: string | undefined,
  { now, toward }: Standpoint,
): Temporal.PlainDate | null {
  if (year !== undefined) return date(Number(year.length === 2 ? `20${year}` : year), month, Number(day))
  const today = now.toPlainDate()
  const step = toward === 'past' ? -1 : 1
  for (let away = 0; away <= 8; away++) {
    const found = date(today.year + step * away, month, Number(day))
    if (found && Temporal.PlainDate.compare(found, today) * step >= 0) return found
  }
  return null
}

/** `21/11`, `21/11/26`, `21-11-2026`, `2026-11-21`, `2 nov`, `nov 2nd 2026`, `il 2 novembre`. */
function readDate(text: string, from: Standpoint): Found<DayFor> | null {
  const told = (found: RegExpExecArray, day: Temporal.PlainDate | null) =>
    day && { matched: found[0], value: () => day }
  const byIso = iso.exec(text)
  if (byIso) return told(byIso, dayOf(byIso[3], Number(byIso[2]), byIso[1], from))
  const bySlash = slashed.exec(text)
  if (bySlash) return told(bySlash, dayOf(bySlash[1], Number(bySlash[2]), bySlash[3], from))
  const byDot = dotted.exec(text)
  if (byDot) return told(byDot, dayOf(byDot[1], Number(byDot[3]), byDot[4], from))
  const byName = dayMonth.exec(text)
  if (byName) return told(byName, dayOf(byName[1], months.get(byName[2] ?? '') ?? 0, byName[3], from))
  const byMonth = monthDay.exec(text)
  if (!byMonth || (byMonth[1] === 'mar' && from.language === 'it')) return null
  return told(byMonth, dayOf(byMonth[2], months.get(byMonth[1] ?? '') ?? 0, byMonth[3], from))
}

/** `mon`, `lunedì scorso`, `next friday`; a date after it says the day: `mon 21/11`. */
function readWeekday(text: string, from: Standpoint): Found<DayFor> | null {
  const found = ofWeek.exec(text)
  if (!found) return null
  const dated = readDate(text.slice(found[0].length + 1), from)
  if (dated) return { matched: `${found[0]} ${dated.matched}`, value: dated.value }
  const told = found[1] ?? found[3]
  const ahead = told === undefined ? from.toward === 'future' : /^(next|pros)/.test(told)
  const which = weekdays.get(found[2] ?? '') ?? 1
  return {
    matched: found[0],
    value: (time) =>
      ahead ? nextOf(which, from.now) : lastOf(which, from.now, told === undefined ? time : 'before today'),
  }
}
const nextOf = (which: number, now: Temporal.ZonedDateTime): Temporal.PlainDate =>
  now.toPlainDate().add({ days: (which - now.dayOfWeek + 7) % 7 || 7 })
function lastOf(
  which: number,
  now: Temporal.ZonedDateTime,
  time: Temporal.PlainTime | null | 'before today',
): Temporal.PlainDate {
  const back = (now.dayOfWeek - which + 7) % 7
  const notToday = time === 'before today' || (time !== null && Temporal.PlainTime.compare(time, now.toPlainTime()) > 0)
  return now.toPlainDate().subtract({ days: back === 0 && notToday ? 7 : back })
}

/** A day at the head of the text: by name, by date, by weekday; toward the future also `next week`, its Monday. */
export function readDay(text: string, from: Standpoint): Found<DayFor> | null {
  const byName = named.exec(text)
  if (byName) {
    const day = from.now.toPlainDate().add({ days: namedDays.get(byName[1] ?? '') ?? 0 })
    return { matched: byName[0], value: () => day }
  }
  const week = from.toward === 'future' ? nextWeek.exec(text) : null
  if (week) return { matched: week[0], value: () => nextOf(1, from.now) }
  return readDate(text, from) ?? readWeekday(text, from)
}
