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
import { queryOf } from './words.ts'

type Asked = Omit<InteractionQuery, 'after' | 'limit' | 'sort'> | Deletion

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
  const asks = q === undefined ? null : queryOf(q)
  if (asks !== null)
    query = query.where((is) =>
      is.exists(
        is
          .selectFrom('interactionWords as word')
          .select(sql.lit(1).as('one'))
          .whereRef('word.interactionId', '=', 'interaction.id')
          .where(sql<boolean>`word.words @@ ${asks}`),
      ),
    )
  return query
}

/** The ids that an act on many is about: those named, as far as the caller may see them, or all that a filter finds. */
export function selected(ctx: Context, { ids, filter }: Selected, setting: Setting): Ids {
  if (ids !== undefined)
    return visible(ctx).where('interaction.id', 'in', ids).select('interaction.id') as unknown as Ids
  return found(ctx, filter ?? {}, setting)
    .clearSelect()
    .select('interaction.id') as unknown as Ids
}
