import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { testCompany } from '#tests/company.ts'
import { applyRetention } from './service/retention.ts'

const ago = (months: number, days = 0) =>
  `${Temporal.Now.plainDateISO('Europe/Rome').subtract({ months }).subtract({ days })}T12:00:00Z`

async function shop() {
  const company = await testCompany()
  const contactId = await company.given.contact({ name: 'Anna' })
  const templateId = await company.given.template({ code: 'CALL' })
  const at = async (occurredAt: string, given: { canceled?: boolean; private?: boolean; userId?: number }) => {
    const [id = 0] = await company.given.interactions({ contactId, templateId, count: 1, ...given })
    await company.db.updateTable('interaction').set({ occurredAt }).where('id', '=', id).execute()
    return id
  }
  const left = async () =>
    (await company.db.selectFrom('interaction').select('id').orderBy('id').execute()).map(({ id }) => id)
  return { company, at, left }
}

test('INT-400 canceled entries go by the night when they are older than the company keeps them, others never', async () => {
  const { company, at, left } = await shop()
  await at(ago(25), { canceled: true })
  await at(ago(25), { canceled: true, private: true, userId: 77 })
  const young = await at(ago(23), { canceled: true })
  const lastDay = await at(ago(24), { canceled: true })
  const kept = await at(ago(90), {})
  await applyRetention(company.ctx)
  await company.runJobs()
  expect(await left()).toHaveLength(5)
  expect((await company.patch('/setup', { retentionMonths: 24 }, { version: 1 })).status).toBe(200)
  await applyRetention(company.ctx)
  await company.runJobs()
  expect(await left()).toEqual([young, lastDay, kept])
})

test('INT-606 what went by the rule is told beside what people deleted; a night without any leaves no trace', async () => {
  const { company, at } = await shop()
  await company.patch('/setup', { retentionMonths: 12 }, { version: 1 })
  await applyRetention(company.ctx)
  expect((await company.get('/interactions/deletions')).body.items).toEqual([])
  await at(ago(13), { canceled: true })
  const recent = await at(ago(1), { canceled: true })
  await applyRetention(company.ctx)
  await company.runJobs()
  const { token } = (await company.get('/interactions/deletions/preview')).body
  await company.post('/interactions/deletions', { filter: {}, token })
  await company.runJobs()
  const { items } = (await company.get('/interactions/deletions')).body
  expect(items).toMatchObject([
    { retentionMonths: null, count: 1, state: 'done', filter: {}, userName: 'Lina Torresi' },
    { retentionMonths: 12, count: 1, state: 'done' },
  ])
  expect((await company.get(`/interactions/${recent}`)).status).toBe(404)
})

test.each([0, 601, 1.5, '24'])('a rule of %s months is refused at its field', async (retentionMonths) => {
  const { company } = await shop()
  const { status, body } = await company.patch('/setup', { retentionMonths }, { version: 1 })
  expect([status, body.errors[0].pointer]).toEqual([422, '/retentionMonths'])
})
