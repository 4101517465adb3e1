import i18n from 'i18next'
import { language } from './index'
import { languages } from './languages'

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone
/** Times are shown in this IANA zone from now on: the signed-in user's. */
export const setZone = (next: string): void => {
  zone = next
}
export const userZone = (): string => zone

const made = new Map<string, unknown>()
/** Intl objects are dear to make: one for each language, zone and shape. */
function cached<T>(kind: string, shape: object, make: (region: string) => T): T {
  const { region } = languages[language()]
  const key = `${kind} ${region} ${zone} ${JSON.stringify(shape)}`
  const known = made.get(key) as T | undefined
  if (known !== undefined) return known
  const fresh = make(region)
  made.set(key, fresh)
  return fresh
}
const dates = (shape: Intl.DateTimeFormatOptions, timeZone: string) =>
  cached(`date ${timeZone}`, shape, (region) => new Intl.DateTimeFormat(region, { ...shape, timeZone }))
const numbers = (shape: Intl.NumberFormatOptions) =>
  cached('number', shape, (region) => new Intl.NumberFormat(region, { useGrouping: 'always', ...shape }))

const isDay = (text: string) => text.length === 10
/** A calendar day (`YYYY-MM-DD`) belongs to no zone; an instant is shown in the user's. */
const at = (text: string, shape: Intl.DateTimeFormatOptions): string =>
  isDay(text) ? dates(shape, 'UTC').format(new Date(`${text}T00:00:00Z`)) : dates(shape, zone).format(new Date(text))

const DAY: Record<'en' | 'it', Intl.DateTimeFormatOptions> = {
  en: { day: 'numeric', month: 'short', year: 'numeric' },
  it: { day: '2-digit', month: '2-digit', year: 'numeric' },
}
/** `23 Nov 2026`, `23/11/2026`; of a day or an instant. */
export const date = (text: string | null): string => (text === null ? '' : at(text, DAY[language()]))
/** `23 Nov`, `23 nov`; with the year when it is not this one. */
export const shortDate = (text: string | null): string => {
  if (text === null) return ''
  const thisYear = text.slice(0, 4) === today().slice(0, 4)
  return at(text, { day: 'numeric', month: 'short', ...(thisYear ? {} : { year: 'numeric' }) })
}
/** `09:41`. */
export const time = (instant: string | null): string =>
  instant === null ? '' : at(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
/** `23 Nov 2026, 09:41:05`: the exact instant, for tooltips. */
export const dateTime = (instant: string | null): string =>
  instant === null
    ? ''
    : `${date(instant)}, ${at(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })}`
/** `Monday 23 November`; with the year when it is not this one. */
export const longDate = (text: string): string => {
  const thisYear = text.slice(0, 4) === today().slice(0, 4)
  return at(text, { weekday: 'long', day: 'numeric', month: 'long', ...(thisYear ? {} : { year: 'numeric' }) })
}

/** The calendar day of an instant in the user's zone, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(new Date(instant))
}
export const today = (): string => dayOf(new Date().toISOString())

const DAY_MS = 86_400_000
/** Whole calendar days from the day of `text` until today; negative when it is still to come. */
export const daysAgo = (text: string): number =>
  Math.round((Date.parse(today()) - Date.parse(isDay(text) ? text : dayOf(text))) / DAY_MS)

/** `today`, `yesterday`, `3 days ago` up to 7 days either way, then the day. */
export function ago(text: string | null): string {
  if (text === null) return ''
  const days = daysAgo(text)
  if (Math.abs(days) > 7) return shortDate(text)
  return cached('relative', {}, (region) => new Intl.RelativeTimeFormat(region, { numeric: 'auto' })).format(
    -days,
    'day',
  )
}

/** `12,408`, `12.408`. */
export const number = (value: number | null, digits?: number): string =>
  value === null
    ? ''
    : numbers(digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      )

/** Decimal text of an amount: `€ 1,274.00`, `€ 1.274,00`. Without a currency only the figure. */
export function money(amount: string | null, currency?: string): string {
  if (amount === null) return ''
  const figure = number(Number(amount), 2)
  if (currency === undefined) return figure
  const sign = numbers({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')
  return `${sign?.value ?? currency}\u00a0${figure}`
}

/** A figure typed with the signs of the page's language, as decimal text; `null` when it is none. */
export function readDecimal(text: string): string | null {
  const [group, point] = language() === 'it' ? ['.', ','] : [',', '.']
  const typed = text.trim()
  const wrongGroups = typed.includes(group) && !new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${point}|$)`).test(typed)
  const plain = typed.replaceAll(group, '').replace(point, '.')
  return !wrongGroups && /^-?\d+(\.\d+)?$/.test(plain) ? plain : null
}

/** Minutes as `41 h 20 min`. */
export const minutes = (count: number | null): string => {
  if (count === null) return ''
  const [h, min] = [Math.floor(count / 60), count % 60]
  return [h > 0 && `${number(h)}\u00a0h`, (min > 0 || h === 0) && `${min}\u00a0min`].filter(Boolean).join(' ')
}

/** Bytes as `412 kB`. */
export function bytes(count: number): string {
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(count, 1)) / 3), 0), 3)
  const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][step] ?? 'byte'
  return numbers({
    style: 'unit',
    unit,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(count / 1000 ** step)
}

i18n.services.formatter?.add('number', (value: number) => number(value))
