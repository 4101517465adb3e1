import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Context } from '#kernel/context.ts'
import type { ContactFacts, FoundContact } from '../lookup-schema.ts'
import type { Contact } from '../schema.ts'
import { visible } from '../visible.ts'
import { candidateIds } from './candidates.ts'
import { happened, newest } from './last.ts'

/** A contact that could be meant, with all that tells it from others. */
export type Candidate = Omit<FoundContact, 'words'> & { mobilePhone: string | null; email2: string | null }

/** Contacts that words could mean, likely ones first; `guessed`: only nearly, and others may be as near. */
export async function candidates(ctx: Context, q: string): Promise<{ found: Candidate[]; guessed: boolean }> {
  const { ids, guessed } = await candidateIds(ctx, q)
  if (ids.length === 0) return { found: [], guessed }
  const found = await visible(ctx)
    .leftJoin('contact as company', 'company.id', 'contact.companyId')
    .leftJoinLateral(newest(ctx).as('newest'), (join) => join.onTrue())
    .where('contact.id', 'in', ids)
    .select([
      'contact.id',
      'contact.no',
      'contact.name',
      'contact.type',
      'contact.companyId',
      'company.name as companyName',
      'contact.city',
      'contact.phone',
      'contact.mobilePhone',
      'contact.email',
      'contact.email2',
      'contact.correspondenceType',
      'contact.languageId',
      'contact.salespersonId',
      'contact.privacyBlocked',
      'newest.lastAt as lastInteractionAt',
    ])
    .execute()
  const byId = new Map(found.map((contact) => [contact.id, contact]))
  return { found: ids.flatMap((id) => byId.get(id) ?? []), guessed }
}

/** The figures of twelve months and the last attempt. Indexes: interaction_by_company, interaction_by_contact. */
export async function figures(
  ctx: Context,
  { id, type }: Pick<Contact, 'id' | 'type'>,
): Promise<Omit<ContactFacts, 'lastInteraction'>> {
  const owner = type === 'company' ? 'interaction.companyId' : 'interaction.contactId'
  const own = happened(ctx).where(owner, '=', id)
  const { zone } = ctx.company
  const recent = own
    .where('interaction.occurredAt', '>', sql<string>`now() - interval '12 months'`)
    .select([
      sql<string | null>`to_char(interaction.occurred_at at time zone ${zone}, 'YYYY-MM')`.as('month'),
      'interaction.cost',
      'interaction.durationMin',
      'interaction.informationFlow',
    ])
  const [attempt, sums] = await Promise.all([
    own
      .where('interaction.initiatedBy', '=', 'us')
      .select('interaction.occurredAt')
      .orderBy('interaction.occurredAt', 'desc')
      .orderBy('interaction.id', 'desc')
      .limit(1)
      .executeTakeFirst(),
    ctx.db
      .selectFrom(recent.as('recent'))
      .groupBy(sql`grouping sets ((month), ())`)
      .select((of) => [
        'month',
        of.fn.countAll<number>().as('count'),
        sql<string>`coalesce(sum(cost), 0.00)::text`.as('cost'),
        sql<number>`coalesce(sum(duration_min), 0)`.as('durationMin'),
        of.fn.countAll<number>().filterWhere('informationFlow', '=', 'outbound').as('outbound'),
        of.fn.countAll<number>().filterWhere('informationFlow', '=', 'inbound').as('inbound'),
      ])
      .execute(),
  ])
  const counts = new Map(sums.map(({ month, count }) => [month, count]))
  const total = sums.find(({ month }) => month === null)
  if (total === undefined) throw new Error('A sum over nothing is a row too')
  const { count: interactions, cost, durationMin, outbound, inbound } = total
  return {
    lastAttemptAt: attempt?.occurredAt ?? null,
    interactions,
    cost,
    durationMin,
    outbound,
    inbound,
    byMonth: lastMonths(zone).map((month) => ({ month, count: counts.get(month) ?? 0 })),
  }
}

/** This month and the eleven before it, as `YYYY-MM`, oldest first. */
function lastMonths(zone: string): string[] {
  const now = Temporal.Now.plainDateISO(zone).toPlainYearMonth()
  return Array.from({ length: 12 }, (_, n) => now.subtract({ months: 11 - n }).toString())
}
