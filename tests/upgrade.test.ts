import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabases } from '#database/companies.ts'
import { migrate } from '#database/migrate.ts'
import { openDatabase, openPool } from '#database/pool.ts'
import { rebuildWords, resumeRebuild } from '#features/interactions/service/words.ts'
import { search } from '#features/search/service.ts'
import type { Context } from '#kernel/context.ts'
import { emptyDatabase } from './databases.ts'
import { given as givenIn } from './given.ts'

/** A database as the first version left it, with one company and its entries. */
async function firstVersion(): Promise<string> {
  const url = await emptyDatabase()
  const open = (schemas: string[]) => openPool(url, schemas, { max: 1, lost: () => {} })
  const shared = open(['shared'])
  await shared.query('create schema shared')
  await shared.query('create schema company_1')
  await migrate(openDatabase(shared) as Kysely<unknown>, 'shared', 'server', '0001-companies-and-users')
  await shared.query(`insert into company (schema_name, name) values ('company_1', 'Adriatica S.r.l.')`)
  const company = open(['company_1', 'shared'])
  const db = openDatabase(company)
  await migrate(db as Kysely<unknown>, 'company_1', 'company', '0001-the-log')
  await company.query('insert into setup (id) values (1)')
  await db.insertInto('member').values({ userId: 1, name: 'Lina', role: 'administrator' }).execute()
  const given = givenIn({ db, user: { id: 1 }, door: 'api' } as Context)
  const contactId = await given.contact({ name: 'Anna Conti' })
  const { actId } = await db.selectFrom('contact').select('actId').executeTakeFirstOrThrow()
  const templateId = await given.template()
  const { groupId } = await db.selectFrom('interactionTemplate').select('groupId').executeTakeFirstOrThrow()
  const entry = { contactId, templateId, groupId, actId, userId: 1, kind: 'call' as const, cost: '1', durationMin: 1 }
  for (const description of ['Fatture di maggio', 'A pump'])
    await db
      .insertInto('interaction')
      .values({ ...entry, description, occurredAt: '2026-01-01T00:00:00Z' })
      .execute()
  await company.end()
  await shared.end()
  return url
}

test('a company of the first version keeps its entries, which are found once its words are gathered', async () => {
  const databases = await openDatabases(await firstVersion(), () => {}, 2)
  onTestFinished(() => databases.close())
  const rights = new Set(['interactions.read'])
  const user = { id: 1, name: 'Lina', language: 'en', zone: 'Europe/Rome', rights, salespersonId: null }
  const ctx = { db: databases.company(1).db, company: { id: 1 }, user } as unknown as Context
  const found = async (q: string) => (await search(ctx, { q })).items.map(({ entry }) => entry.description)
  expect(await found('fattura')).toEqual([])
  await expect(resumeRebuild(ctx)).rejects.toThrow(/graphile_worker/) // the queue comes with the worker, which asks after that
  await rebuildWords(ctx)
  expect([await found('fattura conti'), await found('pumps')]).toEqual([['Fatture di maggio'], ['A pump']])
  expect(await databases.company(1).db.selectFrom('searchRebuild').select(['reached', 'target']).execute()).toEqual([
    { reached: 2, target: 2 },
  ])
})
