import { fillDemo } from '#features/demo/service.ts'
import type { Entrance } from '#features/users/service/who.ts'
import { type Context, rights } from '#kernel/context.ts'
import { seedCompany } from './seed.ts'

/** Fills the first company for a demonstration, if nobody has recorded anything in it yet; in Italian where the machine speaks it. */
export async function demonstrate({ databases, files }: Entrance): Promise<void> {
  const [company] = databases.companies()
  if (company === undefined) return
  const language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('it') ? 'it' : 'en'
  const { zone, currency, country } = await company.db
    .selectFrom('setup')
    .select(['zone', 'currency', 'country'])
    .executeTakeFirstOrThrow()
  const ctx: Context = {
    db: company.db,
    company: { id: company.id, name: 'Carteggio', zone, currency, country },
    user: { id: 0, name: 'Carteggio', language, zone, rights: new Set(rights), salespersonId: null },
    door: 'job',
    files,
  }
  const used = await company.db.selectFrom('contact').select('id').limit(1).executeTakeFirst()
  if (used !== undefined) return
  await seedCompany(ctx)
  await fillDemo(ctx)
}
