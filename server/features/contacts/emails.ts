import { domainToASCII } from 'node:url'

const LOCAL = /^[^\s\p{C}"(),:;<>@[\\\].]+(?:\.[^\s\p{C}"(),:;<>@[\\\].]+)*$/u
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Whether this is one well-formed address: the part before the only `@` as in RFC 5321 without quotes (also beyond ASCII, RFC 6531),
 * a domain of at least two labels, international ones included.
 */
export function isEmail(address: string): boolean {
  const [local = '', domain = '', ...more] = address.split('@')
  if (more.length > 0 || !LOCAL.test(local) || !DOMAIN.test(domain)) return false
  const ascii = domainToASCII(domain)
  const labels = ascii.split('.')
  const lengths = Buffer.byteLength(local) <= 64 && Buffer.byteLength(local) + 1 + ascii.length <= 254
  return lengths && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

/** The addresses of a field that may list several, separated by `;`; blanks around and between them are of no account. */
export const emailsOf = (typed: string): string[] =>
  typed
    .split(';')
    .map((address) => address.trim())
    .filter((address) => address !== '')

/** What is stored of an e-mail field (null when blank), or the first bad address, and then nothing is stored. */
export interface EmailField {
  readonly stored: string | null
  readonly bad: string | null
}
const field = (addresses: readonly string[]): EmailField => {
  const bad = addresses.find((address) => !isEmail(address)) ?? null
  return { stored: bad !== null || addresses.length === 0 ? null : addresses.join('; '), bad }
}

/** A field that may list several addresses. */
export const readEmails = (typed: string): EmailField => field(emailsOf(typed))
/** A field that holds one address. */
export const readEmail = (typed: string): EmailField => field([typed.trim()].filter((address) => address !== ''))
