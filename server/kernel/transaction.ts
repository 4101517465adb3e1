import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from './context.ts'
import { Problem } from './problem.ts'

/** Runs `work` in one transaction, or in the caller's if there is one. Nothing but SQL may happen inside. */
export function inTransaction<T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }))
}

/**
 * `inTransaction`, but a request that carries a key does its work once: the answer is stored with the work, and a
 * repetition gets that answer. A twin that runs at the same moment waits on the unique key.
 * @throws Problem `key-reused` when the same key comes with another input
 */
export function once<T>(ctx: Context, act: string, input: unknown, work: (tx: Context) => Promise<T>): Promise<T> {
  const { key } = ctx
  if (key === undefined) return inTransaction(ctx, work)
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  return inTransaction({ ...ctx, key: undefined }, async (tx) => {
    const mine = await tx.db
      .insertInto('onceKey')
      .values({ key, userId: tx.user.id, act, inputHash })
      .onConflict((on) => on.doNothing())
      .executeTakeFirstOrThrow()
    if (mine.numInsertedOrUpdatedRows === 0n) return earlierAnswer<T>(tx, key, act, inputHash)
    const answer = await work(tx)
    await tx.db
      .updateTable('onceKey')
      .set({ answer: JSON.stringify(answer) })
      .where('key', '=', key)
      .where('userId', '=', tx.user.id)
      .execute()
    return answer
  })
}

/** For how long a key and its answer are remembered, in days. */
const KEY_DAYS = 7

/** Forgets the keys of a company that are older than that, batch by batch. Index: once_key_by_time. */
export async function forgetKeys(db: Context['db'], batch = 5000): Promise<void> {
  for (let gone = batch; gone === batch; )
    gone = Number(
      (
        await sql`delete from once_key where (user_id, key) in (
          select user_id, key from once_key where at < now() - make_interval(days => ${KEY_DAYS}::int)
          order by at limit ${batch}::int)`.execute(db)
      ).numAffectedRows,
    )
}

async function earlierAnswer<T>(tx: Context, key: string, act: string, inputHash: string): Promise<T> {
  const earlier = await tx.db
    .selectFrom('onceKey')
    .select(['act', 'inputHash', 'answer'])
    .where('key', '=', key)
    .where('userId', '=', tx.user.id)
    .executeTakeFirstOrThrow()
  if (earlier.act !== act || earlier.inputHash !== inputHash) throw new Problem('key-reused')
  return earlier.answer as T
}
