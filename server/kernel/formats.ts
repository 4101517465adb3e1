import { Temporal } from 'temporal-polyfill'

const instantShape = /^(?:1[89]|2[01])\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:[0-5]\d(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/

const parses = (parse: () => unknown): boolean => {
  try {
    parse()
    return true
  } catch {
    return false
  }
}

const currencies = new Set(Intl.supportedValuesOf('currency'))
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/**
 * String formats of the API. An instant is of the years 1800 to 2199: nothing that passed between people is of another, and a
 * slip of the year would stand on top of every list for ever. Days are of the years 1 to 9999, which PostgreSQL takes.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  instant: (text) => instantShape.test(text) && parses(() => Temporal.Instant.from(text)),
  day: (text) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('0000') && parses(() => Temporal.PlainDate.from(text)),
  currency: (text) => currencies.has(text),
  country: (text) => /^[A-Z]{2}$/.test(text) && text !== 'ZZ' && regions.of(text) !== undefined,
  'email-address': (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  zone: (text) => text.length <= 60 && parses(() => new Intl.DateTimeFormat('en', { timeZone: text })),
}
