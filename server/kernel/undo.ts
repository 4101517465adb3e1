import { sql } from 'kysely'
import type { Context } from './context.ts'
import { journal } from './journal.ts'
import { Problem } from './problem.ts'
import { once } from './transaction.ts'

/** The act that is to be taken back, as the journal has it. */
export interface Act {
  readonly id: number
  readonly act: string
  readonly detail: unknown
}
/** The inverse of each act that can be taken back, by the act's name. It checks rights and state as of now; `undoActId` is its own journal row. */
export type Inverses = Readonly<Record<string, (tx: Context, act: Act, undoActId: number) => Promise<void>>>

/**
 * Takes an act back by the inverse of the feature that owns it, journaled itself.
 * @throws Problem `not-found`, `undo-expired` after its term or when it was taken back already, `undo-not-possible`
 */
export function undo(ctx: Context, inverses: Inverses, id: number): Promise<{ actId: number }> {
  return once(ctx, 'undo', { id }, async (tx) => {
    const act = await tx.db
      .selectFrom('journal')
      .select(['id', 'act', 'detail', 'undoneBy', sql<boolean>`coalesce(undo_until > now(), false)`.as('inTime')])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (act === undefined) throw new Problem('not-found')
    const inverse = inverses[act.act]
    if (inverse === undefined || !act.inTime || act.undoneBy !== null) throw new Problem('undo-expired')
    const { actId } = await journal(tx, `${act.act}.undone`, { detail: { act: id } })
    await inverse(tx, act, actId)
    await tx.db.updateTable('journal').set({ undoneBy: actId }).where('id', '=', id).execute()
    return { actId }
  })
}
