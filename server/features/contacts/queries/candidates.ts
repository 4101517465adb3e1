import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { visible as visibleEntries } from '#features/interactions/visible.ts'
import type { Context } from '#kernel/context.ts'
import { isNoise } from '../matchWords.ts'
import { visible } from '../visible.ts'
import { holds, literal, wordsOf } from './search-text.ts'

type Ids = RawBuilder<{ id: number }>

/** Contacts that are looked at more closely; the ranking needs no more to find the one that is meant. */
const CANDIDATES = 100
/** Of one way to be meant. */
const EACH = 30
/** Companies whose people are looked at. */
const COMPANIES = 200
/** Entries of the caller: with whom one has spoken lately is meant more often than anybody else of the same name. */
const RECENT = 200
/** Contacts changed last, among which a misspelt name is looked for. */
const NEWEST = 1000
/** Share of trigrams that a misspelt word has in common with what was meant: two letters swapped leave a third. */
const ALIKE = 0.3
/** The name stands near the beginning of a line. */
const MOST_WORDS = 12
/** So many words are taken for a name as a whole; of a longer line, each two neighbours. */
const WHOLE = 4

/**
 * The ids of contacts that words could mean, at most a hundred, likely ones first: all words together, else two neighbours,
 * else one, else nearly one. Each way is an index read that ends after a few hits, so that a common name costs no more than
 * a rare one. `guessed`: by words that are only nearly theirs, of the newest contacts only. Indexes: contact_by_search, contact_company_by_search, contact_by_name,
 * contact_by_company, interaction_by_user, contact_by_change.
 */
export async function candidateIds(ctx: Context, q: string): Promise<{ ids: number[]; guessed: boolean }> {
  const typed = wordsOf(q, Number.POSITIVE_INFINITY)
  const telling = typed.filter((word) => !isNoise(word.toLowerCase()) && word.length > 1)
  const words = (telling.length > 0 ? telling : typed).slice(0, MOST_WORDS)
  if (words.length === 0) return { ids: [], guessed: false }
  const pairs = words.slice(1).map((word, n) => [words[n] ?? '', word])
  const steps = [
    words.length <= WHOLE ? meant(ctx, words) : [],
    pairs.flatMap((pair) => meant(ctx, pair)),
    words.flatMap((word) => meant(ctx, [word])),
    words.map((word) => similar(ctx, word)),
  ]
  for (const [step, ways] of steps.entries()) {
    const ids = ways.length === 0 ? [] : await idsOf(ctx, ways)
    if (ids.length > 0) return { ids, guessed: step === steps.length - 1 }
  }
  return { ids: [], guessed: false }
}

/** The first ids of all ways, each once, those of an earlier way before those of a later. */
async function idsOf(ctx: Context, ways: readonly Ids[]): Promise<number[]> {
  const numbered = ways.map((way, n) => sql`select id, ${sql.lit(n)} as way from ${way} as way`)
  const { rows } = await sql<{ id: number }>`
    select id from (${sql.join(numbered, sql` union all `)}) found
    group by id order by min(way), id limit ${sql.lit(CANDIDATES)}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** The ways in which all of these words can mean a contact. */
function meant(ctx: Context, words: readonly string[]): Ids[] {
  const beginning = sql<SqlBool>`contact.name_key like ${literal(words.join(' '))} || '%'`
  const splits = words.slice(1).flatMap((_, n): [string[], string[]][] => {
    const [left, right] = [words.slice(0, n + 1), words.slice(n + 1)]
    return [
      [left, right],
      [right, left],
    ]
  })
  return [
    recent(ctx, words),
    ids(visible(ctx).where(beginning).orderBy('contact.nameKey').limit(EACH).select('contact.id')),
    havingAll(ctx, words),
    ...(splits.length === 0 ? [[[], words] as [string[], readonly string[]]] : splits).map(([person, company]) =>
      ofCompanies(ctx, person, company),
    ),
  ]
}

const ids = (query: Expression<unknown>): Ids => sql`${query}`
const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql.lit(true) : sql`(${sql.join([...conditions], sql` and `)})`
const own = (words: readonly string[]) => all(words.map((word) => holds('contact', word)))

/**
 * Contacts that have these words themselves. Where there are several, all hits are taken before some are kept: a database that
 * is to stop after a few reads the whole table for words which are frequent, but not together.
 */
function havingAll(ctx: Context, words: readonly string[]): Ids {
  const hits = visible(ctx).where(own(words)).select('contact.id')
  if (words.length === 1) return ids(hits.limit(EACH))
  return sql`(with hit as materialized ${hits} select id from hit limit ${sql.lit(EACH)})`
}

/**
 * People of the companies that have the one words, who have the others themselves. The companies are an array, so that their
 * people are read by company: otherwise everybody called Mario is read first.
 */
function ofCompanies(ctx: Context, person: readonly string[], company: readonly string[]): Ids {
  const companies = visible(ctx)
    .where('contact.type', '=', 'company')
    .where(own(company))
    .limit(COMPANIES)
    .select('contact.id')
  return ids(
    visible(ctx)
      .where('contact.companyId', '=', sql<number>`any(array${companies})`)
      .where(own(person))
      .limit(EACH)
      .select('contact.id'),
  )
}

/** Contacts with whom the caller has spoken lately, that have the words themselves or in their company. */
function recent(ctx: Context, words: readonly string[]): Ids {
  const spoken = visibleEntries(ctx)
    .where('interaction.userId', '=', ctx.user.id)
    .orderBy('interaction.occurredAt', 'desc')
    .orderBy('interaction.id', 'desc')
    .limit(RECENT)
    .select('interaction.contactId')
  const either = words.map((word) => sql<SqlBool>`(${holds('contact', word)} or ${holds('company', word)})`)
  return ids(
    visible(ctx)
      .leftJoin('contact as company', 'company.id', 'contact.companyId')
      .where('contact.id', 'in', ctx.db.selectFrom(spoken.as('spoken')).select('contactId'))
      .where(all(either))
      .limit(EACH)
      .select('contact.id'),
  )
}

/** Contacts changed lately whose text has a word much like this one. */
function similar(ctx: Context, word: string): Ids {
  const newest = visible(ctx).orderBy('contact.changedAt', 'desc').orderBy('contact.id', 'desc').limit(NEWEST)
  return ids(
    ctx.db
      .selectFrom(newest.select(['contact.id', 'contact.searchText']).as('newest'))
      .where(sql<SqlBool>`word_similarity(fold(${word}::text), search_text) > ${sql.lit(ALIKE)}`)
      .limit(EACH)
      .select('newest.id'),
  )
}
