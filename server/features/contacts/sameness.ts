import { emailsOf } from './emails.ts'
import type { Candidate } from './matchCandidate.ts'
import { atomsOf, byName } from './matchName.ts'
import { isJoining } from './matchWords.ts'
import { storePhone } from './phones.ts'
import { readVatNumber } from './vatNumbers.ts'

/** Why a contact may be the one that is being typed, the strongest first. */
export const reasons = ['vatNo', 'email', 'phone', 'name'] as const
export type Reason = (typeof reasons)[number]

/** What was typed of a contact so far; blank where it was not. */
export interface Typed {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly vatNo: string
  /** ISO 3166-1 alpha-2, of numbers that name none */
  readonly country: string
}

/** What of a stored contact tells that it is the same. */
export interface Known {
  readonly id: number
  readonly no: string
  readonly name: string
  readonly email: string | null
  readonly email2: string | null
  readonly phone: string | null
  readonly mobilePhone: string | null
  readonly vatNo: string | null
  readonly country: string | null
}

/** Fewer digits than this are still being typed. */
const LEAST_DIGITS = 6
/** Fewer letters than this name half of the contacts. */
const LEAST_LETTERS = 3

const digitsOf = (phone: string): string => phone.replace(/\D/g, '').replace(/^0+/, '')

/** What was typed, each as it is compared and looked for; `null` where there is too little of it yet. */
export function keysOf({ name, email, phone, vatNo, country }: Typed) {
  const digits = digitsOf(storePhone(phone, country))
  const { key } = readVatNumber(vatNo, country)
  const vatDigits = key.replace(/^[A-Z]{2}/, '')
  return {
    name: name.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_LETTERS ? null : name,
    email: email.includes('@') ? email.trim().toLowerCase() : null,
    phone: digits.length < LEAST_DIGITS ? null : digits,
    vatNo: vatDigits.length < LEAST_DIGITS ? null : { key, digits: vatDigits },
  }
}
export type Keys = ReturnType<typeof keysOf>

/** In what a stored contact is the same as what was typed; `home`: country of contacts that name none. */
export function reasonsOf(keys: Keys, known: Known, home: string): Reason[] {
  const emails = [known.email, known.email2].flatMap((field) => emailsOf(field ?? '')).map((one) => one.toLowerCase())
  const phones = [known.phone, known.mobilePhone].map((phone) => digitsOf(phone ?? ''))
  const holds: Record<Reason, boolean> = {
    vatNo: keys.vatNo !== null && readVatNumber(known.vatNo ?? '', known.country ?? home).key === keys.vatNo.key,
    email: keys.email !== null && emails.includes(keys.email),
    phone: phones.some((phone) => keys.phone !== null && phone.endsWith(keys.phone)),
    name: keys.name !== null && isNamed(keys.name, known),
  }
  return reasons.filter((reason) => holds[reason])
}

/** Whether every word that was typed stands for one of the name: the same, its beginning, or one letter wrong. */
function isNamed(typed: string, { id, no, name }: Known): boolean {
  const words = typed.split(/\s+/u).filter((word) => word !== '')
  const alone: Candidate = {
    id,
    no,
    name,
    companyName: null,
    city: null,
    emails: [],
    phones: [],
    mine: false,
    daysSinceLast: null,
  }
  const found = byName(words, atomsOf(words), alone).words
  return found.length > 0 && words.every((word, at) => found.includes(at) || isJoining(word))
}
