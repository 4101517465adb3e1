import { sql } from 'kysely'
import { HOT } from '#database/pool.ts'
import type { Context } from '#kernel/context.ts'
import type { Setting } from '#kernel/filter/ast.ts'
import { filtersOf } from '#kernel/filter/query.ts'
import { logFields } from '../fields.ts'
import type { Deletion, InteractionQuery, Selected } from '../schema.ts'
import { visible } from '../visible.ts'
import { beside } from './log.ts'
import type { Ids } from './state.ts'

type Asked = Omit<InteractionQuery, 'after' | 'limit' | 'sort'> | Deletion

/** Most contacts whose names are tried for a word of the search box. */
const NAMES = 1000

/**
 * The entries that a request's owner, filters and search text find; paging and order are left out.
 * @throws Problem `filter-invalid`
 */
export function found(ctx: Context, asked: Asked, setting: Setting) {
  const {
    q,
    contactId,
    companyId,
    salespersonId,
    templateId,
    groupId,
    after: _a,
    limit: _l,
    sort: _s,
    ...filters
  } = asked as InteractionQuery
  let query = beside(ctx, visible(ctx).selectAll('interaction')).selectAll('interaction')
  const owners = { contactId, companyId, salespersonId, templateId, groupId }
  for (const [owner, id] of Object.entries(owners))
    if (id !== undefined) query = query.where(sql.ref(`interaction.${owner}`), '=', id)
  if (q === undefined && Object.keys(filters).length === 0) query = query.modifyFront(sql.raw(HOT))
  for (const condition of filtersOf(logFields, filters, setting)) query = query.where(condition)
  for (const word of wordsOf(q)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    const people = sql`array(select id from contact where search_text like fold(${like}) limit ${sql.lit(NAMES)})`
    query = query.where(
      sql<boolean>`(fold(interaction.description) collate "C" like fold(${like}) or interaction.contact_id = any(${people}) or interaction.company_id = any(${people}))`,
    )
  }
  return query
}

const wordsOf = (q = ''): string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)

/** The ids that an act on many is about: those named, as far as the caller may see them, or all that a filter finds. */
export function selected(ctx: Context, { ids, filter }: Selected, setting: Setting): Ids {
  if (ids !== undefined)
    return visible(ctx).where('interaction.id', 'in', ids).select('interaction.id') as unknown as Ids
  return found(ctx, filter ?? {}, setting)
    .clearSelect()
    .select('interaction.id') as unknown as Ids
}
