import type { Entry } from './api'

/** The company that an entry's contact works for; `null` where the contact is that company itself. */
export const employerOf = ({ companyId, companyName, contactId }: Entry): string | null =>
  companyId === contactId ? null : companyName
