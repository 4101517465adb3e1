import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { visible } from '#features/interactions/visible.ts'
import type { Context } from '#kernel/context.ts'
import type { Tables } from '#kernel/tables.ts'

/** Only the newest hits are ranked: a word that a third of the log has would cost seconds otherwise. */
const RANKED = 1000
/** Signs that no text holds (private use), around what was found. */
export const MARKS = { start: '\u{E000}', end: '\u{E001}' } as const

type Entries = SelectQueryBuilder<Tables, 'interaction', object>

/**
 * The best of the newest entries that have the words: what stands in the description counts most, then names, comments,
 * files. Index: interaction_words_by_word for rare words, interaction_words_by_time for frequent ones.
 * @param entries those that may be found
 * @returns ids, the best first, one more than asked where there are more
 */
export async function best(
  ctx: Context,
  entries: Entries,
  asked: RawBuilder<unknown>,
  limit: number,
): Promise<number[]> {
  const newest = entries
    .innerJoin('interactionWords as word', 'word.interactionId', 'interaction.id')
    .where(sql<boolean>`word.words @@ ${asked}`)
    .clearSelect()
    .select(['word.interactionId as id', 'word.occurredAt as at', 'word.words as words'])
    .orderBy('word.occurredAt', 'desc')
    .orderBy('word.interactionId', 'desc')
    .limit(sql.lit(RANKED))
  const { rows } = await sql<{ id: number }>`
    select id from (${newest}) newest order by ts_rank(newest.words, ${asked}) desc, at desc, id desc limit ${sql.lit(limit + 1)}`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
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

/** The word of a contact's name, number or place that is most like a misspelt one. Index: contact_by_search. */
export async function alike(ctx: Context, word: string): Promise<string | undefined> {
  const { rows } = await sql<{ alike: string }>`
    select token as alike from (
      select search_text from contact where fold(${word}) <% search_text order by word_similarity(fold(${word}), search_text) desc limit 20) near,
      regexp_split_to_table(near.search_text, '\\s+') token
    where similarity(token, fold(${word})) > 0.3 order by similarity(token, fold(${word})) desc, token limit 1`.execute(
    ctx.db,
  )
  return rows[0]?.alike
}
