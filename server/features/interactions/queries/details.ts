import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import { visible } from '../visible.ts'

export interface NewAttachment {
  interactionId: number
  sha256: string
  name: string
  origin: 'template' | 'imported'
}

export const insertAttachments = (tx: Context, given: readonly NewAttachment[], actId: number) =>
  tx.db
    .insertInto('interactionAttachment')
    .values(given.map((one) => ({ ...one, actId })))
    .execute()

export const insertComments = (tx: Context, interactionIds: readonly number[], text: string, actId: number) =>
  sql`insert into interaction_comment (interaction_id, user_id, text, act_id)
    select id, ${tx.user.id}, ${text}, ${actId} from unnest(${interactionIds}::bigint[]) as given (id)`.execute(tx.db)

/** Index: interaction_attachment_by_interaction. */
export const attachments = (ctx: Context, interactionId: number) =>
  ctx.db
    .selectFrom('interactionAttachment as attachment')
    .innerJoin('file', 'file.sha256', 'attachment.sha256')
    .where('attachment.interactionId', '=', interactionId)
    .select(['attachment.id', 'attachment.name', 'file.sha256', 'file.size', 'file.mediaType', 'attachment.origin'])
    .orderBy('attachment.id')
    .$castTo<{
      id: number
      name: string
      sha256: string
      size: number
      mediaType: string
      origin: 'template' | 'imported'
    }>()
    .execute()

/** A file of an entry that the caller may see. */
export const attachment = (ctx: Context, interactionId: number, id: number) =>
  visible(ctx)
    .innerJoin('interactionAttachment as attachment', 'attachment.interactionId', 'interaction.id')
    .innerJoin('file', 'file.sha256', 'attachment.sha256')
    .where('interaction.id', '=', interactionId)
    .where('attachment.id', '=', id)
    .select(['file.sha256', 'file.size', 'file.mediaType', 'attachment.name'])
    .executeTakeFirst()

/** Index: interaction_comment_by_interaction. */
export const comments = (ctx: Context, interactionId: number) =>
  ctx.db
    .selectFrom('interactionComment as comment')
    .leftJoin('member', 'member.userId', 'comment.userId')
    .where('comment.interactionId', '=', interactionId)
    .select([
      'comment.id',
      'comment.text',
      'comment.at',
      'comment.editedAt',
      'comment.userId',
      'member.name as userName',
      'comment.version',
    ])
    .orderBy('comment.id')
    .execute()

export const comment = (ctx: Context, interactionId: number, id: number) =>
  visible(ctx)
    .innerJoin('interactionComment as comment', 'comment.interactionId', 'interaction.id')
    .where('interaction.id', '=', interactionId)
    .where('comment.id', '=', id)
    .select(['comment.id', 'comment.text', 'comment.userId', 'comment.version', 'comment.at', 'comment.editedAt'])
    .forUpdate('comment')
    .executeTakeFirst()

export const changeComment = (tx: Context, id: number, text: string) =>
  tx.db
    .updateTable('interactionComment')
    .set((to) => ({ text, editedAt: sql<string>`now()`, version: to('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const removeComment = (tx: Context, id: number) =>
  tx.db.deleteFrom('interactionComment').where('id', '=', id).execute()

/** A removed comment as it was. */
export interface RemovedComment {
  interactionId: number
  userId: number
  text: string
  at: string
  editedAt: string | null
  version: number
}
export const restoreComment = (
  tx: Context,
  { interactionId, userId, text, at, editedAt, version }: RemovedComment,
  actId: number,
) =>
  tx.db.insertInto('interactionComment').values({ interactionId, userId, text, at, editedAt, version, actId }).execute()

/** Who canceled an entry, when and why. */
export const cancellation = (ctx: Context, interactionId: number) =>
  ctx.db
    .selectFrom('interactionCancellation as cancellation')
    .innerJoin('journal', 'journal.id', 'cancellation.actId')
    .leftJoin('member', 'member.userId', 'journal.userId')
    .where('cancellation.interactionId', '=', interactionId)
    .select(['journal.at', 'member.name as userName', 'cancellation.reason'])
    .executeTakeFirst()

/** Index: interaction_follows. */
export const followers = async (ctx: Context, interactionId: number): Promise<number[]> => {
  const rows = await visible(ctx)
    .where('interaction.followsId', '=', interactionId)
    .select('interaction.id')
    .orderBy('interaction.id')
    .execute()
  return rows.map(({ id }) => id)
}
