import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Setting } from '#kernel/filter/ast.ts'
import { type FilterFields, filtersOf } from '#kernel/filter/query.ts'

/** Lists of a few rows by whose codes contacts are filtered. */
const lists = { salespersonCode: 'salesperson', languageCode: 'language' } as const

/**
 * The filters on codes, as conditions on the ids that they mean now: of those the database knows how frequent each is, so
 * that it neither sorts half of the contacts nor looks through all of them for a rare one.
 * @throws Problem `filter-invalid`
 */
export async function byCodes(
  ctx: Context,
  fields: FilterFields,
  filters: Readonly<Record<string, unknown>>,
  setting: Setting,
): Promise<RawBuilder<SqlBool>[]> {
  const conditions: RawBuilder<SqlBool>[] = []
  for (const [name, table] of Object.entries(lists)) {
    const [condition] = filtersOf(fields, { [name]: filters[name] }, setting)
    if (condition !== undefined) conditions.push(oneOf(table, await idsOf(ctx, table, condition)))
  }
  return conditions
}

/** The ids whose code fits; `null` among them when no code at all fits. */
async function idsOf(ctx: Context, table: string, condition: Expression<SqlBool>): Promise<(number | null)[]> {
  const { rows } = await sql<{ id: number | null }>`
    select id from (select id, code from ${sql.table(table)} union all select null, null) as ${sql.id(table)} where ${condition}`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

function oneOf(table: string, found: readonly (number | null)[]): RawBuilder<SqlBool> {
  const column = sql.ref(`contact.${table}Id`)
  const ids = found.filter((id) => id !== null)
  const named = ids.length === 0 ? sql`false` : sql`${column} in (${sql.join(ids)})`
  return found.includes(null) ? sql`(${named} or ${column} is null)` : sql`(${named})`
}
