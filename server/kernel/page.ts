import { type QueryExecutorProvider, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { Problem } from './problem.ts'

/** A page of rows and the cursor of the next one; `null` at the end. */
export interface Page<T> {
  items: T[]
  next: string | null
}
export interface PageQuery {
  after?: string
  limit?: number
}
/** Order of a list: expressions that are never null, the last one unique, all in one direction, matching an index. */
export interface Order {
  readonly keys: readonly RawBuilder<unknown>[]
  readonly direction: 'asc' | 'desc'
}

/**
 * Runs a list by keyset: rows after the cursor, one more than asked to know whether there is a next page.
 * Times must be text: a Date loses microseconds, and pages would repeat rows.
 * @throws Problem `cursor-invalid` when the cursor is not one of this list
 */
export const pageOf = <DB, TB extends keyof DB, O extends object>(
  query: SelectQueryBuilder<DB, TB, O>,
  order: Order,
  cursor: PageQuery,
): Promise<Page<O>> => read(firstOf(query, order, cursor), order, cursor)

/**
 * `pageOf`, and what is shown beside the rows is added to those of the page alone: seven joins before the limit cost the
 * planner 60 ms, after it 1 ms.
 * @param shown the rows of the page under their own name, with what stands beside them; the keys of the order must still be good
 */
export const pageWith = <DB, TB extends keyof DB, R, ALL, SHOWN extends keyof ALL, O extends object>(
  query: SelectQueryBuilder<DB, TB, R>,
  order: Order,
  cursor: PageQuery,
  shown: (rows: SelectQueryBuilder<DB, TB, R>) => SelectQueryBuilder<ALL, SHOWN, O>,
): Promise<Page<O>> => read(sorted(shown(firstOf(query, order, cursor)), order), order, cursor)

const LIMIT = 100

const sorted = <DB, TB extends keyof DB, O>(rows: SelectQueryBuilder<DB, TB, O>, { keys, direction }: Order) =>
  keys.reduce((query, key) => query.orderBy(key, direction), rows)

/** The rows after the cursor, in their order, one more than asked. */
function firstOf<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  order: Order,
  { after, limit = LIMIT }: PageQuery,
) {
  const rows = sorted(query, order).limit(sql.lit(limit + 1))
  if (after === undefined) return rows
  const [tuple, from] = [sql.join([...order.keys]), sql.join(readCursor(after, order.keys.length))]
  return rows.where(
    order.direction === 'asc' ? sql<boolean>`(${tuple}) > (${from})` : sql<boolean>`(${tuple}) < (${from})`,
  )
}

async function read<DB, TB extends keyof DB, O extends object>(
  query: SelectQueryBuilder<DB, TB, O>,
  { keys }: Order,
  { after, limit = LIMIT }: PageQuery,
): Promise<Page<O>> {
  const rows = await query
    .select(sql<string>`json_build_array(${sql.join(keys.map((key) => sql`(${key})::text`))})::text`.as('cursor'))
    .$castTo<O & { cursor: string }>()
    .execute()
    .catch((error: unknown) => {
      throw isCursorType(error) && after !== undefined ? new Problem('cursor-invalid', { pointer: '/after' }) : error
    })
  const next = rows.length > limit ? writeCursor(rows[limit - 1]?.cursor ?? '[]') : null
  return { items: rows.slice(0, limit).map(({ cursor: _, ...row }) => row as unknown as O), next }
}

const writeCursor = (values: string): string => Buffer.from(values).toString('base64url')

function readCursor(cursor: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string'))
      return values
  } catch {
    throw new Problem('cursor-invalid', { pointer: '/after' })
  }
  throw new Problem('cursor-invalid', { pointer: '/after' })
}

/** PostgreSQL refuses a cursor whose values are not of the columns' types (class 22, data exception). */
const isCursorType = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('22')

/** Up to here rows are counted; beyond, a list says "more than". */
const COUNTED = 10_000

/** How many rows a list has, counted no further than a person reads numbers. @returns the count, and whether there are more */
export async function countOf<DB, TB extends keyof DB, O>(
  db: QueryExecutorProvider,
  query: SelectQueryBuilder<DB, TB, O>,
): Promise<{ count: number; more: boolean }> {
  const some = query
    .clearSelect()
    .select(sql.lit(1).as('one'))
    .limit(COUNTED + 1)
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${some}) as found`.execute(db)
  const n = rows[0]?.n ?? 0
  return { count: Math.min(n, COUNTED), more: n > COUNTED }
}
