import { type RawBuilder, sql } from 'kysely'
import { visible } from '#features/interactions/visible.ts'
import type { Context } from '#kernel/context.ts'
import type { Dimension, StatisticsQuery } from './schema.ts'

type Kind = 'call' | 'meeting' | 'letter' | 'mail' | 'note' | 'document' | 'system'
/** Whose entries, between which instants (the end not included). */
export interface Within extends Omit<StatisticsQuery, 'period'> {
  readonly from: string | null
  readonly to: string | null
}
/** What is counted of entries: `grades` by evaluation, from 1 to 5. */
export interface Tally {
  count: number
  cost: string
  durationMin: number
  failed: number
  grades: number[]
}

const tally = sql`count(*) as count, coalesce(sum(cost), 0.00)::text as cost, coalesce(sum(duration_min), 0) as duration_min,
  count(*) filter (where attempt_failed) as failed,
  array[${sql.join([1, 2, 3, 4, 5].map((grade) => sql`count(*) filter (where evaluation = ${sql.lit(grade)})`))}]::int[] as grades`
/** The sum of tallies that were made before. */
const sum = sql`coalesce(sum(count), 0)::bigint as count, coalesce(sum(cost), 0.00)::text as cost, coalesce(sum(duration_min), 0)::bigint as duration_min,
  coalesce(sum(failed), 0)::bigint as failed,
  array[${sql.join([1, 2, 3, 4, 5].map((grade) => sql`coalesce(sum(count) filter (where evaluation = ${sql.lit(grade)}), 0)`))}]::int[] as grades`

/**
 * The entries that count: neither canceled nor hidden from the caller; drafts are kept elsewhere. Index: that of the owner
 * (interaction_by_contact and its like), else interaction_by_time.
 */
function counted(ctx: Context, { from, to, ...owners }: Within) {
  let entries = visible(ctx).where('interaction.canceled', '=', sql.lit(false))
  if (from !== null) entries = entries.where('interaction.occurredAt', '>=', from)
  if (to !== null) entries = entries.where('interaction.occurredAt', '<', to)
  for (const [owner, id] of Object.entries(owners))
    if (id !== undefined) entries = entries.where(sql.ref(`interaction.${owner}`), '=', id)
  return entries
}

/** The first and the last instant of the entries that count. */
export const reach = (ctx: Context, within: Within): Promise<{ first: string | null; last: string | null }> =>
  counted(ctx, within)
    .select((of) => [of.fn.min('interaction.occurredAt').as('first'), of.fn.max('interaction.occurredAt').as('last')])
    .$castTo<{ first: string | null; last: string | null }>()
    .executeTakeFirstOrThrow()

export async function total(ctx: Context, within: Within): Promise<Tally> {
  const { rows } = await sql<Tally>`select ${tally} from (${counted(ctx, within).select(measures)}) entry`.execute(
    ctx.db,
  )
  return rows[0] as Tally
}
const measures = [
  'interaction.cost',
  'interaction.durationMin',
  'interaction.evaluation',
  'interaction.attemptFailed',
] as const

export interface Overview {
  total: Tally
  /** `step`: which of the given instants begins it, from 1 */
  steps: { step: number; kind: Kind; count: number }[]
  salespeople: (Tally & { id: number | null; code: string | null; name: string | null })[]
}
type Part = Tally & {
  set: number
  step: number
  kind: Kind
  id: number | null
  code: string | null
  name: string | null
}

/**
 * Total, steps by kind, and salespeople: the entries are read once, and added up from a table of all three together, which
 * stays small, since none of them has many values.
 */
export async function overview(ctx: Context, within: Within, starts: readonly string[]): Promise<Overview> {
  const entries = counted(ctx, within).select([
    ...measures,
    'interaction.kind',
    'interaction.salespersonId',
    sql<number>`width_bucket(interaction.occurred_at, ${starts}::timestamptz[])`.as('step'),
  ])
  const { rows } = await sql<Part>`
    with part as materialized (
      select step, kind, salesperson_id, evaluation, count(*) as count, sum(cost) as cost, sum(duration_min) as duration_min,
        count(*) filter (where attempt_failed) as failed
      from (${entries}) entry group by step, kind, salesperson_id, evaluation),
    figure as (
      select grouping(step, salesperson_id) as set, step, kind, salesperson_id as id, ${sum}
      from part group by grouping sets ((), (step, kind), (salesperson_id)))
    select figure.*, salesperson.code, salesperson.name from figure left join salesperson on salesperson.id = figure.id
    order by figure.count desc, salesperson.code`.execute(ctx.db)
  const of = (set: number) => rows.filter((row) => row.set === set)
  return { total: of(3)[0] as Tally, steps: of(1), salespeople: of(2) }
}

/** What tells the rows of a table apart. */
const values: Readonly<Record<Dimension, RawBuilder<unknown>>> = {
  template: sql`interaction.template_id`,
  group: sql`interaction.group_id`,
  groupToday: sql`template.group_id`,
  company: sql`coalesce(interaction.company_id, interaction.contact_id)`,
  contact: sql`interaction.contact_id`,
  salesperson: sql`interaction.salesperson_id`,
  kind: sql`interaction.kind`,
  evaluation: sql`interaction.evaluation`,
  informationFlow: sql`interaction.information_flow`,
  initiatedBy: sql`interaction.initiated_by`,
  correspondenceType: sql`interaction.correspondence_type`,
  attemptFailed: sql`interaction.attempt_failed`,
}

/** `value`: number of a record or key of a choice, as text. */
export type Row = Tally & { value: string | null }
/** All contacts that have no row of their own, together. */
export type Rest = Tally & { records: number }

/** One row for each value that occurs, the most frequent first. */
export async function table(ctx: Context, within: Within, by: Dimension): Promise<Row[]> {
  const { rows } = await sql<Row>`select value::text, ${tally} from (${valued(ctx, within, by)}) entry
    group by entry.value order by count(*) desc, entry.value`.execute(ctx.db)
  return rows
}

/**
 * One row for each of the most frequent values, and all others together. Which are the most frequent is found first, by
 * their number alone: sums for each of 100,000 contacts take four times as long and do not fit into memory.
 */
export async function frequent(
  ctx: Context,
  within: Within,
  by: 'company' | 'contact',
  most: number,
): Promise<{ rows: Row[]; rest: Rest | null }> {
  const { rows } = await sql<Row & { records: number }>`
    with figure as materialized (
      select value, count(*) as count from (${counted(ctx, within).select(values[by].as('value'))}) entry group by value),
    top as materialized (select value from figure order by count desc, value limit ${most}::int)
    select top.value::text, ${tally}, (select count(*) from figure) as records
    from (${valued(ctx, within, by)}) entry left join top on top.value = entry.value
    group by top.value order by count(*) desc, top.value`.execute(ctx.db)
  const others = rows.find(({ value }) => value === null)
  return {
    rows: rows.filter(({ value }) => value !== null),
    rest: others === undefined ? null : { ...others, records: others.records - most },
  }
}

function valued(ctx: Context, within: Within, by: Dimension) {
  const entries = counted(ctx, within)
  const told =
    by === 'groupToday'
      ? entries.innerJoin('interactionTemplate as template', 'template.id', 'interaction.templateId')
      : entries
  return told.select([...measures, values[by].as('value')])
}

/** How a record is called; `company`: a contact whose entries are those of its people too. */
export interface Label {
  id: number
  code: string
  name: string
  kind: Kind | null
  company: boolean
}
export type Labelled = 'template' | 'group' | 'salesperson' | 'contact'
const labels: Readonly<Record<Labelled, RawBuilder<Label>>> = {
  template: sql`select id, code, coalesce(description, code) as name, kind, false as company from interaction_template`,
  group: sql`select id, code, description as name, null as kind, false as company from interaction_group`,
  salesperson: sql`select id, code, name, null as kind, false as company from salesperson`,
  contact: sql`select id, no as code, name, null as kind, type = 'company' as company from contact`,
}
export async function labelsOf(ctx: Context, of: Labelled, ids: readonly number[]): Promise<Map<number, Label>> {
  const { rows } = await sql<Label>`${labels[of]} where id = any(${ids}::bigint[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Codes of the templates that belong to each of these groups today. */
export async function templatesToday(ctx: Context, groupIds: readonly number[]): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ groupId: number; codes: string[] }>`
    select group_id, array_agg(code order by code) as codes from interaction_template
    where group_id = any(${groupIds}::bigint[]) group by group_id`.execute(ctx.db)
  return new Map(rows.map(({ groupId, codes }) => [groupId, codes]))
}
