import * as attachments from '#features/attachments/service.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import type { Page } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import type { Inverses } from '#kernel/undo.ts'
import { requireVersion } from '#kernel/version.ts'
import * as queries from '../queries/drafts.ts'
import type { Changed, Draft, DraftQuery, NewDraft } from '../schema.ts'

/** Drafts, last touched first: the caller's own, or everybody's. @throws Problem `not-allowed`, `cursor-invalid` */
export async function listDrafts(ctx: Context, query: DraftQuery): Promise<Page<Draft>> {
  requireRight(ctx, 'interactions.record')
  const { items, next } = await queries.list(ctx, query)
  return { items: items.map((row) => draftOf(ctx, row)), next }
}

/** @throws Problem `not-allowed`, `draft-not-found` */
export async function getDraft(ctx: Context, id: number): Promise<Draft> {
  requireRight(ctx, 'interactions.record')
  const row = await queries.find(ctx, id)
  if (row === undefined) throw new Problem('draft-not-found')
  return draftOf(ctx, row)
}

/** How many drafts wait for the caller. */
export async function countDrafts(ctx: Context): Promise<{ count: number }> {
  requireRight(ctx, 'interactions.record')
  return { count: await queries.countMine(ctx) }
}

/** Keeps what a guide holds, from its first field on; nothing is required. @throws Problem `not-allowed`, `file-not-found` */
export function keepDraft(ctx: Context, input: NewDraft): Promise<Draft> {
  requireRight(ctx, 'interactions.record')
  return once(ctx, 'keepDraft', input, async (tx) => {
    const uploadIds = input.content.uploadIds ?? []
    if (uploadIds.length > 0) await attachments.claimUploads(tx, uploadIds)
    const id = await queries.insert(tx, await known(tx, input))
    await queries.setUploads(tx, id, uploadIds)
    return getDraft(tx, id)
  })
}

/** Keeps a newer state of a draft. @throws Problem `not-allowed`, `draft-not-found`, `stale`, `file-not-found` */
export function changeDraft(ctx: Context, id: number, version: number | undefined, input: NewDraft): Promise<Draft> {
  requireRight(ctx, 'interactions.record')
  return inTransaction(ctx, async (tx) => {
    const before = await getDraft(tx, (await lock(tx, id)).id)
    requireVersion(version, before, before.userName)
    const uploadIds = input.content.uploadIds ?? []
    const added = uploadIds.filter((uploadId) => !before.uploads.some((upload) => upload.id === uploadId))
    if (added.length > 0) await attachments.claimUploads(tx, added)
    await queries.update(tx, id, await known(tx, input))
    await queries.setUploads(tx, id, uploadIds)
    return getDraft(tx, id)
  })
}

/** Puts a draft aside; it can be taken back. @throws Problem `not-allowed`, `draft-not-found` */
export function discardDraft(ctx: Context, id: number): Promise<Changed> {
  requireRight(ctx, 'interactions.record')
  return inTransaction(ctx, async (tx) => {
    await lock(tx, id)
    const { actId, undoUntil } = await journal(tx, 'draft.discarded', {
      undoable: true,
      changes: [{ record: 'draft', recordId: id, before: { discarded: false }, after: { discarded: true } }],
    })
    await queries.setDiscarded(tx, id, true)
    return { count: 1, undoId: actId, undoUntil }
  })
}

/** Makes a draft the caller's own. @throws Problem `not-allowed`, `draft-not-found` */
export function takeDraft(ctx: Context, id: number): Promise<Draft> {
  requireRight(ctx, 'interactions.record')
  return inTransaction(ctx, async (tx) => {
    const { userId } = await lock(tx, id)
    await journal(tx, 'draft.taken', {
      changes: [{ record: 'draft', recordId: id, before: { userId }, after: { userId: tx.user.id } }],
    })
    await queries.setOwner(tx, id, tx.user.id)
    return getDraft(tx, id)
  })
}

export const draftInverses: Inverses = {
  'draft.discarded': async (tx, act) => {
    requireRight(tx, 'interactions.record')
    const { id } = await lock(tx, await queries.discardedBy(tx, act.id))
    await queries.setDiscarded(tx, id, false)
  },
}

async function lock(tx: Context, id: number) {
  const draft = await queries.lock(tx, id)
  if (draft === undefined) throw new Problem('draft-not-found')
  return draft
}

/** A draft may name what is gone meanwhile: its own columns point only to what is there. */
async function known(tx: Context, input: NewDraft): Promise<NewDraft> {
  const { contactIds = [], templateId = null } = input.content
  const there = await queries.existing(tx, contactIds[0] ?? null, templateId)
  return {
    ...input,
    content: {
      ...input.content,
      ...(there.contact ? {} : { contactIds: [] }),
      ...(there.template ? {} : { templateId: null }),
    },
  }
}

function draftOf(ctx: Context, row: queries.DraftRow): Draft {
  const { contactBlocked, contactSalespersonId, templateClosed, templateDescription, salespersonClosed, ...draft } = row
  const description = row.content.description || templateDescription
  const salesperson = row.content.salespersonId ?? ctx.user.salespersonId ?? contactSalespersonId
  return {
    ...draft,
    description: description || row.content.line || null,
    missing: [
      ...(row.contactId === null ? (['contact'] as const) : []),
      ...(row.templateId === null ? (['template'] as const) : []),
      ...(description ? [] : (['description'] as const)),
      ...(salesperson === null && row.contactId !== null ? (['salesperson'] as const) : []),
    ],
    invalid: [
      ...(contactBlocked ? (['contact-privacy-blocked'] as const) : []),
      ...(templateClosed && row.templateId !== null ? (['template-closed'] as const) : []),
      ...(salespersonClosed && row.content.salespersonId != null ? (['salesperson-blocked'] as const) : []),
    ],
  }
}
