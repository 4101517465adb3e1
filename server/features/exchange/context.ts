import type { ContactPatch } from '#features/contacts/schema.ts'
import type { Fault } from '#kernel/problem.ts'

/** What a row of a file is read against. Lists are looked up by code and by name, without case. */
export interface ImportContext {
  /** The rules of the contacts feature for a new contact, so that a card and a file are held to the same; `home` for one without a country. */
  decide(given: ContactPatch, home: string): { readonly fields: ContactPatch; readonly faults: readonly Fault[] }
  /** ISO 3166-1 alpha-2 of the own company. */
  readonly country: string
  readonly salespeople: readonly { readonly code: string; readonly name: string }[]
  readonly languages: readonly { readonly code: string; readonly erpCode: string | null }[]
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The code of the salesperson whom a text names, by code or by full name. */
export function salespersonFinder({ salespeople }: ImportContext): (text: string) => string | undefined {
  const byName = new Map(salespeople.map(({ code, name }) => [fold(name), code]))
  const byCode = new Map(salespeople.map(({ code }) => [fold(code), code]))
  return (text) => byCode.get(fold(text)) ?? byName.get(fold(text))
}

/** The listed language for a tag or an ERP code: itself, else the same language without its region, else with another. */
export function languageFinder({ languages }: ImportContext): (tag: string, typed: string) => string | undefined {
  const base = (tag: string) => new Intl.Locale(tag).language
  const byErpCode = new Map(
    languages.flatMap(({ code, erpCode }) => (erpCode === null ? [] : [[erpCode.toUpperCase(), code] as const])),
  )
  return (tag, typed) =>
    byErpCode.get(typed.toUpperCase()) ??
    languages.find(({ code }) => code === tag)?.code ??
    languages.find(({ code }) => code === base(tag))?.code ??
    languages.find(({ code }) => base(code) === base(tag))?.code
}
