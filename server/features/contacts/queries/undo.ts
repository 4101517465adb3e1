import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'

/** Whether an act changed the type of a contact. Index: journal_change_key. */
export async function changedType(tx: Context, actId: number, id: number): Promise<boolean> {
  const change = await tx.db
    .selectFrom('journalChange')
    .select(sql<boolean>`before ? 'type'`.as('type'))
    .where('record', '=', 'contact')
    .where('recordId', '=', id)
    .where('actId', '=', actId)
    .executeTakeFirst()
  return change?.type === true
}

/** Whether one of these contacts belongs to somebody who is no company. */
export async function employedByPerson(tx: Context, ids: readonly number[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from contact person join contact employer on employer.id = person.company_id
    where person.id = any(${ids}::bigint[]) and employer.type <> 'company' limit 1`.execute(tx.db)
  return rows.length > 0
}
