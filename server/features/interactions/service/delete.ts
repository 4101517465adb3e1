import { createHash } from 'node:crypto'
import { asCompany, type Context, requireRight } from '#kernel/context.ts'
import { enqueue } from '#kernel/jobs.ts'
import { journal } from '#kernel/journal.ts'
import type { Page, PageQuery } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import { advance, beginProgress, endProgress, type Progress, readProgress } from '#kernel/progress.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import * as queries from '../queries/deletion.ts'
import type { Deletion, PastDeletion, Preview, RunDeletion } from '../schema.ts'
import { settingFor } from './setting.ts'

/** Entries that go in one transaction: small enough to be stopped within a second. */
const BATCH = 2000

/**
 * Shows what deleting the canceled entries of a filter would take, and deletes nothing.
 * @throws Problem `not-allowed`, `filter-invalid`
 */
export async function previewDeletion(ctx: Context, filter: Deletion): Promise<Preview> {
  requireRight(ctx, 'interactions.delete')
  const until = await queries.lastCancellation(ctx)
  return {
    token: tokenOf(filter, until),
    ...(await queries.preview(ctx, filter, await settingFor(ctx, filter), until)),
  }
}

/**
 * Deletes, for good, the canceled entries that a preview showed; what was canceled after it stays. Runs as a job.
 * @returns its progress
 * @throws Problem `not-allowed`, `preview-outdated` when the filter is another than that of the preview
 */
export async function deleteCanceled(ctx: Context, { filter, token }: RunDeletion): Promise<Progress> {
  requireRight(ctx, 'interactions.delete')
  const until = untilOf(filter, token)
  return once(ctx, 'deleteCanceled', { filter, token }, async (tx) => {
    const { count } = await queries.preview(tx, filter, await settingFor(tx, filter), until)
    if (count === 0) return nothingDeleted(tx)
    return readProgress(tx, await beginDeletion(tx, { filter, until }, count))
  })
}

/** Writes the act of a deletion and asks for its job. @returns the number of its progress */
export async function beginDeletion(
  tx: Context,
  asked: Pick<DeletionJob, 'filter' | 'until' | 'retentionMonths'>,
  count: number,
): Promise<number> {
  const { until: _, ...detail } = asked
  const { actId } = await journal(tx, 'interaction.deleted', { detail })
  const progressId = await beginProgress(tx, 'deleteCanceled', count, { actId })
  await enqueue(tx, 'deleteCanceled', { ...asked, actId, progressId }, `delete:${progressId}`)
  return progressId
}

/** The deletions so far, newest first, with what they were asked for and what went. @throws Problem `not-allowed`, `cursor-invalid` */
export async function listDeletions(ctx: Context, page: PageQuery): Promise<Page<PastDeletion>> {
  requireRight(ctx, 'interactions.delete')
  return queries.past(ctx, page)
}

/** Nothing to delete is no act, and done at once. */
async function nothingDeleted(tx: Context): Promise<Progress> {
  const progressId = await beginProgress(tx, 'deleteCanceled', 0)
  await endProgress(tx, progressId, 'done')
  return readProgress(tx, progressId)
}

/** Deletes batch by batch, each with its journal and its progress in one transaction; a restart goes on with what is left. */
export async function runDeletion(
  asking: Context,
  { filter, until, actId, progressId, retentionMonths }: DeletionJob,
): Promise<void> {
  const ctx = retentionMonths === undefined ? asking : asCompany(asking)
  for (;;) {
    const step = await inTransaction(ctx, async (tx) => {
      const count = await queries.deleteBatch(tx, filter, await settingFor(tx, filter), until, actId, BATCH)
      const stop = await advance(tx, progressId, { done: count })
      if (count < BATCH || stop) await endProgress(tx, progressId, stop && count === BATCH ? 'stopped' : 'done')
      return { more: count === BATCH && !stop }
    })
    if (!step.more) return
  }
}

export interface DeletionJob {
  readonly filter: Deletion
  readonly until: number
  readonly actId: number
  readonly progressId: number
  /** the rule that asked for it; left out: a person did */
  readonly retentionMonths?: number
}

const hashOf = (filter: Deletion): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(filter).sort()))
    .digest('base64url')
const tokenOf = (filter: Deletion, until: number): string => `${until}.${hashOf(filter)}`

function untilOf(filter: Deletion, token: string): number {
  const [until, hash] = token.split('.')
  if (hash !== hashOf(filter) || !/^\d{1,15}$/.test(until ?? ''))
    throw new Problem('preview-outdated', { pointer: '/token' })
  return Number(until)
}
