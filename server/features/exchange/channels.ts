import { isHomePage } from './limits.ts'
import { all, firstOf, held, type Reading, refuse } from './reading.ts'
import { type Found, separate, separatePhones } from './values.ts'

/** Two fields for e-mail addresses; the first may list several for one mail, separated by `;`. Further ones go to the note. */
export function emails(reading: Reading): { email: string | null; email2: string | null } {
  const values = [...all(reading, 'email'), ...all(reading, 'email2')].flatMap(separateEmails)
  const [first, ...others] = values
  const known = new Set(first?.value.toLowerCase().split('; '))
  const single = others.flatMap(({ column, value }) => value.split('; ').map((address) => ({ column, value: address })))
  const second = firstOf(
    reading,
    'email2',
    single.filter(({ value }) => !known.has(value.toLowerCase())),
  )
  return {
    email: first ? held(reading, 'email', first, first.value) : null,
    email2: second ? held(reading, 'email2', second, second.value) : null,
  }
}

/** `Rossi, Mario <mario@rossi.it>` holds a comma of its own; `mailto:mario@rossi.it` is an address too. */
function separateEmails({ column, value }: Found): Found[] {
  const angled = value.match(/(?<=<)[^<>]+(?=>)/g)
  const parts = angled === null ? separate(value, /\s*(?:\n|:::|,)\s*/) : [angled.join(';')]
  const bare = (part: string) => part.split(';').map((address) => address.replace(/^\s*mailto:/i, '').trim())
  return parts
    .map((part) => ({
      column,
      value: bare(part)
        .filter((address) => address !== '')
        .join('; '),
    }))
    .filter((found) => found.value !== '')
}

export const phoneFields = ['phone', 'mobilePhone', 'fax'] as const
type PhoneField = (typeof phoneFields)[number]

/** The number of a field as typed, an extension without letters; further ones go to the note. */
export function phone(reading: Reading, field: PhoneField): string | null {
  const found = firstOf(reading, field, all(reading, field).flatMap(separatePhones))
  return found === undefined ? null : held(reading, field, found, withPlainExtension(found.value.replace(/^tel:/i, '')))
}

/** `x371`, `;ext=371`, `int. 371`: written with `#`, a number and its extension hold no letter. */
const withPlainExtension = (typed: string): string =>
  typed
    .replace(/(?<=[\d)\s])\s*[,;]?\s*(?:x|ext|extension|int|interno)\s*[.=:]?\s*(\d{1,7})$/i, ' #$1')
    .replace(/\s+#/, ' #')

/** Tells what became of a number: `stored` in E.164, or as it was. */
export function tellPhone(
  reading: Reading,
  field: PhoneField,
  stored: string | null | undefined,
  country: string,
): void {
  const found = all(reading, field)[0]
  if (found === undefined || !stored) return
  const told = /^\s*(tel:)?\s*(\+|00)/i.test(found.value)
  const type = stored.startsWith('+') ? (told ? undefined : 'phone-country-assumed') : 'phone-not-understood'
  if (type)
    reading.notices.push({
      field,
      column: found.column,
      type,
      values: { value: found.value.slice(0, 50).toWellFormed(), country },
    })
}

/** Only addresses of the web: what else a browser would run or open has no place on a card. */
export function homePage(reading: Reading): string | null {
  const pages = all(reading, 'homePage').flatMap(({ column, value }) =>
    separate(value, /\s*(?:\n|:::|,\s)\s*/).map((page) => ({ column, value: page })),
  )
  const found = firstOf(reading, 'homePage', pages)
  if (found === undefined) return null
  return isHomePage(found.value) ? found.value : refuse(reading, 'homePage', found, 'home-page-invalid')
}
