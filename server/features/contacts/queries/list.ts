import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import { estimateOf } from '#kernel/estimate.ts'
import type { Setting } from '#kernel/filter/ast.ts'
import { filtersOf } from '#kernel/filter/query.ts'
import { codeOrder, folded } from '#kernel/filter/sql.ts'
import { countOf, type Order, type Page, type PageQuery, pageOf } from '#kernel/page.ts'
import { contactFields } from '../fields.ts'
import type { ContactRow, ContactSearch, ContactSort } from '../schema.ts'
import { visible } from '../visible.ts'
import { byCodes } from './codes.ts'
import { ofNameKey, ofRecentEntries, ofSearchText } from './implied.ts'
import { newest } from './last.ts'
import { withNames } from './record.ts'
import { fits } from './search-text.ts'

/** Orders of the list, each with its index: contact_by_name, contact_by_city, contact_by_no, contact_by_change. */
const orders = {
  name: [sql.ref('contact.nameKey'), sql.ref('contact.id')],
  city: [folded(sql`coalesce(contact.city, '')`), sql.ref('contact.id')],
  no: [codeOrder(sql.ref('contact.no'))],
  changedAt: [sql.ref('contact.changedAt'), sql.ref('contact.id')],
} as const

const orderOf = (sort: ContactSort): Order => ({
  keys: orders[sort.replace('-', '') as keyof typeof orders],
  direction: sort.startsWith('-') ? 'desc' : 'asc',
})

/**
 * Up to as many hits of a text are all taken from its index and then sorted: 0.3 s at most, 2 us each. Names are not
 * spread evenly over the order of names: looking through it for "Mario" reads everything before M, in a million contacts 3 s.
 */
const SORTED_HITS = 120_000

/** The list’s fields, with the date of the last interaction read by index for each row that is looked at. */
export const fieldsOf = (ctx: Context) => contactFields(sql`(select last_at from ${newest(ctx)} newest)`)

/** The contacts that a search finds, and whether an index of texts finds them. @throws Problem `filter-invalid` */
async function found(ctx: Context, { q, companyId, salespersonId, ...filters }: ContactSearch, setting: Setting) {
  const fields = fieldsOf(ctx)
  filtersOf(fields, filters, setting) // refuses all that is faulty together, before a code is looked up
  const { salespersonCode: _s, languageCode: _l, ...direct } = filters
  const asked = { fields, filters, setting }
  const texts = [...(q === undefined ? [] : [fits(q)]), ...ofSearchText(asked)]
  const conditions = [
    ...texts,
    ofNameKey(asked),
    await ofRecentEntries(ctx, asked),
    ...filtersOf(fields, direct, setting),
    ...(await byCodes(ctx, fields, filters, setting)),
  ]
  let query = visible(ctx)
    .leftJoin('contact as company', 'company.id', 'contact.companyId')
    .select(['contact.id', 'contact.nameKey', 'contact.city', 'contact.no', 'contact.changedAt'])
  if (companyId !== undefined) query = query.where('contact.companyId', '=', companyId)
  if (salespersonId !== undefined) query = query.where('contact.salespersonId', '=', salespersonId)
  for (const condition of conditions) if (condition !== undefined) query = query.where(condition)
  return { query, byText: texts.some((condition) => condition !== undefined) }
}

/**
 * A page of the list: first the ids in their order, then their rows, so that what stands beside a contact is read for
 * this page only, also where the order had to be made by sorting.
 */
export async function page(
  ctx: Context,
  { sort = 'name', after, limit, ...search }: ContactSearch & PageQuery & { sort?: ContactSort },
  setting: Setting,
): Promise<Page<ContactRow>> {
  const { query, byText } = await found(ctx, search, setting)
  const cursor = { ...(after !== undefined && { after }), ...(limit !== undefined && { limit }) }
  const sorts = byText && (await estimateOf(query)) <= SORTED_HITS
  const { items, next } = sorts
    ? await pageOf(hitsFirst(ctx, query), orderOf(sort), cursor)
    : await pageOf(query.clearSelect().select('contact.id'), orderOf(sort), cursor)
  const ids = items.map(({ id }) => id)
  return { items: await rows(ctx, ids), next }
}

/** The same rows, all found before any is sorted. */
const hitsFirst = (ctx: Context, query: Awaited<ReturnType<typeof found>>['query']) =>
  ctx.db
    .with(
      (cte) => cte('hit').materialized(),
      () => query,
    )
    .selectFrom('hit as contact')
    .select('contact.id')

/** How many contacts a search finds, counted up to a limit. */
export const count = async (ctx: Context, search: ContactSearch, setting: Setting) =>
  countOf(ctx.db, (await found(ctx, search, setting)).query)

/** The rows of these contacts, in the order given; those that the caller may not see are left out. */
export async function rows(ctx: Context, ids: readonly number[]): Promise<ContactRow[]> {
  if (ids.length === 0) return []
  const read = await withNames(ctx)
    .leftJoinLateral(newest(ctx).as('newest'), (join) => join.onTrue())
    .select(['newest.lastId', 'newest.lastAt', 'newest.lastKind', 'newest.lastDescription'])
    .where('contact.id', 'in', ids)
    .execute()
  const byId = new Map(read.map((row) => [row.id, rowOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

type Read = Omit<ContactRow, 'lastInteraction'> & {
  lastId: number | null
  lastAt: string | null
  lastKind: NonNullable<ContactRow['lastInteraction']>['kind'] | null
  lastDescription: string | null
}

function rowOf({ lastId, lastAt, lastKind, lastDescription, ...contact }: Read): ContactRow {
  if (lastId === null || lastAt === null || lastKind === null || lastDescription === null)
    return { ...contact, lastInteraction: null }
  return {
    ...contact,
    lastInteraction: { id: lastId, occurredAt: lastAt, kind: lastKind, description: lastDescription },
  }
}
