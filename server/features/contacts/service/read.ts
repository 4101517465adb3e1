import * as salespeople from '#features/salespeople/service.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { explain, type FilterAnswer, type FilterQuestion } from '#kernel/filter/explain.ts'
import { settingOf } from '#kernel/filter/query.ts'
import type { Page } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import * as list from '../queries/list.ts'
import { find } from '../queries/record.ts'
import type { Contact, ContactQuery, ContactRow, ContactSearch } from '../schema.ts'

/** Contacts the caller may see, by name unless asked otherwise. @throws Problem `not-allowed`, `filter-invalid`, `cursor-invalid` */
export async function listContacts(ctx: Context, query: ContactQuery): Promise<Page<ContactRow>> {
  requireRight(ctx, 'contacts.read')
  return list.page(ctx, query, settingOf(ctx, await salespeople.tokens(ctx, query)))
}

/** How many contacts a search finds; beyond a limit only that there are more. @throws Problem `not-allowed`, `filter-invalid` */
export async function countContacts(ctx: Context, query: ContactSearch): Promise<{ count: number; more: boolean }> {
  requireRight(ctx, 'contacts.read')
  return list.count(ctx, query, settingOf(ctx, await salespeople.tokens(ctx, query)))
}

/** What a filter of the list means, or where it stops being one. @throws Problem `not-allowed`, `not-found` for no field of the list */
export async function explainContactFilter(ctx: Context, question: FilterQuestion): Promise<FilterAnswer> {
  requireRight(ctx, 'contacts.read')
  return explain(list.fieldsOf(ctx), question, settingOf(ctx, await salespeople.tokens(ctx, question)))
}

/** @throws Problem `not-allowed`, `contact-not-found` */
export async function getContact(ctx: Context, id: number): Promise<Contact> {
  requireRight(ctx, 'contacts.read')
  const contact = await find(ctx, id)
  if (contact === undefined) throw new Problem('contact-not-found')
  return contact
}

/** The people of a company. @throws Problem `not-allowed`, `contact-not-found`, `cursor-invalid` */
export async function listPeople(
  ctx: Context,
  companyId: number,
  page: Pick<ContactQuery, 'after' | 'limit'>,
): Promise<Page<ContactRow>> {
  await getContact(ctx, companyId)
  return list.page(ctx, { ...page, companyId }, settingOf(ctx))
}
