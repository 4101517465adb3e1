import { Temporal } from 'temporal-polyfill'
import type { Speech } from '../context.ts'
import { say } from '../words.ts'
import type { Ast, Bound, Comparison, Field, Setting } from './ast.ts'
import { showDecimal } from './decimal.ts'
import { startOfDay, wallAt } from './zone.ts'

/** For whom, and about which field, a filter is put in words. */
export interface Voice {
  readonly field: Field
  readonly setting: Setting
}
/** A value as people read it, with the Italian articles before it: `il 24/10`, `dal 24/10`, but `l’8/10`, `dall’8/10`. */
export interface Said {
  readonly value: string
  readonly the: string
  readonly of: string
}

/** The group of sentences that speaks of values compared so. */
export function family(as: Comparison): 'text' | 'exact' | 'number' | 'key' | 'day' | 'time' {
  switch (as) {
    case 'code':
      return 'text'
    case 'boolean':
      return 'key'
    case 'instant':
      return 'day'
    default:
      return as
  }
}

export function valueSaid(
  { as, value }: Pick<Extract<Ast, { is: 'equal' }>, 'as' | 'value'>,
  { field, setting }: Voice,
): Said {
  const { language, zone } = setting
  switch (as) {
    case 'number':
      return plain(showDecimal(value, language) + (field.kind === 'duration' ? ` ${field.unit}` : ''))
    case 'boolean':
      return plain(say(language, `filter:${value === 'true' ? 'yes' : 'no'}`))
    case 'key':
      return plain((field.kind === 'choice' && field.choices.find(({ key }) => key === value)?.[language]) || value)
    case 'day':
      return daySaid(Temporal.PlainDate.from(value), language)
    case 'instant':
      return momentSaid(wallAt(value, zone), language)
    case 'time':
      return plain(showTime(value))
    default:
      return plain(showText(value, language))
  }
}

/** An end of a range; a whole day of instants is said as the day. */
export function endSaid(end: Bound, voice: Voice): { side: 'from' | 'after' | 'to' | 'before'; values: Said } {
  const { language, zone } = voice.setting
  const open = end.side === 'from' ? 'after' : 'before'
  if (end.as !== 'instant') return { side: end.included ? end.side : open, values: valueSaid(end, voice) }
  const wall = wallAt(end.value, zone)
  const day = wall.toPlainDate()
  const isDay = startOfDay(day, zone) === end.value
  if (isDay && end.side === 'from' && end.included) return { side: 'from', values: daySaid(day, language) }
  if (isDay && end.side === 'to' && !end.included)
    return { side: 'to', values: daySaid(day.subtract({ days: 1 }), language) }
  return { side: end.included ? end.side : open, values: momentSaid(wall, language) }
}

export const showText = (text: string, language: Speech): string => (language === 'it' ? `«${text}»` : `“${text}”`)

const plain = (value: string): Said => ({ value, the: '', of: '' })
const showTime = (time: string): string => time.replace(/^(\d{2}:\d{2}):00$/, '$1')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function daySaid({ day, month, year }: Temporal.PlainDate, language: Speech): Said {
  const vowel = day === 8 || day === 11
  const value = language === 'it' ? `${day}/${month}/${year}` : `${day} ${months[month - 1]} ${year}`
  return { value, the: vowel ? 'l’' : 'il ', of: vowel ? 'll’' : 'l ' }
}

function momentSaid(wall: Temporal.PlainDateTime, language: Speech): Said {
  const day = daySaid(wall.toPlainDate(), language)
  const time = wall.toPlainTime().round({ smallestUnit: 'second', roundingMode: 'floor' })
  return { ...day, value: `${day.value}, ${showTime(time.toString())}` }
}
