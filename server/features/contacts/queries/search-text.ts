import { type RawBuilder, type SqlBool, sql } from 'kysely'

export type Condition = RawBuilder<SqlBool>
export type Table = 'contact' | 'company'

/** Fewer letters than this make no trigram of their own: such a word is looked for where words begin. */
const TRIGRAM = 3
/** Words of a search beyond these are not looked at. */
const WORDS = 8
/** Fewer digits than this are no telephone number. */
const PHONE_DIGITS = 6

/** What stands for a text in a pattern. Folding can bring forth `%` and its like, so that they are escaped after it. */
export const literal = (text: string) => sql`regexp_replace(fold(${text}::text), '([\\\\%_])', '\\\\\\1', 'g')`

/** Whether a piece stands anywhere in the search text of a contact, or of its company. Index: contact_by_search, contact_company_by_search. */
export function contains(table: Table, piece: string): Condition {
  const found = sql<SqlBool>`${sql.ref(`${table}.searchText`)} like '%' || ${literal(piece)} || '%'`
  return table === 'company' ? sql`(company.type = 'company' and ${found})` : found
}

/** `contains` for a word; a short one where words begin. */
export const holds = (table: Table, word: string): Condition =>
  contains(table, word.length < TRIGRAM ? ` ${word}` : word)

/** Whether a contact has every word of a search, wherever it stands, and every telephone number, however it is written. */
export const fits = (q: string): Condition | undefined =>
  joined(
    wordsOf(q).map((word) => holds('contact', word)),
    ' and ',
  )

/** The words of a search; pieces of one telephone number become its digits, without zeros and signs at their head. */
export function wordsOf(q: string, most = WORDS): string[] {
  const pieces = q.replace(/\(0\)/g, ' ').match(/(?<!\S)[+(]?\d[\d\s()./+-]*\d(?!\S)|\S+/gu) ?? []
  return pieces.flatMap((piece) => numberOf(piece) ?? piece.split(/\s+/u)).slice(0, most)
}

function numberOf(piece: string): string[] | undefined {
  const digits = piece.replace(/[\s()./+-]/g, '')
  if (!/^\d+$/.test(digits) || digits.length < PHONE_DIGITS) return undefined
  return [digits.replace(/^0+/, '')]
}

/** All of the conditions, or any of them; of none there is no condition. */
export const joined = (conditions: readonly Condition[], sign: ' and ' | ' or '): Condition | undefined =>
  conditions.length === 0 ? undefined : sql`(${sql.join([...conditions], sql.raw(sign))})`
