import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import { type Page, pageOf } from '#kernel/page.ts'
import type { DraftContent, DraftQuery, NewDraft } from '../schema.ts'

/** A draft with what the list shows of it, and with what would stop it from being logged. */
export interface DraftRow {
  id: number
  content: DraftContent
  step: NewDraft['step']
  version: number
  userId: number
  userName: string | null
  startedAt: string
  touchedAt: string
  discardedAt: string | null
  contactId: number | null
  contactName: string | null
  companyName: string | null
  contactBlocked: boolean | null
  contactSalespersonId: number | null
  templateId: number | null
  templateCode: string | null
  templateDescription: string | null
  templateClosed: boolean | null
  kind: 'call' | 'meeting' | 'letter' | 'mail' | 'note' | 'document' | 'system' | null
  salespersonClosed: boolean | null
  uploads: { id: number; name: string; size: number; mediaType: string }[]
}

/** A draft that is to become a private entry is private already: only its owner may know of it. */
const mayKnow = ({ user }: Context) =>
  sql<boolean>`(user_id = ${user.id} or content->>'private' is distinct from 'true')`

const drafts = (ctx: Context) =>
  ctx.db
    .selectFrom((from) => from.selectFrom('interactionDraft').selectAll().where(mayKnow(ctx)).as('draft'))
    .leftJoin('member', 'member.userId', 'draft.userId')
    .leftJoin('contact', 'contact.id', 'draft.contactId')
    .leftJoin('contact as company', 'company.id', 'contact.companyId')
    .leftJoin('interactionTemplate as template', 'template.id', 'draft.templateId')
    .leftJoin('salesperson', (on) =>
      on.on('salesperson.id', '=', sql<number>`(draft.content->>'salespersonId')::bigint`),
    )
    .select([
      'draft.id',
      'draft.content',
      'draft.step',
      'draft.version',
      'draft.userId',
      'member.name as userName',
      'draft.startedAt',
      'draft.touchedAt',
      'draft.discardedAt',
      'draft.contactId',
      'contact.name as contactName',
      'contact.salespersonId as contactSalespersonId',
      'company.name as companyName',
      'draft.templateId',
      'template.code as templateCode',
      'template.description as templateDescription',
      'template.kind',
      sql<boolean | null>`contact.privacy_blocked or coalesce(company.privacy_blocked, false)`.as('contactBlocked'),
      sql<boolean | null>`template.closed_at is not null`.as('templateClosed'),
      sql<boolean | null>`salesperson.closed_at is not null`.as('salespersonClosed'),
      sql<
        DraftRow['uploads']
      >`coalesce((select jsonb_agg(jsonb_build_object('id', upload.id, 'name', upload.name, 'size', file.size, 'mediaType', file.media_type) order by upload.id)
        from draft_upload join upload on upload.id = draft_upload.upload_id join file on file.sha256 = upload.sha256
        where draft_upload.draft_id = draft.id), '[]'::jsonb)`.as('uploads'),
    ])
    .$castTo<DraftRow>()

/** Newest touched first. Index: interaction_draft_by_user, interaction_draft_by_contact; all drafts of a company are few. */
export function list(
  ctx: Context,
  { whose = 'mine', contactId, discarded = false, ...page }: DraftQuery,
): Promise<Page<DraftRow>> {
  let found = drafts(ctx).where('draft.discardedAt', discarded ? 'is not' : 'is', null)
  if (whose === 'mine') found = found.where('draft.userId', '=', ctx.user.id)
  if (contactId !== undefined) found = found.where('draft.contactId', '=', contactId)
  return pageOf(found, { keys: [sql`draft.touched_at`, sql`draft.id`], direction: 'desc' }, page)
}

export const find = (ctx: Context, id: number) => drafts(ctx).where('draft.id', '=', id).executeTakeFirst()

export const lock = (tx: Context, id: number) =>
  tx.db
    .selectFrom('interactionDraft')
    .select(['id', 'userId', 'version', 'discardedAt'])
    .where('id', '=', id)
    .where(mayKnow(tx))
    .forUpdate()
    .executeTakeFirst()

export async function insert(tx: Context, { content, step }: NewDraft): Promise<number> {
  const { id } = await tx.db
    .insertInto('interactionDraft')
    .values({
      userId: tx.user.id,
      content: JSON.stringify(content),
      step,
      contactId: content.contactIds?.[0] ?? null,
      templateId: content.templateId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const update = (tx: Context, id: number, { content, step }: NewDraft) =>
  tx.db
    .updateTable('interactionDraft')
    .set((to) => ({
      content: JSON.stringify(content),
      step,
      contactId: content.contactIds?.[0] ?? null,
      templateId: content.templateId ?? null,
      touchedAt: sql<string>`now()`,
      version: to('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()

export async function setUploads(tx: Context, id: number, uploadIds: readonly number[]): Promise<void> {
  await tx.db.deleteFrom('draftUpload').where('draftId', '=', id).execute()
  if (uploadIds.length > 0)
    await tx.db
      .insertInto('draftUpload')
      .values(uploadIds.map((uploadId) => ({ draftId: id, uploadId })))
      .execute()
}

export const setDiscarded = (tx: Context, id: number, discarded: boolean) =>
  tx.db
    .updateTable('interactionDraft')
    .set((to) => ({ discardedAt: discarded ? sql<string>`now()` : null, version: to('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const setOwner = (tx: Context, id: number, userId: number) =>
  tx.db
    .updateTable('interactionDraft')
    .set((to) => ({ userId, version: to('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** @returns the draft that went, or `undefined` when it was gone */
export const remove = (tx: Context, id: number) =>
  tx.db
    .deleteFrom('interactionDraft')
    .where('id', '=', id)
    .where(mayKnow(tx))
    .returning(['userId', 'startedAt'])
    .executeTakeFirst()

/** How many the caller has. */
export const countMine = async (ctx: Context): Promise<number> =>
  (
    await ctx.db
      .selectFrom('interactionDraft')
      .select((of) => of.fn.countAll<number>().as('n'))
      .where('userId', '=', ctx.user.id)
      .where('discardedAt', 'is', null)
      .executeTakeFirstOrThrow()
  ).n

/** Whether a contact and a template that a draft names are there; `null` names nothing. */
export async function existing(
  tx: Context,
  contactId: number | null,
  templateId: number | null,
): Promise<{ contact: boolean; template: boolean }> {
  const { rows } = await sql<{ contact: boolean; template: boolean }>`
    select ${contactId}::bigint is null or exists (select 1 from contact where id = ${contactId}::bigint) as contact,
      ${templateId}::bigint is null or exists (select 1 from interaction_template where id = ${templateId}::bigint) as template`.execute(
    tx.db,
  )
  return rows[0] ?? { contact: false, template: false }
}

/** The draft that an act discarded. */
export const discardedBy = async (tx: Context, actId: number): Promise<number> =>
  (
    await tx.db
      .selectFrom('journalChange')
      .select('recordId')
      .where('actId', '=', actId)
      .where('record', '=', 'draft')
      .executeTakeFirstOrThrow()
  ).recordId
