import { type RawBuilder, sql } from 'kysely'
import type { Editable } from '#kernel/changes.ts'
import type { Context } from '#kernel/context.ts'
import type { NewSalesperson, Salesperson } from './schema.ts'

const columns = ['id', 'code', 'name', 'email', 'phone', 'jobTitle', 'closedAt', 'version'] as const

/** What people edit of a salesperson. */
export const editable: Editable = {
  table: 'salesperson',
  fields: { code: 'text', name: 'text', email: 'text', phone: 'text', jobTitle: 'text', closedAt: 'timestamptz' },
}

const salespeople = (ctx: Context) => ctx.db.selectFrom('salesperson').select(columns)

/** All of them: a company has tens, at most hundreds. Index: salesperson_code. */
export function list(ctx: Context, withClosed: boolean): Promise<Salesperson[]> {
  const sorted = salespeople(ctx).orderBy('code')
  return (withClosed ? sorted : sorted.where('closedAt', 'is', null)).execute()
}

export const find = (ctx: Context, id: number): Promise<Salesperson | undefined> =>
  salespeople(ctx).where('id', '=', id).executeTakeFirst()

/** `find`, kept from others until the end of the transaction. */
export const lock = (tx: Context, id: number): Promise<Salesperson | undefined> =>
  salespeople(tx).where('id', '=', id).forUpdate().executeTakeFirst()

export const insert = (tx: Context, fields: NewSalesperson, actId: number): Promise<Salesperson> =>
  tx.db
    .insertInto('salesperson')
    .values({ ...fields, actId })
    .returning(columns)
    .executeTakeFirstOrThrow()

/** How many records of each kind name a salesperson. Indexes: contact_by_salesperson, interaction_by_salesperson; members are few. */
export function uses(tx: Context, id: number) {
  const times = (table: string): RawBuilder<number> =>
    sql`(select count(*) from ${sql.table(table)} where salesperson_id = ${id})`
  return tx.db
    .selectNoFrom([
      times('contact').as('contacts'),
      times('interaction').as('interactions'),
      times('member').as('members'),
    ])
    .executeTakeFirstOrThrow()
}

export const remove = (tx: Context, id: number) => tx.db.deleteFrom('salesperson').where('id', '=', id).execute()
