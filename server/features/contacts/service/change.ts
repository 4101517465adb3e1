import { contactRenamed } from '#features/interactions/service/words.ts'
import { listed, reversed, writeChanges } from '#kernel/changes.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { changeOf, journal } from '#kernel/journal.ts'
import { type Fault, Problem, refuseFaults } from '#kernel/problem.ts'
import { once } from '#kernel/transaction.ts'
import type { Inverses } from '#kernel/undo.ts'
import { requireSeen } from '#kernel/version.ts'
import { violationOf } from '#kernel/violation.ts'
import { editable } from '../editable.ts'
import { inherited } from '../inheritance.ts'
import { follow } from '../queries/follow.ts'
import { find, lock } from '../queries/record.ts'
import { history, related } from '../queries/related.ts'
import { changedType, employedByPerson } from '../queries/undo.ts'
import { referenceFaults } from '../references.ts'
import { decide } from '../rules.ts'
import type { ChangedContact, Contact, ContactPatch } from '../schema.ts'

/**
 * Changes what the patch names, and what follows from it: a person attached to a company takes over from it, people follow
 * what they had from their company. One act, which can be taken back.
 * @param seen the version that the caller has seen
 * @throws Problem `not-allowed`, `contact-not-found`, `version-required`, `stale`; all together, each at its field:
 * `contact-has-history`, `contact-not-found`, `company-expected`, `salesperson-not-found`, `salesperson-blocked`,
 * `language-not-found`, `parental-consent-missing`, `field-required`, `field-invalid`
 */
export async function changeContact(
  ctx: Context,
  id: number,
  seen: number | undefined,
  patch: ContactPatch,
): Promise<ChangedContact> {
  requireRight(ctx, 'contacts.edit')
  return once(ctx, 'changeContact', { id, seen, patch }, async (tx) => {
    const before = required(await lock(tx, id))
    await requireSeen(tx, 'contact', seen, before)
    const fields = await planOf(tx, before, patch)
    const change = changeOf('contact', id, before, fields)
    if (change === null) return { ...before, undoId: null, undoUntil: null }
    const { actId, undoUntil } = await journal(tx, 'contact.changed', { undoable: true, detail: { contactId: id } })
    await writeChanges(tx, editable, listed([change]), actId)
    if (before.type === 'company') await follow(tx, before, fields, actId)
    if (fields.name !== undefined) await contactRenamed(tx, id)
    return { ...required(await find(tx, id)), undoId: actId, undoUntil }
  })
}

/** All fields that will differ, by every rule; refuses with all faults together. */
async function planOf(tx: Context, before: Contact, patch: ContactPatch): Promise<ContactPatch> {
  const given = Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => value !== before[name as keyof Contact]),
  ) as ContactPatch
  const { companyId: leftId } = before
  const known = await related(tx, [given, { companyId: leftId }])
  const { fields, faults } = decide(given, before, tx.company.country)
  refuseFaults([...(await typeFaults(tx, before, given)), ...faults, ...referenceFaults(given, known)])
  const employer = given.companyId == null ? undefined : known.contacts.get(given.companyId)
  if (employer === undefined) return fields
  return { ...inherited(before, employer, leftId === null ? null : (known.contacts.get(leftId) ?? null)), ...fields }
}

async function typeFaults(tx: Context, before: Contact, given: ContactPatch): Promise<Fault[]> {
  if (given.type === undefined) return []
  const { interactions, people } = await history(tx, before.id)
  return [
    ...(interactions > 0 ? [{ pointer: '/type', type: 'contact-has-history', values: { count: interactions } }] : []),
    ...(people > 0 ? [{ pointer: '/type', type: 'contact-has-people', values: { count: people } }] : []),
  ]
}

/** What takes a change of a contact back; of people who followed it, whoever has changed since stays as it is. */
export const contactInverses: Inverses = {
  'contact.changed': async (tx, { id: actId, detail }, undoActId) => {
    requireRight(tx, 'contacts.edit')
    const { contactId } = detail as { contactId: number }
    const { interactions, people } = await history(tx, contactId)
    if (interactions + people > 0 && (await changedType(tx, actId, contactId))) throw new Problem('undo-not-possible')
    const changed = await writeChanges(tx, editable, reversed(editable, actId), undoActId).catch((error: unknown) => {
      throw violationOf(error) === null ? error : new Problem('undo-not-possible')
    })
    if (!changed.includes(contactId) || (await employedByPerson(tx, changed))) throw new Problem('undo-not-possible')
    await contactRenamed(tx, contactId)
  },
}

function required(found: Contact | undefined): Contact {
  if (found === undefined) throw new Problem('contact-not-found')
  return found
}
