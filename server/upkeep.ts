import { sql } from 'kysely'
import type { Databases } from '#database/companies.ts'
import { applyRetention } from '#features/interactions/service/retention.ts'
import { resumeRebuild } from '#features/interactions/service/words.ts'
import type { Context } from '#kernel/context.ts'
import { forgetKeys } from '#kernel/transaction.ts'

type ContextFor = (companyId: number, userId: number) => Promise<Context>

/** What every company has done for it each night: one whose turn fails does not keep the others. */
export async function everyNight(databases: Databases, contextFor: ContextFor): Promise<void> {
  await inEveryCompany(databases, contextFor, async (ctx) => {
    await forgetKeys(ctx.db)
    await applyRetention(ctx)
  })
}

/** What an update of the program may have left to be done. */
export const atStart = (databases: Databases, contextFor: ContextFor): Promise<void> =>
  inEveryCompany(databases, contextFor, resumeRebuild)

/** Acts in each company that has people, on behalf of its first. */
async function inEveryCompany(
  databases: Databases,
  contextFor: ContextFor,
  act: (ctx: Context) => Promise<void>,
): Promise<void> {
  const failed: unknown[] = []
  for (const { id, db } of databases.companies()) {
    const { rows } = await sql<{ first: number | null }>`select min(user_id) as first from member`.execute(db)
    const first = rows[0]?.first
    if (first != null)
      await contextFor(id, first)
        .then(act)
        .catch((error: unknown) => failed.push(error))
  }
  if (failed.length > 0) throw new AggregateError(failed, 'Upkeep of a company failed')
}
