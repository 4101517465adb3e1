import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** A text has every word of a search, anywhere, without regard to case and accents; for lists short enough to be read through. */
export const hasEachWord = (text: RawBuilder<unknown>, search: string): RawBuilder<SqlBool> =>
  sql`(${sql.join(
    search.split(/\s+/).map((word) => sql`position(fold(${word}::text) in fold(${text})) > 0`),
    sql` and `,
  )})`
