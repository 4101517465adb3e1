import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Contact } from '../schema.ts'
import { visible } from '../visible.ts'

const columns = [
  'contact.id',
  'contact.no',
  'contact.type',
  'contact.name',
  'contact.name2',
  'contact.firstName',
  'contact.middleName',
  'contact.surname',
  'contact.jobTitle',
  'contact.companyId',
  'contact.address',
  'contact.address2',
  'contact.postCode',
  'contact.city',
  'contact.county',
  'contact.country',
  'contact.phone',
  'contact.mobilePhone',
  'contact.fax',
  'contact.email',
  'contact.email2',
  'contact.homePage',
  'contact.correspondenceType',
  'contact.languageId',
  'contact.salespersonId',
  'contact.salutation',
  'contact.territory',
  'contact.currency',
  'contact.vatNo',
  'contact.registrationNo',
  'contact.externalId',
  'contact.note',
  'contact.excludeFromSegment',
  'contact.privacyBlocked',
  'contact.minor',
  'contact.parentalConsentReceived',
  'contact.changedAt',
  'contact.version',
] as const

/** Visible contacts with the names that people read; each join is by key. Index of the number of people: contact_by_company. */
export const withNames = (ctx: Context) =>
  visible(ctx)
    .leftJoin('contact as company', 'company.id', 'contact.companyId')
    .leftJoin('salesperson', 'salesperson.id', 'contact.salespersonId')
    .leftJoin('language', 'language.id', 'contact.languageId')
    .select(columns)
    .select([
      'company.name as companyName',
      'salesperson.code as salespersonCode',
      'salesperson.name as salespersonName',
      'language.code as languageCode',
      sql<number>`case contact.type when 'company' then (select count(*) from contact person where person.company_id = contact.id) else 0 end`.as(
        'people',
      ),
    ])

export const find = (ctx: Context, id: number): Promise<Contact | undefined> =>
  withNames(ctx).where('contact.id', '=', id).executeTakeFirst()

/** `find`, kept from others until the end of the transaction. */
export const lock = (tx: Context, id: number): Promise<Contact | undefined> =>
  withNames(tx).where('contact.id', '=', id).forUpdate('contact').executeTakeFirst()
