import { Temporal } from 'temporal-polyfill'
import { asCompany, type Context } from '#kernel/context.ts'
import { inTransaction } from '#kernel/transaction.ts'
import * as queries from '../queries/deletion.ts'
import { beginDeletion } from './delete.ts'
import { settingFor } from './setting.ts'

/**
 * Every night: deletes, for good, the canceled entries that are older than the company keeps them, private ones too. It is
 * the same deletion as the page's; a night that finds none leaves no trace.
 */
export async function applyRetention(ctx: Context): Promise<void> {
  const retentionMonths = await queries.retentionMonths(ctx)
  if (retentionMonths === null) return
  const today = Temporal.Now.plainDateISO(ctx.company.zone)
  const filter = { occurredAt: `..${today.subtract({ months: retentionMonths, days: 1 })}` }
  await inTransaction(asCompany(ctx), async (tx) => {
    const until = await queries.lastCancellation(tx)
    const { count } = await queries.preview(tx, filter, await settingFor(tx, filter), until)
    if (count > 0) await beginDeletion(tx, { filter, until, retentionMonths }, count)
  })
}
