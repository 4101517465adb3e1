import { type SelectQueryBuilder, sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Tables } from '#kernel/tables.ts'
import { visible } from '../visible.ts'

/** A query that yields the ids of the entries that an act is about. */
export type Ids = SelectQueryBuilder<Tables, 'interaction', { id: number }>

/**
 * Sets the mark of the chosen entries that do not have it yet, with the change of each hung on the act, in one statement
 * however many there are. @returns how many changed
 */
export async function setCanceled(
  tx: Context,
  ids: Ids,
  canceled: boolean,
  actId: number,
  reason: string | null,
): Promise<number> {
  const marked = canceled
    ? sql`insert into interaction_cancellation (interaction_id, act_id, reason) select id, ${actId}::bigint, ${reason}::text from changed`
    : sql`delete from interaction_cancellation using changed where interaction_id = changed.id`
  const { rows } = await sql<{ count: number }>`
    with changed as (
      update interaction set canceled = ${canceled} where id in (${ids}) and canceled <> ${canceled} returning id),
    marked as (${marked}),
    journaled as (
      insert into journal_change (act_id, record, record_id, before, after)
      select ${actId}::bigint, 'interaction', id, jsonb_build_object('canceled', ${!canceled}::boolean),
        jsonb_strip_nulls(jsonb_build_object('canceled', ${canceled}::boolean, 'reason', ${reason}::text)) from changed)
    select count(*) as count from changed`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** Sets the evaluation of the chosen entries, canceled ones too; those that have it already are left alone. @returns how many changed */
export async function setEvaluation(tx: Context, ids: Ids, evaluation: number | null, actId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with before as (select id, evaluation from interaction where id in (${ids}) and evaluation is distinct from ${evaluation}::smallint for update),
    changed as (update interaction set evaluation = ${evaluation}::smallint from before where interaction.id = before.id),
    journaled as (
      insert into journal_change (act_id, record, record_id, before, after)
      select ${actId}::bigint, 'interaction', id, jsonb_build_object('evaluation', evaluation), jsonb_build_object('evaluation', ${evaluation}::smallint) from before)
    select count(*) as count from before`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** Gives the chosen entries to another salesperson. @returns how many changed */
export async function setSalesperson(tx: Context, ids: Ids, salespersonId: number, actId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with before as (select id, salesperson_id from interaction where id in (${ids}) and salesperson_id is distinct from ${salespersonId}::bigint for update),
    changed as (update interaction set salesperson_id = ${salespersonId}::bigint from before where interaction.id = before.id),
    journaled as (
      insert into journal_change (act_id, record, record_id, before, after)
      select ${actId}::bigint, 'interaction', id, jsonb_build_object('salespersonId', salesperson_id), jsonb_build_object('salespersonId', ${salespersonId}::bigint) from before)
    select count(*) as count from before`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** Puts back what an act changed in a field, where nothing has changed it since. @returns how many were put back */
export async function putBack(
  tx: Context,
  act: number,
  undoActId: number,
  field: 'evaluation' | 'salesperson_id',
  key: string,
): Promise<number> {
  const column = sql.ref(field)
  const { rows } = await sql<{ count: number }>`
    with was as (
      select c.record_id as id, (c.before->>${key}::text)::bigint as before, (c.after->>${key}::text)::bigint as after
      from journal_change c where c.act_id = ${act}::bigint and c.record = 'interaction'),
    changed as (
      update interaction set ${column} = was.before from was
      where interaction.id = was.id and interaction.${column} is not distinct from was.after
        and interaction.id in (${visible(tx).select('interaction.id')}) returning interaction.id, was.before, was.after),
    journaled as (
      insert into journal_change (act_id, record, record_id, before, after)
      select ${undoActId}::bigint, 'interaction', id, jsonb_build_object(${key}::text, after), jsonb_build_object(${key}::text, before) from changed)
    select count(*) as count from changed`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** The entries that an act canceled or restored, as far as the caller may see them. */
export const changedBy = (tx: Context, act: number): Ids =>
  visible(tx)
    .innerJoin('journalChange', 'journalChange.recordId', 'interaction.id')
    .where('journalChange.actId', '=', act)
    .where('journalChange.record', '=', 'interaction')
    .select('interaction.id') as unknown as Ids

/** The entries that an act logged, as far as the caller may see them. */
export const loggedBy = (tx: Context, act: number): Ids =>
  visible(tx).where('interaction.actId', '=', act).select('interaction.id') as unknown as Ids
