import { Temporal } from 'temporal-polyfill'
import { fold } from './fold.ts'

const spoken = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?$/
const exact = /^(\d{2}):(\d{2}):(\d{2})\.(\d{1,6})$/
const digits = /^(\d{2})(\d{2})(\d{2})?$/

/** Reads a time of day: `5`, `5:30`, `0530`, `5P`, `17:00:30.5`; hours first, the rest zero. @returns undefined for anything else, 24:00 too */
export function readClock(text: string): Temporal.PlainTime | undefined {
  const word = fold(text)
  const found = digits.exec(word) ?? exact.exec(word)
  if (found !== null) return timeOf(Number(found[1]), found[2], found[3], found[4])
  const [whole, hour, minute, second, half] = spoken.exec(word) ?? []
  if (whole === undefined || (half === undefined && /m/.test(whole))) return undefined
  if (half === undefined) return timeOf(Number(hour), minute, second)
  if (Number(hour) < 1 || Number(hour) > 12) return undefined
  return timeOf((Number(hour) % 12) + (half === 'p' ? 12 : 0), minute, second)
}

function timeOf(hour: number, minute = '0', second = '0', fraction = ''): Temporal.PlainTime | undefined {
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const micro = Number(fraction.padEnd(6, '0'))
  return new Temporal.PlainTime(hour, Number(minute), Number(second), Math.floor(micro / 1000), micro % 1000)
}

/** `HH:MM:SS`, with a fraction where there is one. */
export const clockText = (time: Temporal.PlainTime): string => time.toString()
