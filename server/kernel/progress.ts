import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Context } from './context.ts'
import { Problem } from './problem.ts'
import { Choice, Id, Instant, Nullable } from './schema.ts'

/** How far a long act has come; kept in the database, so that a restart goes on where it stood. */
export type Progress = Static<typeof Progress>
export const Progress = Type.Object({
  id: Id,
  work: Type.String(),
  state: Choice(['waiting', 'running', 'done', 'stopped', 'failed']),
  done: Type.Integer({ minimum: 0 }),
  total: Nullable(Type.Integer({ minimum: 0 })),
  detail: Type.Record(Type.String(), Type.Unknown()),
  problem: Nullable(Type.String()),
  createdAt: Instant,
  startedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
})
const columns = [
  'id',
  'work',
  'state',
  'done',
  'total',
  'detail',
  'problem',
  'createdAt',
  'startedAt',
  'finishedAt',
] as const

/** Announces a long act, in the transaction that asks for its job. @returns its number */
export async function beginProgress(
  tx: Context,
  work: string,
  total: number | null,
  detail: object = {},
): Promise<number> {
  const { id } = await tx.db
    .insertInto('progress')
    .values({ work, total, detail: JSON.stringify(detail), userId: tx.user.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Books work as done, in the transaction of that work. @returns whether to stop, because somebody asked */
export async function advance(
  tx: Context,
  id: number,
  { done, detail = {}, total }: { done: number; detail?: object; total?: number },
): Promise<boolean> {
  const { stopAsked } = await tx.db
    .updateTable('progress')
    .set((to) => ({
      state: 'running',
      done: to('done', '+', done),
      total: total ?? to.ref('total'),
      detail: sql<string>`detail || ${JSON.stringify(detail)}::jsonb`,
      startedAt: sql<string>`coalesce(started_at, now())`,
    }))
    .where('id', '=', id)
    .returning('stopAsked')
    .executeTakeFirstOrThrow()
  return stopAsked
}

/** Ends a long act; ended once, it stays as it ended. */
export async function endProgress(
  tx: Context,
  id: number,
  state: 'done' | 'stopped' | 'failed',
  problem: string | null = null,
): Promise<void> {
  await tx.db
    .updateTable('progress')
    .set({ state, problem, finishedAt: sql<string>`now()` })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
}

/** One of the caller's own long acts. @throws Problem `not-found` */
export async function readProgress(ctx: Context, id: number): Promise<Progress> {
  const found = await ctx.db
    .selectFrom('progress')
    .select(columns)
    .where('id', '=', id)
    .where('userId', '=', ctx.user.id)
    .executeTakeFirst()
  if (found === undefined) throw new Problem('not-found')
  return found as Progress
}

/** The caller's last 20 long acts, newest first. Index: progress_by_user. */
export async function listProgress(ctx: Context): Promise<Progress[]> {
  const rows = await ctx.db
    .selectFrom('progress')
    .select(columns)
    .where('userId', '=', ctx.user.id)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows as Progress[]
}

/** Asks a long act of the caller to stop at its next step; what is done stays done. @throws Problem `not-found` */
export async function stopProgress(ctx: Context, id: number): Promise<Progress> {
  await ctx.db
    .updateTable('progress')
    .set({ stopAsked: true })
    .where('id', '=', id)
    .where('userId', '=', ctx.user.id)
    .execute()
  return readProgress(ctx, id)
}
