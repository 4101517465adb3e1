import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import { editable } from '../editable.ts'
import type { Fields } from '../rules.ts'

/** A contact to be stored; without a number it gets the next one of the series. */
export type NewRow = Fields & { readonly no: string | null }
export interface Inserted {
  readonly id: number
  readonly no: string
}

/**
 * Stores contacts, thousands in one statement. Numbers of the series that somebody has taken by hand are skipped.
 * @returns for each row, in their order, its id and number; `null` where the number that was asked for is taken
 */
export async function insert(tx: Context, rows: readonly NewRow[], actId: number): Promise<(Inserted | null)[]> {
  const done: (Inserted | null)[] = rows.map(() => null)
  let waiting = rows.map((row, index) => ({ row, index }))
  while (waiting.length > 0) {
    const numbers = await nextNumbers(tx, waiting.filter(({ row }) => row.no === null).length)
    const tried = waiting.map(({ row, index }) => ({ index, row: { ...row, no: row.no ?? numbers.pop() ?? null } }))
    const stored = await insertFree(
      tx,
      tried.map(({ row }) => row),
      actId,
    )
    for (const { row, index } of tried) {
      done[index] = stored.get(row.no) ?? null
      stored.delete(row.no) // of two rows that ask for one number, the first has it
    }
    waiting = waiting.filter(({ row, index }) => row.no === null && done[index] === null)
  }
  return done
}

/** Numbers as people read them: CT00001. The series is asked in a statement of its own, as a distributed PostgreSQL wants it. */
async function nextNumbers(tx: Context, count: number): Promise<string[]> {
  if (count === 0) return []
  const { rows } = await sql<{
    n: number
  }>`select nextval('contact_no') as n from generate_series(1, ${count}::int)`.execute(tx.db)
  return rows.map(({ n }) => `CT${String(n).padStart(5, '0')}`).reverse()
}

async function insertFree(tx: Context, rows: readonly NewRow[], actId: number): Promise<Map<string | null, Inserted>> {
  const names = ['no', ...Object.keys(editable.fields)]
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const types = { no: 'text', ...editable.fields }
  const shape = Object.entries(types).map(([name, type]) => sql`${sql.raw(`"${name}"`)} ${sql.raw(type)}`)
  const values = sql.join(names.map((name) => sql.raw(`given."${name}"`)))
  const { rows: stored } = await sql<Inserted>`
    insert into contact (${columns}, act_id)
    select ${values}, ${actId}::bigint
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (${sql.join(shape)})) with ordinality as given
    order by given.ordinality
    on conflict (no) do nothing
    returning id, no`.execute(tx.db)
  return new Map(stored.map((row) => [row.no, row]))
}
