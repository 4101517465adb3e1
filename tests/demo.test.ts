import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { seedDemo } from '../server/demo.ts'
import { testCompany } from './company.ts'

test('a company for show has a year of office hours, canceled entries and postponed ones', async () => {
  const { ctx, count, get } = await testCompany()
  await seedDemo(ctx)
  expect(await count('interaction')).toBe(900)
  expect(await count('interaction_cancellation')).toBe(15)
  expect((await get('/interaction-drafts')).body.items).toHaveLength(2)
  const { rows } = await sql`
    select 1 from (select occurred_at at time zone ${ctx.user.zone} as at, occurred_at from interaction) entry
    where extract(isodow from at) > 5 or extract(hour from at) not between 8 and 17 or occurred_at > now()`.execute(
    ctx.db,
  )
  expect(rows).toEqual([])
})
