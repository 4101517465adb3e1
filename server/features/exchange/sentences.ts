import type { Speech } from '#kernel/context.ts'
import { say } from '#kernel/words.ts'
import type { RowFault, RowNotice } from './faults.ts'
import './messages.ts'

/** What is wrong with a row, in words. */
export const faultSentence = (language: Speech, { type, values }: RowFault): string =>
  say(language, `exchange:fault.${type}`, withNames(language, values))

/** What was decided for a row that is taken, in words. */
export const noticeSentence = (language: Speech, { type, values }: RowNotice): string =>
  say(language, `exchange:notice.${type}`, withNames(language, values))

/** Countries are named, not coded. */
function withNames(language: Speech, { like, country, ...values }: RowFault['values']): Record<string, unknown> {
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  return {
    ...values,
    ...(like !== undefined && { name: countries.of(String(like)) }),
    ...(country !== undefined && { country: countries.of(String(country)) }),
  }
}
