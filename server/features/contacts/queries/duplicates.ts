import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Duplicate } from '../lookup-schema.ts'
import type { Known } from '../sameness.ts'
import { visible } from '../visible.ts'
import { contains } from './search-text.ts'

/** Contacts that hold one piece and are looked at more closely. */
const EACH = 50

/** The ids of contacts whose search text holds one of the pieces, a few of each. Index: contact_by_search. */
export async function holding(ctx: Context, pieces: readonly string[]): Promise<number[]> {
  const ways = pieces.map((piece) => {
    const held = visible(ctx).where(contains('contact', piece)).limit(EACH).select('contact.id')
    return sql`select id from ${held} as way`
  })
  if (ways.length === 0) return []
  const { rows } = await sql<{ id: number }>`${sql.join(ways, sql` union `)}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** What is shown of contacts and what they are compared by. */
export const compared = (ctx: Context, ids: readonly number[]): Promise<(Omit<Duplicate, 'reasons'> & Known)[]> =>
  visible(ctx)
    .leftJoin('contact as company', 'company.id', 'contact.companyId')
    .where('contact.id', 'in', [...ids])
    .select([
      'contact.id',
      'contact.no',
      'contact.name',
      'contact.type',
      'company.name as companyName',
      'contact.city',
      'contact.country',
      'contact.phone',
      'contact.mobilePhone',
      'contact.email',
      'contact.email2',
      'contact.vatNo',
    ])
    .$castTo<Omit<Duplicate, 'reasons'> & Known>()
    .execute()
