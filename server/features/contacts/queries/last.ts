import { type RawBuilder, sql } from 'kysely'
import { visible as visibleEntries } from '#features/interactions/visible.ts'
import type { Context } from '#kernel/context.ts'

/** The newest entry of a contact: what stands in its row of the list. */
export interface Last {
  lastId: number | null
  lastAt: string | null
  lastKind: 'call' | 'meeting' | 'letter' | 'mail' | 'note' | 'document' | 'system' | null
  lastDescription: string | null
}

/** Entries that have happened: not canceled, and not ahead. */
export const happened = (ctx: Context) =>
  visibleEntries(ctx)
    .where('interaction.canceled', '=', false)
    .where('interaction.occurredAt', '<=', sql<string>`now()`)

/**
 * The newest successful entry of the row's `contact`; of a company with those of its people. Each half is one index read,
 * and the one that does not go with the contact's type is not run. Indexes: interaction_by_company, interaction_by_contact.
 */
export const newest = (ctx: Context): RawBuilder<Last> => {
  const of = (type: 'company' | 'person', owner: 'companyId' | 'contactId') =>
    happened(ctx)
      .where('interaction.attemptFailed', '=', false)
      .where(sql<boolean>`contact.type = ${sql.lit(type)} and ${sql.ref(`interaction.${owner}`)} = contact.id`)
      .orderBy('interaction.occurredAt', 'desc')
      .orderBy('interaction.id', 'desc')
      .limit(1)
      .select([
        'interaction.id as lastId',
        'interaction.occurredAt as lastAt',
        'interaction.kind as lastKind',
        'interaction.description as lastDescription',
      ])
  return sql`(${of('company', 'companyId')} union all ${of('person', 'contactId')})`
}
