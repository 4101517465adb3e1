import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'

async function mine(company: TestCompany) {
  const contactId = await company.given.contact({ name: 'Anna Conti' })
  const templateId = await company.given.template({ code: 'CALL' })
  const salespersonId = await company.given.salesperson({ code: 'JO' })
  return { contactIds: [contactId], templateId, salespersonId }
}

test('STD an act on a private entry of somebody else cannot be taken back', async () => {
  const company = await testCompany()
  const entry = { ...(await mine(company)), private: true }
  const logged = (await company.post('/interactions', entry)).body
  const ids = logged.entries.map(({ id }: { id: number }) => id)
  const evaluated = (await company.post('/interactions/evaluations', { ids, evaluation: 2 })).body
  const canceled = (await company.post('/interactions/cancellations', { ids })).body
  await company.db.updateTable('interaction').set({ userId: 77 }).execute()
  for (const { undoId } of [canceled, evaluated, logged]) {
    const { body } = await company.post(`/undo/${undoId}`)
    expect(body.type).toBe('/problems/undo-not-possible')
  }
  const [row] = await company.db.selectFrom('interaction').selectAll().execute()
  expect(row).toMatchObject({ canceled: true, evaluation: 2 })
})

test('STD a draft of a private entry is its owner’s alone: not read, changed, taken, discarded or finished', async () => {
  const company = await testCompany()
  const entry = await mine(company)
  const content = { ...entry, description: 'Mine', private: true }
  const { id } = (await company.post('/interaction-drafts', { content, step: 'what' })).body
  expect((await company.get(`/interaction-drafts/${id}`)).status).toBe(200)
  await company.db.updateTable('interactionDraft').set({ userId: 77 }).execute()
  const path = `/interaction-drafts/${id}`
  const answers = [
    await company.get(path),
    await company.put(path, { content, step: 'what' }, { version: 1 }),
    await company.post(`${path}/take`),
    await company.delete(path),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect((await company.get('/interaction-drafts?whose=all')).body.items).toEqual([])
  const finished = await company.post('/interactions', { ...entry, draftId: id })
  expect(finished.body.errors).toMatchObject([{ pointer: '/draftId', type: 'draft-not-found' }])
  expect([await company.count('interaction'), await company.count('interaction_draft')]).toEqual([0, 1])
})
