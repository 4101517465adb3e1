import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { visible } from '#features/interactions/visible.ts'
import type { Context } from '#kernel/context.ts'
import type { Tables } from '#kernel/tables.ts'

/** Only the newest hits are ranked: a word that a third of the log has would cost seconds otherwise. */
const RANKED = 1000
/** Signs that no text holds (private use), around what was found. */
export const MARKS = { start: '\u{E000}', end: '\u{E001}' } as const

type Entries = SelectQueryBuilder<Tables, 'interaction', object>

/** Of so many of the newest entries it is told whether a search is frequent, and from how many hits among them it is. */
const [SAMPLE, FREQUENT] = [1000, 20]

/**
 * The best of the newest entries that have the words: what stands in the description counts most, then names, comments,
 * files. What is rare is gathered by its index and then looked at, newest first; what is frequent is met on the way through
 * the newest entries. The planner cannot tell them apart: it takes every beginning of a word for frequent.
 * Indexes: interaction_words_by_word; interaction_words_by_time, or the index of the entries' owner.
 * @param entries those that may be found
 * @param isNarrow they are only some of those that the caller may see
 * @returns ids, the best first, one more than asked where there are more
 */
export async function best(
  ctx: Context,
  { entries, isNarrow }: { entries: Entries; isNarrow: boolean },
  asked: RawBuilder<unknown>,
  limit: number,
): Promise<number[]> {
  const one = entries.clearSelect().select('interaction.id').limit(1)
  const allowed = one.where('interaction.id', '=', sql<number>`word.interaction_id`)
  const columns = sql`word.interaction_id as id, word.occurred_at as at, word.words`
  const walked = isNarrow
    ? sql`select ${columns} from (${entries.clearSelect().select(['interaction.id', 'interaction.occurredAt'])}) entry
      cross join lateral (select * from interaction_words word where word.interaction_id = entry.id and word.words @@ ${asked} limit 1) word
      order by entry.occurred_at desc, entry.id desc`
    : sql`select ${columns} from interaction_words word cross join lateral (${allowed}) entry where word.words @@ ${asked}
      order by word.occurred_at desc, word.interaction_id desc`
  const gathered = sql`select ${columns} from (select * from hit order by occurred_at desc, interaction_id desc) word cross join lateral (${allowed}) entry`
  const frequent = await isFrequent(ctx, asked)
  const hit = frequent
    ? sql``
    : sql`with hit as materialized (select * from interaction_words word where word.words @@ ${asked})`
  const { rows } = await sql<{ id: number }>`${hit}
    select id from (${frequent ? walked : gathered} limit ${sql.lit(RANKED)}) newest
    order by ts_rank(words, ${asked}) desc, at desc, id desc limit ${sql.lit(limit + 1)}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

async function isFrequent(ctx: Context, asked: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select words from interaction_words order by occurred_at desc, interaction_id desc limit ${sql.lit(SAMPLE)}) newest
    where words @@ ${asked}`.execute(ctx.db)
  return (rows[0]?.n ?? 0) >= FREQUENT
}

export interface FoundRow {
  interactionId: number
  place: 'description' | 'comment' | 'file'
  attachmentId: number | null
  fileName: string | null
  partKind: 'page' | 'sheet' | 'slide' | null
  part: string | null
  sentence: string
}

/** A short text is shown whole, of a longer one the piece around the first hit. */
const SHORT = 200

const shown = (text: RawBuilder<unknown>, any: RawBuilder<unknown>) => {
  const marks = `StartSel=${MARKS.start}, StopSel=${MARKS.end}`
  const piece = `${marks}, ShortWord=0, MaxWords=24, MinWords=12, MaxFragments=1`
  const options = sql`case when length(${text}) <= ${sql.lit(SHORT)} then ${`${marks}, HighlightAll=true`}::text else ${piece}::text end`
  const headline = (words: string) => sql`ts_headline(${sql.lit(words)}, ${text}, ${any}, ${options})`
  return sql<string>`case when strpos(${headline('italian_words')}, ${MARKS.start}) > 0 then ${headline('italian_words')} else ${headline('english_words')} end`
}

/**
 * Where something was found in these entries, the sentence around it with marks: description, the first comment and the
 * first place of each file that has any of the words. Indexes: interaction_comment_by_interaction, _attachment_by_interaction, file_part_key.
 */
export async function sentences(ctx: Context, ids: readonly number[], any: RawBuilder<unknown>): Promise<FoundRow[]> {
  const entries = visible(ctx)
    .where('interaction.id', 'in', [...ids])
    .select(['interaction.id', 'interaction.description'])
  const { rows } = await sql<FoundRow>`
    with entry as materialized (${entries})
    select entry.id as interaction_id, 'description' as place, null::bigint as attachment_id, null as file_name, null as part_kind, null as part,
      ${shown(sql`entry.description`, any)} as sentence
    from entry where words_of(entry.description) @@ ${any}
    union all
    select entry.id, 'comment', null, null, null, null, ${shown(sql`comment.text`, any)}
    from entry cross join lateral (
      select text from interaction_comment where interaction_id = entry.id and words_of(text) @@ ${any} order by id limit 1) comment
    union all
    select entry.id, 'file', file.id, file.name, file.place_kind, file.place, ${shown(sql`file.text`, any)}
    from entry cross join lateral (
      select distinct on (a.id) a.id, a.name, p.place_kind, p.place, p.text
      from interaction_attachment a join file_part p on p.sha256 = a.sha256
      where a.interaction_id = entry.id and p.words @@ ${any} order by a.id, p.n limit 3) file`.execute(ctx.db)
  return rows
}

/** Names that are compared with a misspelt word. */
const NEAR = 200

/** The word of a contact's name, number or place that is most like a misspelt one. Index: contact_by_search. */
export async function alike(ctx: Context, word: string): Promise<string | undefined> {
  const { rows } = await sql<{ alike: string }>`
    select token as alike from (select search_text from contact where fold(${word}) <% search_text limit ${sql.lit(NEAR)}) near,
      regexp_split_to_table(near.search_text, '\\s+') token
    where similarity(token, fold(${word})) > 0.3 order by similarity(token, fold(${word})) desc, token limit 1`.execute(
    ctx.db,
  )
  return rows[0]?.alike
}
