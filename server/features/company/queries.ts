import { sql } from 'kysely'
import type { ServerTables } from '#database/companies.ts'
import type { Context } from '#kernel/context.ts'
import { type Page, pageOf } from '#kernel/page.ts'
import type { HistoryQuery, NewView, Setup, SetupPatch, View } from './schema.ts'

/** The one row of the set-up, with the company's name, which all companies' connections reach. */
const setups = (ctx: Context) =>
  ctx.db
    .withTables<Pick<ServerTables, 'company'>>()
    .selectFrom('setup')
    .innerJoin('company', (on) => on.on('company.id', '=', ctx.company.id))
    .select([
      'company.name',
      'setup.currency',
      'setup.country',
      'setup.language',
      'setup.zone',
      'setup.retentionMonths',
      'setup.version',
    ])
    .$castTo<Setup>()

export const setup = (ctx: Context): Promise<Setup> => setups(ctx).executeTakeFirstOrThrow()

/** `setup`, kept from others until the end of the transaction. */
export const lockSetup = (tx: Context): Promise<Setup> => setups(tx).forUpdate('setup').executeTakeFirstOrThrow()

export async function changeSetup(tx: Context, { name, ...to }: SetupPatch): Promise<void> {
  await tx.db
    .updateTable('setup')
    .set((of) => ({ ...to, version: of('version', '+', 1) }))
    .execute()
  if (name === undefined) return
  const shared = tx.db.withTables<Pick<ServerTables, 'company'>>()
  await shared.updateTable('company').set({ name }).where('id', '=', tx.company.id).execute()
}

export interface HistoryEntry {
  actId: number
  act: string
  at: string
  door: 'page' | 'api' | 'job'
  userName: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  undoUntil: string | null
}

/** Until when an act of the journal can be taken back. */
const undoable = sql<
  string | null
>`case when journal.undone_by is null and journal.undo_until > now() then journal.undo_until end`

/** What happened to one record, newest first, without the act that made it. Index: journal_change_key. */
export const history = (ctx: Context, { record, id, ...page }: HistoryQuery): Promise<Page<HistoryEntry>> =>
  pageOf(
    ctx.db
      .selectFrom('journalChange as change')
      .innerJoin('journal', 'journal.id', 'change.actId')
      .leftJoin('member', 'member.userId', 'journal.userId')
      .where('change.record', '=', record)
      .where('change.recordId', '=', id)
      .select([
        'change.actId',
        'journal.act',
        'journal.at',
        'journal.door',
        'member.name as userName',
        'change.before',
        'change.after',
        undoable.as('undoUntil'),
      ])
      .$castTo<HistoryEntry>(),
    { keys: [sql`change.act_id`], direction: 'desc' },
    page,
  )

/** The act that made a record: each points to it. */
export async function making(ctx: Context, record: string, id: number): Promise<HistoryEntry | undefined> {
  const { rows } = await sql<HistoryEntry>`
    select journal.id as act_id, journal.act, journal.at, journal.door, member.name as user_name, null as before, null as after,
      ${undoable} as undo_until
    from ${sql.table(record)} as record join journal on journal.id = record.act_id left join member on member.user_id = journal.user_id
    where record.id = ${id}`.execute(ctx.db)
  return rows[0]
}

/** Own views and those that colleagues share. Index: saved_view_by_list. */
export const views = (ctx: Context, list: string): Promise<View[]> =>
  ctx.db
    .selectFrom('savedView')
    .where('list', '=', list)
    .where((is) => is.or([is('userId', '=', ctx.user.id), is('shared', '=', true)]))
    .select((of) => ['id', 'list', 'name', 'search', 'shared', 'version', of('userId', '=', ctx.user.id).as('mine')])
    .orderBy('id')
    .$castTo<View>()
    .execute()

/** The caller's own view, kept from others until the end of the transaction. */
export const lockView = (tx: Context, id: number): Promise<View | undefined> =>
  tx.db
    .selectFrom('savedView')
    .where('id', '=', id)
    .where('userId', '=', tx.user.id)
    .select((of) => ['id', 'list', 'name', 'search', 'shared', 'version', of.lit(true).as('mine')])
    .forUpdate()
    .$castTo<View>()
    .executeTakeFirst()

export const changeView = (tx: Context, { id, name, search, shared, version }: View) =>
  tx.db.updateTable('savedView').set({ name, search, shared, version }).where('id', '=', id).execute()

export const saveView = (tx: Context, { shared = false, ...view }: NewView) =>
  tx.db
    .insertInto('savedView')
    .values({ ...view, shared, userId: tx.user.id })
    .onConflict((on) =>
      on.columns(['userId', 'list', 'name']).doUpdateSet((of) => ({
        search: of.ref('excluded.search'),
        shared: of.ref('excluded.shared'),
        version: sql<number>`saved_view.version + 1`,
      })),
    )
    .execute()

export const removeView = async (tx: Context, id: number): Promise<boolean> =>
  (await tx.db.deleteFrom('savedView').where('id', '=', id).where('userId', '=', tx.user.id).executeTakeFirst())
    .numDeletedRows === 1n
