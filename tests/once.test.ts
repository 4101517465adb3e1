import { expect, test } from 'vitest'
import { forgetKeys } from '#kernel/transaction.ts'
import { startWorker } from '../server/worker.ts'
import { type TestCompany, testCompany } from './company.ts'

/** Keys that were used so many days ago. */
const used = (company: TestCompany, days: readonly number[]) =>
  company.db
    .insertInto('onceKey')
    .values(
      days.map((ago, n) => ({
        userId: company.user.id,
        key: `${n}`,
        act: 'logInteractions',
        inputHash: 'x',
        at: new Date(Date.now() - ago * 86_400_000).toISOString(),
      })),
    )
    .execute()
const kept = async ({ db }: TestCompany): Promise<string[]> =>
  (await db.selectFrom('onceKey').select('key').orderBy('key').execute()).map(({ key }) => key)

test('the key of a repetition is forgotten after seven days, however many there are', async () => {
  const company = await testCompany()
  await used(company, [8, 7.1, 6.9, 30, 0, 8, 9])
  await forgetKeys(company.db, 2)
  expect(await kept(company)).toEqual(['2', '4'])
  await forgetKeys(company.db, 2)
  expect(await kept(company)).toEqual(['2', '4'])
})

test('forgetting them is work of every night, for every company', async () => {
  const company = await testCompany()
  await used(company, [8, 0])
  const quiet = { info: () => {}, error: () => {} }
  const contextFor = () => Promise.resolve(company.ctx)
  const worker = await startWorker(company.databases, {}, contextFor, quiet, { alone: true })
  try {
    const { rows } = await company.databases.serverPool.query<{ identifier: string }>(
      'select identifier from graphile_worker._private_known_crontabs',
    )
    expect(rows).toHaveLength(1)
    await company.databases.serverPool.query('select graphile_worker.add_job($1)', [rows[0]?.identifier])
    await expect.poll(() => kept(company), { timeout: 20_000 }).toEqual(['1'])
  } finally {
    await worker.stop()
  }
})
