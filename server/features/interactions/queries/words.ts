import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Tables } from '#kernel/tables.ts'
import { type Term, termsOf } from '../asked.ts'

/** Entries that may be found, to be joined with what they are found by. */
export type Entries = SelectQueryBuilder<Tables, 'interaction', object>

/** Letters of comments, and of files, of one entry that are searched: a `tsvector` holds 1 MB, and Chinese in two languages takes 6 bytes a letter. */
const SEARCHED = { comments: 40_000, files: 80_000 } as const

/** The words of a term in either language, and those that begin with it. */
function wordsOf({ text, phrase, beginning }: Term): RawBuilder<unknown> {
  const ask = sql.raw(phrase ? 'phraseto_tsquery' : 'plainto_tsquery')
  const whole = sql`${ask}('italian_words', ${text}) || ${ask}('english_words', ${text})`
  return beginning === null ? sql`(${whole})` : sql`(${whole} || to_tsquery('simple', fold(${beginning}) || ':*'))`
}

/** What a search asks for as a `tsquery`, every term or any of them; `null` when it asks for nothing. */
export function queryOf(q: string, join: 'every' | 'any' = 'every'): RawBuilder<unknown> | null {
  const terms = termsOf(q)
  if (terms.length === 0) return null
  return sql`(${sql.join(terms.map(wordsOf), join === 'every' ? sql` && ` : sql` || `)})`
}

/**
 * Writes anew what entries are found by: description, names of contact and company, comments, text of files. Who changes
 * any of these at the same moment waits, and then sees the change.
 */
export async function refreshWords(tx: Context, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select 1 from interaction_words where interaction_id = any(${ids}::bigint[]) order by interaction_id for update`.execute(
    tx.db,
  )
  await sql`
    with fresh as materialized (
      select i.id, i.occurred_at, setweight(words_of(i.description), 'A')
        || setweight(words_of(concat_ws(' ', contact.no, contact.name, company.no, company.name)), 'B')
        || setweight(words_of(comments.text), 'C') || setweight(files.words, 'D') as words
      from interaction i
      join contact on contact.id = i.contact_id
      left join contact company on company.id = i.company_id and company.id <> i.contact_id
      cross join lateral (
        select left(coalesce(string_agg(text, ' ' order by id), ''), ${sql.lit(SEARCHED.comments)}) as text
        from interaction_comment where interaction_id = i.id) comments
      cross join lateral (
        select coalesce(words_together(words order by attachment_id, n), '') as words from (
          select a.id as attachment_id, p.n, p.words, sum(length(p.text)) over (order by a.id, p.n) as letters
          from interaction_attachment a join file_part p on p.sha256 = a.sha256 where a.interaction_id = i.id) part
        where part.letters <= ${sql.lit(SEARCHED.files)}) files
      where i.id = any(${ids}::bigint[]))
    insert into interaction_words (interaction_id, occurred_at, words) select id, occurred_at, words from fresh
    on conflict (interaction_id) do update set words = excluded.words`.execute(tx.db)
}

/** Entries of a contact, and of the people of a company, behind an entry. Indexes: interaction_by_contact, interaction_by_company. */
export async function entriesOf(ctx: Context, contactId: number, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from (select id from interaction where contact_id = ${contactId} union select id from interaction where company_id = ${contactId}) entry
    where id > ${after} order by id limit ${sql.lit(limit)}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** The newest entries that a file hangs on. Index: interaction_attachment_by_file. */
export async function entriesWith(ctx: Context, sha256: string, limit: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('interactionAttachment')
    .where('sha256', '=', sha256)
    .select('interactionId')
    .distinct()
    .orderBy('interactionId', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ interactionId }) => interactionId)
}

/** How far a rebuilding of the search has come: entries up to `reached` of those up to `target`. */
export const rebuilding = (ctx: Context) =>
  ctx.db.selectFrom('searchRebuild').select(['reached', 'target']).executeTakeFirstOrThrow()

/** Begins again: entries that are there now are read anew. */
export const beginRebuild = (tx: Context) =>
  tx.db
    .updateTable('searchRebuild')
    .set({ reached: 0, target: sql<number>`(select coalesce(max(id), 0) from interaction)` })
    .execute()

export const reach = (tx: Context, reached: number) => tx.db.updateTable('searchRebuild').set({ reached }).execute()

/** The next entries behind an id, up to another. Index: interaction_pkey. */
export async function entriesBetween(ctx: Context, after: number, to: number, limit: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('interaction')
    .select('id')
    .where('id', '>', after)
    .where('id', '<=', to)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
