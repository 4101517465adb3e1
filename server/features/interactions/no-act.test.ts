import { expect, test } from 'vitest'
import { testCompany } from '#tests/company.ts'

const nothing = { status: 200, body: { count: 0, undoId: null, undoUntil: null } }

test('an act on many that finds nothing to change answers zero, and is no act in the journal', async () => {
  const company = await testCompany()
  const templateId = await company.given.template()
  const salespersonId = await company.given.salesperson()
  const ids = await company.given.interactions({
    contactId: await company.given.contact(),
    templateId,
    count: 2,
    salespersonId,
  })
  const before = await company.count('journal')
  for (const [path, body] of [
    ['cancellations', { filter: { contactId: 999_999 } }],
    ['restorations', { ids }],
    ['evaluations', { ids, evaluation: null }],
    ['reassignments', { ids, salespersonId }],
    ['cancellations', { ids: [999_999] }],
  ] as const)
    expect(await company.post(`/interactions/${path}`, body), path).toMatchObject(nothing)
  const twice = [1, 2].map(() => company.post('/interactions/restorations', { ids }, { key: 'once' }))
  expect(await Promise.all(twice)).toMatchObject([nothing, nothing])
  expect(await company.count('journal')).toBe(before)
  expect((await company.post('/interactions/cancellations', { ids })).body).toMatchObject({
    count: 2,
    undoId: expect.any(Number),
  })
})

test('deleting canceled entries where there are none is done at once, and is no act in the journal', async () => {
  const company = await testCompany()
  const { token } = (await company.get('/interactions/deletions/preview')).body
  const { status, body } = await company.post('/interactions/deletions', { filter: {}, token })
  expect([status, body]).toMatchObject([202, { state: 'done', done: 0, total: 0 }])
  expect((await company.get(`/progress/${body.id}`)).body.state).toBe('done')
  expect(await company.count('journal')).toBe(0)
})
