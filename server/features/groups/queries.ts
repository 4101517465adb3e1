import { sql } from 'kysely'
import { visible as visibleEntries } from '#features/interactions/visible.ts'
import type { Editable } from '#kernel/changes.ts'
import type { Context } from '#kernel/context.ts'
import { codeOrder, folded } from '#kernel/filter/sql.ts'
import { type Order, type Page, pageOf } from '#kernel/page.ts'
import { hasEachWord } from '#kernel/search.ts'
import type { GroupQuery, GroupRow, InteractionGroup, NewGroup } from './schema.ts'

const columns = ['id', 'code', 'description', 'closedAt', 'version'] as const

/** What people edit of a group. */
export const editable: Editable = {
  table: 'interaction_group',
  fields: { code: 'text', description: 'text', closedAt: 'timestamptz' },
}

const groups = (ctx: Context) => ctx.db.selectFrom('interactionGroup').select(columns)

const orders: Readonly<Record<string, Order['keys']>> = {
  code: [codeOrder(sql.ref('group.code'))],
  description: [folded(sql.ref('group.description')), sql.ref('group.id')],
}

/** Groups with their figures: tens at most, sorted as they are read. Index for a period: interaction_by_time. */
export function list(
  ctx: Context,
  { q, closed = false, from, to, sort = 'code', after, limit }: GroupQuery,
): Promise<Page<GroupRow>> {
  const day = (text: string, shift: string) =>
    sql<string>`(${text}::date ${sql.raw(shift)})::timestamp at time zone ${ctx.company.zone}`
  let entries = visibleEntries(ctx).where('interaction.canceled', '=', false).groupBy('interaction.groupId')
  if (from !== undefined) entries = entries.where('interaction.occurredAt', '>=', day(from, ''))
  if (to !== undefined) entries = entries.where('interaction.occurredAt', '<', day(to, '+ 1'))
  const figures = entries.select((of) => [
    'interaction.groupId',
    of.fn.countAll<number>().as('interactions'),
    of.fn.sum<string>('interaction.cost').as('cost'),
    of.fn.sum<number>('interaction.durationMin').as('durationMin'),
  ])
  let rows = ctx.db
    .selectFrom('interactionGroup as group')
    .leftJoin(figures.as('figures'), 'figures.groupId', 'group.id')
    .select((of) => [
      'group.id',
      'group.code',
      'group.description',
      'group.closedAt',
      'group.version',
      of
        .selectFrom('interactionTemplate')
        .select((t) => t.fn.countAll<number>().as('n'))
        .whereRef('groupId', '=', 'group.id')
        .as('templates'),
      sql<number>`coalesce(figures.interactions, 0)`.as('interactions'),
      sql<string>`coalesce(figures.cost, 0.00)::text`.as('cost'),
      sql<number>`coalesce(figures.duration_min, 0)::bigint`.as('durationMin'),
    ])
    .$castTo<GroupRow>()
  if (q !== undefined) rows = rows.where(hasEachWord(sql`"group".code || ' ' || "group".description`, q))
  if (!closed) rows = rows.where('group.closedAt', 'is', null)
  return pageOf(
    rows,
    { keys: orders[sort.replace('-', '')] ?? [], direction: sort.startsWith('-') ? 'desc' : 'asc' },
    { ...(after !== undefined && { after }), ...(limit !== undefined && { limit }) },
  )
}

export const find = (ctx: Context, id: number): Promise<InteractionGroup | undefined> =>
  groups(ctx).where('id', '=', id).executeTakeFirst()

/** `find`, kept from others until the end of the transaction. */
export const lock = (tx: Context, id: number): Promise<InteractionGroup | undefined> =>
  groups(tx).where('id', '=', id).forUpdate().executeTakeFirst()

export const insert = (tx: Context, fields: NewGroup, actId: number): Promise<InteractionGroup> =>
  tx.db
    .insertInto('interactionGroup')
    .values({ ...fields, actId })
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Adds those whose code is not there yet. */
export const insertMissing = (tx: Context, rows: readonly NewGroup[], actId: number) =>
  tx.db
    .insertInto('interactionGroup')
    .values(rows.map((row) => ({ ...row, actId })))
    .onConflict((on) => on.doNothing())
    .execute()

export async function idsByCode(tx: Context): Promise<Map<string, number>> {
  const rows = await tx.db.selectFrom('interactionGroup').select(['id', 'code']).execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** How many records of each kind name a group. Indexes: interaction_template_by_group, interaction_by_group. */
export async function uses(tx: Context, id: number): Promise<{ templates: number; interactions: number }> {
  const { rows } = await sql<{ templates: number; interactions: number }>`
    select (select count(*) from interaction_template where group_id = ${id}) as templates,
      (select count(*) from interaction where group_id = ${id}) as interactions`.execute(tx.db)
  return rows[0] ?? { templates: 0, interactions: 0 }
}

export const remove = (tx: Context, id: number) => tx.db.deleteFrom('interactionGroup').where('id', '=', id).execute()
