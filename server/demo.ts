import { fillDemo } from '#features/demo/service.ts'
import { contextFor, type Entrance } from '#features/users/service/who.ts'
import type { Context } from '#kernel/context.ts'
import { inTransaction } from '#kernel/transaction.ts'
import { seedCompany } from './seed.ts'

/** What a company starts with that is shown to somebody, all of it or nothing: in the language and the name of the caller. */
export const seedDemo = (ctx: Context): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await seedCompany(tx)
    await fillDemo(tx)
  })

/** Fills the first company for a demonstration, if it has an administrator and nobody has made a contact in it yet. */
export async function demonstrate(entrance: Entrance): Promise<void> {
  const [company] = entrance.databases.companies()
  if (company === undefined) return
  const used = await company.db.selectFrom('contact').select('id').limit(1).executeTakeFirst()
  const first = await company.db
    .selectFrom('member')
    .select('userId')
    .where('role', '=', 'administrator')
    .orderBy('userId')
    .executeTakeFirst()
  if (used !== undefined || first === undefined) return
  await seedDemo(await contextFor(entrance, company.id, first.userId))
}
