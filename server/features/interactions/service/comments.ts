import { type Context, requireRight } from '#kernel/context.ts'
import { journal, journalChanges } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import type { Inverses } from '#kernel/undo.ts'
import { requireVersion } from '#kernel/version.ts'
import * as details from '../queries/details.ts'
import { refreshWords } from '../queries/words.ts'
import type { Changed, InteractionCard, NewComment } from '../schema.ts'
import { getInteraction, requireEntry } from './read.ts'

/** Adds a comment to an entry, canceled ones too. @returns the entry as it is now. @throws Problem `not-allowed`, `entry-not-found` */
export function commentInteraction(
  ctx: Context,
  interactionId: number,
  { text }: NewComment,
): Promise<InteractionCard> {
  requireRight(ctx, 'interactions.record')
  return once(ctx, 'commentInteraction', { interactionId, text }, async (tx) => {
    await requireEntry(tx, interactionId)
    const { actId } = await journal(tx, 'comment.added')
    await details.insertComments(tx, [interactionId], text, actId)
    await refreshWords(tx, [interactionId])
    await journalChanges(tx, actId, [
      { record: 'interaction', recordId: interactionId, before: null, after: { comment: text } },
    ])
    return getInteraction(tx, interactionId)
  })
}

/** Changes the caller's own comment; the earlier text stays in the history. @throws Problem `not-allowed`, `not-found`, `stale` */
export function changeComment(
  ctx: Context,
  interactionId: number,
  id: number,
  version: number | undefined,
  { text }: NewComment,
): Promise<InteractionCard> {
  requireRight(ctx, 'interactions.record')
  return inTransaction(ctx, async (tx) => {
    const before = await ownComment(tx, interactionId, id)
    requireVersion(version, before, tx.user.name)
    await journal(tx, 'comment.changed', {
      changes: [
        { record: 'interaction', recordId: interactionId, before: { comment: before.text }, after: { comment: text } },
      ],
    })
    await details.changeComment(tx, id, text)
    await refreshWords(tx, [interactionId])
    return getInteraction(tx, interactionId)
  })
}

/** Removes the caller's own comment; its text stays in the history, and it can be taken back. @throws Problem `not-allowed`, `not-found` */
export function removeComment(ctx: Context, interactionId: number, id: number): Promise<Changed> {
  requireRight(ctx, 'interactions.record')
  return inTransaction(ctx, async (tx) => {
    const before = await ownComment(tx, interactionId, id)
    const { actId, undoUntil } = await journal(tx, 'comment.removed', {
      undoable: true,
      detail: { ...before, interactionId },
      changes: [{ record: 'interaction', recordId: interactionId, before: { comment: before.text }, after: null }],
    })
    await details.removeComment(tx, id)
    await refreshWords(tx, [interactionId])
    return { count: 1, undoId: actId, undoUntil }
  })
}

async function ownComment(tx: Context, interactionId: number, id: number) {
  const comment = await details.comment(tx, interactionId, id)
  if (comment === undefined) throw new Problem('not-found')
  if (comment.userId !== tx.user.id) throw new Problem('not-allowed', { values: { right: 'comments.others' } })
  return comment
}

export const commentInverses: Inverses = {
  'comment.removed': async (tx, act, undoActId) => {
    requireRight(tx, 'interactions.record')
    const comment = act.detail as details.RemovedComment
    await requireEntry(tx, comment.interactionId)
    await details.restoreComment(tx, comment, undoActId)
    await refreshWords(tx, [comment.interactionId])
    await journalChanges(tx, undoActId, [
      { record: 'interaction', recordId: comment.interactionId, before: null, after: { comment: comment.text } },
    ])
  },
}
