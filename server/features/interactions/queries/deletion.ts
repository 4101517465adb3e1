import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Setting } from '#kernel/filter/ast.ts'
import { type Page, type PageQuery, pageOf } from '#kernel/page.ts'
import type { Deletion, PastDeletion, Preview } from '../schema.ts'
import * as log from './log.ts'
import { found } from './selection.ts'
import type { Ids } from './state.ts'

/** Canceled entries of a filter whose cancellation is not newer than `until`. Index: interaction_canceled. */
const deletable = (ctx: Context, filter: Deletion, setting: Setting, until: number): Ids =>
  found(ctx, filter, setting)
    .where('interaction.canceled', '=', true)
    .where((is) =>
      is.exists(
        is
          .selectFrom('interactionCancellation as cancellation')
          .select(sql.lit(1).as('one'))
          .whereRef('cancellation.interactionId', '=', 'interaction.id')
          .where('cancellation.actId', '<=', until),
      ),
    )
    .clearSelect()
    .select('interaction.id') as unknown as Ids

/** The newest act of the journal: what is canceled after it, a preview has not shown. */
export const lastCancellation = async (ctx: Context): Promise<number> =>
  (
    await ctx.db
      .selectFrom('journal')
      .select((of) => of.fn.coalesce(of.fn.max('id'), sql<number>`0`).as('id'))
      .executeTakeFirstOrThrow()
  ).id

/** What would go: numbers over the whole filter, and the newest ten rows. */
export async function preview(
  ctx: Context,
  filter: Deletion,
  setting: Setting,
  until: number,
): Promise<Omit<Preview, 'token'>> {
  const all = found(ctx, filter, setting)
  const ids = deletable(ctx, filter, setting, until)
  const [matching, numbers, files, byTemplate, sample] = await Promise.all([
    all
      .clearSelect()
      .select((of) => of.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
    ctx.db
      .selectFrom('interaction')
      .where('interaction.id', 'in', ids)
      .select((of) => [
        of.fn.countAll<number>().as('count'),
        of.fn.min('interaction.occurredAt').as('oldestAt'),
        of.fn.max('interaction.occurredAt').as('newestAt'),
        of
          .selectFrom('interactionComment')
          .where('interactionId', 'in', ids)
          .select((c) => c.fn.countAll<number>().as('n'))
          .as('comments'),
      ])
      .executeTakeFirstOrThrow(),
    filesOf(ctx, ids),
    ctx.db
      .selectFrom('interaction')
      .innerJoin('interactionTemplate as template', 'template.id', 'interaction.templateId')
      .where('interaction.id', 'in', ids)
      .groupBy('template.code')
      .select((of) => ['template.code as templateCode', of.fn.countAll<number>().as('count')])
      .orderBy('count', 'desc')
      .execute(),
    log.latest(ctx, ids, 10),
  ])
  const { count, oldestAt, newestAt, comments } = numbers
  return {
    matching: matching.n,
    count,
    left: matching.n - count,
    comments: comments ?? 0,
    oldestAt,
    newestAt,
    ...files,
    byTemplate,
    sample,
  }
}

/** Files that only these entries use, and files that something else uses too. */
async function filesOf(ctx: Context, ids: Ids): Promise<{ filesFreed: number; bytesFreed: number; filesKept: number }> {
  const { rows } = await sql<{ filesFreed: number; bytesFreed: number; filesKept: number }>`
    with used as (select distinct sha256 from interaction_attachment where interaction_id in (${ids})),
    shared as (
      select sha256 from used where exists (select 1 from interaction_attachment a where a.sha256 = used.sha256 and a.interaction_id not in (${ids}))
        or exists (select 1 from template_language l where l.sha256 = used.sha256))
    select count(*) filter (where shared.sha256 is null) as files_freed,
      coalesce(sum(file.size) filter (where shared.sha256 is null), 0)::bigint as bytes_freed, count(shared.sha256) as files_kept
    from used join file on file.sha256 = used.sha256 left join shared on shared.sha256 = used.sha256`.execute(ctx.db)
  return rows[0] ?? { filesFreed: 0, bytesFreed: 0, filesKept: 0 }
}

/**
 * Deletes up to `limit` of them with their comments and references to files; what each was hangs on the act.
 * @returns how many went
 */
export async function deleteBatch(
  tx: Context,
  filter: Deletion,
  setting: Setting,
  until: number,
  actId: number,
  limit: number,
): Promise<number> {
  const ids = deletable(tx, filter, setting, until).limit(limit)
  const { rows } = await sql<{ count: number }>`
    with gone as (
      delete from interaction where id in (${ids}) and canceled
      returning id, contact_id, template_id, occurred_at, description),
    journaled as (
      insert into journal_change (act_id, record, record_id, before, after)
      select ${actId}::bigint, 'interaction', id, jsonb_build_object('contactId', contact_id, 'templateId', template_id, 'occurredAt', occurred_at, 'description', description), null
      from gone)
    select count(*) as count from gone`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** After how many months canceled entries go by themselves; `null`: never. */
export const retentionMonths = async (ctx: Context): Promise<number | null> =>
  (await ctx.db.selectFrom('setup').select('retentionMonths').executeTakeFirstOrThrow()).retentionMonths

/** Deletions with their act. Index: progress_pkey; the table has one row for each long act. */
export const past = (ctx: Context, page: PageQuery): Promise<Page<PastDeletion>> =>
  pageOf(
    ctx.db
      .selectFrom('progress')
      .innerJoin('journal', (on) => on.on(sql`journal.id`, '=', sql`(progress.detail->>'actId')::bigint`))
      .leftJoin('member', 'member.userId', 'journal.userId')
      .where('progress.work', '=', 'deleteCanceled')
      .select([
        'progress.id as progressId',
        'journal.at',
        'member.name as userName',
        sql<number | null>`(journal.detail->>'retentionMonths')::integer`.as('retentionMonths'),
        sql<Record<string, unknown>>`journal.detail->'filter'`.as('filter'),
        'progress.state',
        'progress.done as count',
      ])
      .$castTo<PastDeletion>(),
    { keys: [sql`progress.id`], direction: 'desc' },
    page,
  )
