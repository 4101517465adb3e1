import { hasWord, say, sayAny } from '../../i18n'
import { dateTime, minutes, money } from '../../i18n/format'
import { interactionWords } from './messages'

/** A field of an entry as the journal names it, in the page's language. */
export const fieldName = (field: string): string => {
  const own = { text: 'entry.comment', reason: 'entry.reason', salespersonId: 'field.salespersonCode' }[field]
  const key = own ?? `field.${field}`
  return hasWord(interactionWords, key) ? sayAny(interactionWords, key) : field
}

/** A value of an entry as a person reads it. */
export function fieldValue(field: string, value: unknown): string {
  if (typeof value === 'boolean') return say(interactionWords, value ? 'value.yes' : 'value.no')
  if (field === 'evaluation' && hasWord(interactionWords, `evaluation.${value}`))
    return sayAny(interactionWords, `evaluation.${value}`)
  if (field.endsWith('At') && typeof value === 'string') return dateTime(value)
  if (field === 'durationMin') return minutes(Number(value))
  if (field === 'cost') return money(String(value))
  if (typeof value === 'string' && hasWord(interactionWords, `value.${value}`))
    return sayAny(interactionWords, `value.${value}`)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
