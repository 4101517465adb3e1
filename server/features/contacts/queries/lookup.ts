import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { ContactFacts, FoundContact } from '../lookup-schema.ts'
import type { Contact } from '../schema.ts'
import { visible } from '../visible.ts'
import { happened, newest } from './last.ts'

/** Contacts that are looked at more closely; the ranking needs no more to find the one that is meant. */
const CANDIDATES = 50
/** Companies whose people are looked at for one word. */
const COMPANIES = 200

const like = (word: string) => sql`'%' || regexp_replace(fold(${word}::text), '([\\\\%_])', '\\\\\\1', 'g') || '%'`

/** Contacts in whose name, number or address, or in whose employer's, the words stand: all of them, else at least one. Index: contact_by_search. */
export async function candidates(ctx: Context, words: readonly string[]): Promise<FoundContact[]> {
  const each = words.slice(0, 8).map((word): RawBuilder<SqlBool> => {
    const companies = sql`array(select id from contact company where company.type = 'company' and company.search_text like ${like(word)} limit ${sql.lit(COMPANIES)})`
    return sql`(contact.search_text like ${like(word)} or contact.company_id = any(${companies}))`
  })
  const all = await found(ctx, sql`${sql.join(each, sql` and `)}`)
  if (all.length > 0 || each.length < 2) return all
  return found(ctx, sql`(${sql.join(each, sql` or `)})`)
}

const found = (ctx: Context, condition: RawBuilder<SqlBool>): Promise<FoundContact[]> =>
  visible(ctx)
    .leftJoin('contact as company', 'company.id', 'contact.companyId')
    .where(condition)
    .select([
      'contact.id',
      'contact.no',
      'contact.name',
      'contact.type',
      'contact.companyId',
      'company.name as companyName',
      'contact.city',
      sql<string | null>`coalesce(contact.phone, contact.mobile_phone)`.as('phone'),
      'contact.email',
      'contact.correspondenceType',
      'contact.languageId',
      'contact.salespersonId',
      'contact.privacyBlocked',
      sql<string | null>`(select last_at from ${newest(ctx)} newest)`.as('lastInteractionAt'),
      sql<number[]>`'{}'::int[]`.as('words'),
    ])
    .orderBy(sql`contact.id`)
    .limit(CANDIDATES)
    .execute()

/** The figures of twelve months and the last attempt. Indexes: interaction_by_company, interaction_by_contact. */
export async function figures(
  ctx: Context,
  { id, type }: Pick<Contact, 'id' | 'type'>,
): Promise<Omit<ContactFacts, 'lastInteraction'>> {
  const owner = type === 'company' ? 'interaction.companyId' : 'interaction.contactId'
  const own = happened(ctx).where(owner, '=', id)
  const zone = ctx.company.zone
  const recent = own
    .where('interaction.occurredAt', '>', sql<string>`now() - interval '12 months'`)
    .select([
      sql<string>`to_char(interaction.occurred_at at time zone ${zone}, 'YYYY-MM')`.as('month'),
      'interaction.cost',
      'interaction.durationMin',
      'interaction.informationFlow',
    ])
  const [attempt, months] = await Promise.all([
    own
      .where('interaction.initiatedBy', '=', 'us')
      .select('interaction.occurredAt')
      .orderBy('interaction.occurredAt', 'desc')
      .limit(1)
      .executeTakeFirst(),
    ctx.db
      .selectFrom(recent.as('recent'))
      .groupBy('month')
      .orderBy('month')
      .select((of) => [
        'month',
        of.fn.countAll<number>().as('count'),
        of.fn.sum<string>('cost').as('cost'),
        of.fn.sum<number>('durationMin').as('durationMin'),
        of.fn.countAll<number>().filterWhere('informationFlow', '=', 'outbound').as('outbound'),
        of.fn.countAll<number>().filterWhere('informationFlow', '=', 'inbound').as('inbound'),
      ])
      .execute(),
  ])
  const sum = (of: (row: (typeof months)[number]) => number) => months.reduce((total, row) => total + of(row), 0)
  const cents = months.reduce((total, row) => total + BigInt(row.cost.replace('.', '')), 0n)
  return {
    lastAttemptAt: attempt?.occurredAt ?? null,
    interactions: sum((row) => row.count),
    cost: `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`,
    durationMin: sum((row) => row.durationMin),
    outbound: sum((row) => row.outbound),
    inbound: sum((row) => row.inbound),
    byMonth: months.map(({ month, count }) => ({ month, count })),
  }
}
