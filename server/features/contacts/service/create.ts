import { type Context, requireRight } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import { type Fault, Problem, refuseFaults } from '#kernel/problem.ts'
import { once } from '#kernel/transaction.ts'
import { inherited } from '../inheritance.ts'
import { type Inserted, insert, type NewRow } from '../queries/insert.ts'
import { find } from '../queries/record.ts'
import { defaults, type Related, related } from '../queries/related.ts'
import { referenceFaults } from '../references.ts'
import { blank, type Decided, decide } from '../rules.ts'
import type { Contact, ContactPatch, NewContact } from '../schema.ts'

/** A contact as it was stored, or all that was wrong with it. */
export type Created =
  | { readonly stored: Inserted; readonly faults: null }
  | { readonly stored: null; readonly faults: readonly Fault[] }

/**
 * Creates one contact. What is left out follows the employer, then the set-up and the user.
 * @returns the contact; for an Idempotency-Key that was used before, the one of the first time
 * @throws Problem `not-allowed`; all together, each at its field: `field-required`, `code-exists`, `contact-not-found`,
 * `company-expected`, `salesperson-not-found`, `salesperson-blocked`, `language-not-found`, `field-invalid`; `key-reused`
 */
export async function createContact(ctx: Context, input: NewContact): Promise<Contact> {
  requireRight(ctx, 'contacts.edit')
  return once(ctx, 'createContact', input, async (tx) => {
    const { actId } = await journal(tx, 'contact.created')
    const [created] = await createContacts(tx, [input], actId)
    refuseFaults(created?.faults ?? [])
    const contact = created?.stored && (await find(tx, created.stored.id))
    if (!contact) throw new Problem('contact-not-found')
    return contact
  })
}

/**
 * Creates contacts as part of an act, thousands in a handful of statements; whoever calls it has asked for the right.
 * @returns for each, in their order, its id and number, or its faults; one with faults is not stored, the others are
 */
export async function createContacts(tx: Context, given: readonly NewContact[], actId: number): Promise<Created[]> {
  const [known, otherwise] = [await related(tx, given), await defaults(tx)]
  const plans = given.map((one) => planOf(tx, one, known, otherwise))
  const stored = await insert(
    tx,
    plans.flatMap(({ row, faults }) => (faults.length === 0 ? [row] : [])),
    actId,
  )
  return plans.map(({ row, faults }): Created => {
    if (faults.length > 0) return { stored: null, faults }
    const one = stored.shift() ?? null
    const taken = [{ pointer: '/no', type: 'code-exists', values: { code: row.no } }]
    return one === null ? { stored: null, faults: taken } : { stored: one, faults: null }
  })
}

/** The rules for a new contact by itself, for whoever reads contacts from elsewhere; `home`: country of one that names none. */
export const decideNew = (given: ContactPatch, home: string): Decided => decide(given, blank, home)

function planOf(
  tx: Context,
  { no, ...given }: NewContact,
  known: Related,
  otherwise: ContactPatch,
): { row: NewRow; faults: readonly Fault[] } {
  const employer = given.type === 'person' && given.companyId != null ? known.contacts.get(given.companyId) : undefined
  const taken = employer?.type === 'company' ? inherited(blank, employer, null) : {}
  const start = { ...blank, ...otherwise, ...taken }
  const { fields, faults } = decide({ type: blank.type, ...given }, start, tx.company.country)
  return {
    row: { ...start, ...fields, no: no?.toUpperCase() ?? null },
    faults: [...faults, ...referenceFaults(given, known)],
  }
}
