import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Contact, ContactPatch } from '../schema.ts'
import { withNames } from './record.ts'

type Refers = Pick<ContactPatch, 'companyId' | 'salespersonId' | 'languageId'>

/** The records that contacts refer to, by id; of lists, whether the entry is closed. */
export interface Related {
  readonly contacts: ReadonlyMap<number, Contact>
  readonly salespeople: ReadonlyMap<number, boolean>
  readonly languages: ReadonlyMap<number, boolean>
}

/** Reads what the fields of any number of contacts refer to; what none names is not asked for. */
export async function related(tx: Context, rows: readonly Refers[]): Promise<Related> {
  const contacts = await contactsOf(tx, idsOf(rows, 'companyId'))
  return {
    contacts: new Map(contacts.map((contact) => [contact.id, contact])),
    salespeople: await closedOf(tx, 'salesperson', idsOf(rows, 'salespersonId')),
    languages: await closedOf(tx, 'language', idsOf(rows, 'languageId')),
  }
}

const idsOf = (rows: readonly Refers[], name: keyof Refers): number[] => [
  ...new Set(rows.flatMap((row) => row[name] ?? [])),
]

async function contactsOf(tx: Context, ids: readonly number[]): Promise<Contact[]> {
  if (ids.length === 0) return []
  return withNames(tx).where('contact.id', '=', sql<number>`any(${ids}::bigint[])`).execute()
}

async function closedOf(tx: Context, table: 'salesperson' | 'language', ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, boolean>()
  const { rows } = await sql<{ id: number; closed: boolean }>`
    select id, closed_at is not null as closed from ${sql.table(table)} where id = any(${ids}::bigint[])`.execute(tx.db)
  return new Map(rows.map(({ id, closed }) => [id, closed]))
}

/** What a new contact takes where nothing was said: the language of the set-up, the user as its salesperson; closed ones are passed over. */
export const defaults = (tx: Context): Promise<{ languageId: number | null; salespersonId: number | null }> =>
  tx.db
    .selectNoFrom((of) => [
      of
        .selectFrom('setup')
        .innerJoin('language', 'language.code', 'setup.language')
        .select('language.id')
        .where('language.closedAt', 'is', null)
        .as('languageId'),
      of
        .selectFrom('salesperson')
        .select('salesperson.id')
        .where('salesperson.id', '=', tx.user.salespersonId)
        .where('salesperson.closedAt', 'is', null)
        .as('salespersonId'),
    ])
    .executeTakeFirstOrThrow()

/** What stands in the way of a change of type: entries of the log, and people of a company. Indexes: interaction_by_contact, contact_by_company. */
export const history = (tx: Context, id: number): Promise<{ interactions: number; people: number }> =>
  tx.db
    .selectNoFrom([
      sql<number>`(select count(*) from interaction where contact_id = ${id})`.as('interactions'),
      sql<number>`(select count(*) from contact where company_id = ${id})`.as('people'),
    ])
    .executeTakeFirstOrThrow()
