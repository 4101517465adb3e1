import type { Fault } from '#kernel/problem.ts'
import type { Related } from './queries/related.ts'
import type { ContactPatch } from './schema.ts'

/** What is wrong with the records that the given fields name: unknown, closed, or no company. */
export function referenceFaults(
  { companyId, salespersonId, languageId }: ContactPatch,
  { contacts, salespeople, languages }: Related,
): Fault[] {
  const employer = companyId == null ? null : (contacts.get(companyId)?.type ?? 'nobody')
  return [
    ...fault('/companyId', employer === 'nobody', 'contact-not-found'),
    ...fault('/companyId', employer === 'person', 'company-expected'),
    ...fault('/salespersonId', salespersonId != null && !salespeople.has(salespersonId), 'salesperson-not-found'),
    ...fault('/salespersonId', salespersonId != null && salespeople.get(salespersonId) === true, 'salesperson-blocked'),
    ...fault('/languageId', languageId != null && !languages.has(languageId), 'language-not-found'),
    ...fault('/languageId', languageId != null && languages.get(languageId) === true, 'language-closed'),
  ]
}

const fault = (pointer: string, stands: boolean, type: string): Fault[] => (stands ? [{ pointer, type }] : [])
