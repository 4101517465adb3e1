import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, type Right, requireRight } from './context.ts'
import { changeOf, journal } from './journal.ts'
import { Problem } from './problem.ts'
import type { Inverses } from './undo.ts'

/** A record that acts change field by field: its table, which is also its name in the journal, and its editable columns. */
export interface Editable {
  readonly table: string
  /** Type of each column, by its name in the code. */
  readonly fields: Readonly<Record<string, 'text' | 'bigint' | 'boolean' | 'integer' | 'numeric' | 'timestamptz'>>
  /** Column that takes the time of every change. */
  readonly touched?: string
}

/** Rows `id, before, after`: what an act changes, by the names of the code, only what differs. */
export type Changes = RawBuilder<{ id: number; before: object; after: object }>

/** How an act can be taken back; `null` when it changed nothing. */
export interface Undo {
  readonly undoId: number | null
  readonly undoUntil: string | null
}

/**
 * Writes changes and hangs them on an act, in one statement however many there are. Each raises the record's version.
 * A record that is not as `before` says any more is left alone.
 * @returns the ids of the records that changed
 */
export async function writeChanges(
  tx: Context,
  { table, fields, touched }: Editable,
  changes: Changes,
  actId: number,
): Promise<number[]> {
  const columns = Object.entries(fields).map(([name, type]) => {
    const column = sql.ref(name)
    const key = sql.lit(name)
    const cast = sql.raw(type)
    return {
      set: sql`${column} = case when given.after ? ${key} then (given.after->>${key})::${cast} else record.${column} end`,
      same: sql<SqlBool>`(not given.before ? ${key} or record.${column} is not distinct from (given.before->>${key})::${cast})`,
    }
  })
  const also = touched === undefined ? [] : [sql`${sql.ref(touched)} = now()`]
  const sets = [...columns.map(({ set }) => set), sql`version = record.version + 1`, ...also]
  const { rows } = await sql<{ id: number }>`
    with given as materialized (${changes}),
    changed as (
      update ${sql.table(table)} as record set ${sql.join(sets)} from given
      where record.id = given.id and ${sql.join(
        columns.map(({ same }) => same),
        sql` and `,
      )} returning record.id),
    journaled as (
      insert into journal_change (act_id, record, record_id, before, after)
      select ${actId}::bigint, ${table}::text, given.id, given.before, given.after
      from given join changed on changed.id = given.id)
    select id from changed`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Changes one record to `fields` as an act of its own that can be taken back; without a difference there is no act. */
export async function changeRecord<T extends { readonly id: number }>(
  tx: Context,
  editable: Editable,
  act: string,
  before: T,
  fields: Partial<T>,
): Promise<Undo> {
  const change = changeOf(editable.table, before.id, before, fields)
  if (change === null) return { undoId: null, undoUntil: null }
  const { actId, undoUntil } = await journal(tx, act, { undoable: true })
  await writeChanges(tx, editable, listed([change]), actId)
  return { undoId: actId, undoUntil }
}

/** Changes that are known in the code. */
export const listed = (
  changes: readonly { recordId: number; before: object | null; after: object | null }[],
): Changes =>
  sql`select (c->>'recordId')::bigint as id, c->'before' as before, c->'after' as after
    from jsonb_array_elements(${JSON.stringify(changes)}::jsonb) c`

/** The inverse of acts that changed records of one table: each field goes back to what it was, unless it has changed since. */
export const putBack =
  (editable: Editable, right: Right): Inverses[string] =>
  async (tx, act, undoActId) => {
    requireRight(tx, right)
    const changed = await writeChanges(tx, editable, reversed(editable, act.id), undoActId)
    if (changed.length === 0) throw new Problem('undo-not-possible')
  }

/** The changes of one table's records that an act has made, each the other way round. Index: journal_change_by_act. */
export const reversed = ({ table }: Editable, actId: number): Changes =>
  sql`select record_id as id, after as before, before as after
    from journal_change where act_id = ${actId}::bigint and record = ${table}::text`
