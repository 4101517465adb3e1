import { sql } from 'kysely'
import { HOT } from '#database/pool.ts'
import type { Context } from '#kernel/context.ts'
import { filtersOf, settingOf } from '#kernel/filter/query.ts'
import { logFields } from '../fields.ts'
import type { Deletion, InteractionQuery, Selected } from '../schema.ts'
import { visible } from '../visible.ts'
import type { Ids } from './state.ts'

type Asked = Omit<InteractionQuery, 'after' | 'limit' | 'sort'> | Deletion

/** Most contacts whose names are tried for a word of the search box. */
const NAMES = 1000

/**
 * The entries that a request's owner, filters and search text find; paging and order are left out.
 * @throws Problem `filter-invalid`
 */
export async function found(ctx: Context, asked: Asked) {
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
  let query = filterable(ctx)
  const owners = { contactId, companyId, salespersonId, templateId, groupId }
  for (const [owner, id] of Object.entries(owners))
    if (id !== undefined) query = query.where(sql.ref(`interaction.${owner}`), '=', id)
  if (Object.keys(filters).length === 0) query = query.modifyFront(sql.raw(HOT))
  for (const condition of filtersOf(logFields, filters, settingOf(ctx, await tokens(ctx, filters))))
    query = query.where(condition)
  for (const word of wordsOf(q)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    const people = sql`array(select id from contact where search_text like fold(${like}) limit ${sql.lit(NAMES)})`
    query = query.where(
      sql<boolean>`(fold(interaction.description) collate "C" like fold(${like}) or interaction.contact_id = any(${people}) or interaction.company_id = any(${people}))`,
    )
  }
  return query
}

/** Every visible entry beside what it can be filtered by: a join that no filter names is left out by the planner. */
const filterable = (ctx: Context) =>
  visible(ctx)
    .leftJoin('contact', 'contact.id', 'interaction.contactId')
    .leftJoin('contact as company', 'company.id', 'interaction.companyId')
    .leftJoin('salesperson', 'salesperson.id', 'interaction.salespersonId')
    .leftJoin('interactionTemplate as template', 'template.id', 'interaction.templateId')
    .leftJoin('interactionGroup as group', 'group.id', 'interaction.groupId')
    .leftJoin('language', 'language.id', 'interaction.languageId')
    .leftJoin('member', 'member.userId', 'interaction.userId')
    .selectAll('interaction')

const wordsOf = (q = ''): string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)

/** What `%me` and `%mysalesperson` stand for; asked only where a filter may name one. */
export async function tokens(ctx: Context, filters: object): Promise<Record<string, readonly string[]>> {
  if (!Object.values(filters).some((text) => typeof text === 'string' && text.includes('%'))) return {}
  const { salespersonId, name } = ctx.user
  const mine = await ctx.db.selectFrom('salesperson').select('code').where('id', '=', salespersonId).execute()
  return { me: [name], user: [name], mysalesperson: mine.map(({ code }) => code) }
}

/** The ids that an act on many is about: those named, as far as the caller may see them, or all that a filter finds. */
export async function selected(ctx: Context, { ids, filter }: Selected): Promise<Ids> {
  if (ids !== undefined) return visible(ctx).where('interaction.id', 'in', ids).select('interaction.id')
  return (await found(ctx, filter ?? {})).clearSelect().select('interaction.id') as unknown as Ids
}
