import { expect, test } from 'vitest'
import { undo } from '#kernel/undo.ts'
import { testCompany } from '#tests/company.ts'
import { inverses } from '../../features.ts'
import { seedCompany } from '../../seed.ts'

const codes = (answer: { body: { items: { code: string }[] } }) => answer.body.items.map(({ code }) => code)

test('a new company has five languages with the codes of ERPs, named in its first user’s language; seeding twice adds none', async () => {
  const company = await testCompany({ language: 'it' })
  await seedCompany(company.ctx)
  await seedCompany(company.ctx)
  const { body } = await company.get('/languages')
  expect(
    body.items.map((one: { code: string; erpCode: string; name: string }) => [one.code, one.erpCode, one.name]),
  ).toEqual([
    ['de', 'DEU', 'Tedesco'],
    ['en', 'ENU', 'Inglese'],
    ['es', 'ESP', 'Spagnolo'],
    ['fr', 'FRA', 'Francese'],
    ['it', 'ITA', 'Italiano'],
  ])
})

test('a code is a BCP 47 tag, kept in its canonical form; the code of an ERP in upper case', async () => {
  const company = await testCompany()
  const made = await company.post('/languages', { code: 'DE-ch', name: 'Swiss German', erpCode: 'des' })
  expect(made).toMatchObject({ status: 201, body: { code: 'de-CH', erpCode: 'DES', version: 1 } })
  expect(await company.post('/languages', { code: 'de-CH', name: 'Again' })).toMatchObject({
    status: 409,
    body: { type: '/problems/language-exists', errors: [{ pointer: '/code' }] },
  })
  expect(await company.post('/languages', { code: 'no such tag', name: 'Nothing' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/code', type: 'format' }] },
  })
  const changed = await company.patch(`/languages/${made.body.id}`, { code: 'de-at', erpCode: 'dea' }, { version: 1 })
  expect(changed.body).toMatchObject({ code: 'de-AT', erpCode: 'DEA', version: 2 })
})

test('a change names the version it saw, and can be taken back', async () => {
  const company = await testCompany()
  const { body: made } = await company.post('/languages', { code: 'pt', name: 'Portuguese' })
  const { body: changed } = await company.patch(`/languages/${made.id}`, { name: 'Portoghese' }, { version: 1 })
  expect((await company.patch(`/languages/${made.id}`, { name: 'Other' }, { version: 1 })).status).toBe(412)
  await undo(company.ctx, inverses, changed.undoId)
  expect((await company.get(`/languages/${made.id}`)).body).toMatchObject({ name: 'Portuguese', version: 3 })
})

test('a closed language is listed on demand; closing and reopening can be taken back', async () => {
  const company = await testCompany()
  const { body: made } = await company.post('/languages', { code: 'pt', name: 'Portuguese' })
  const { body: closed } = await company.post(`/languages/${made.id}/closure`)
  expect(codes(await company.get('/languages'))).toEqual([])
  expect(codes(await company.get('/languages?closed=true'))).toEqual(['pt'])
  await undo(company.ctx, inverses, closed.undoId)
  expect(codes(await company.get('/languages'))).toEqual(['pt'])
})

test('deleting refuses what something uses, the set-up’s own default among it, and says how often', async () => {
  const company = await testCompany()
  const { body: pt } = await company.post('/languages', { code: 'pt', name: 'Portuguese' })
  const { body: it } = await company.post('/languages', { code: 'it', name: 'Italian' })
  await company.given.template({ defaultLanguageId: pt.id })
  await company.given.contact({ languageId: pt.id })
  expect(await company.delete(`/languages/${pt.id}`)).toMatchObject({
    status: 409,
    body: {
      type: '/problems/in-use',
      values: { count: 2, contacts: 1, templates: 1, interactions: 0, contents: 0, setups: 0 },
    },
  })
  expect((await company.delete(`/languages/${it.id}`)).body.values).toMatchObject({ count: 1, setups: 1 })
  const { body: sv } = await company.post('/languages', { code: 'sv', name: 'Swedish' })
  expect((await company.delete(`/languages/${sv.id}`)).status).toBe(200)
  expect((await company.get(`/languages/${sv.id}`)).status).toBe(404)
})

test('bad input is refused at its field and leaves nothing', async () => {
  const company = await testCompany()
  const good = { code: 'pt', name: 'Portuguese', erpCode: 'PTG' }
  const bad: readonly [pointer: string, body: object][] = [
    ['/code', { ...good, code: 'p' }],
    ['/code', { ...good, code: null }],
    ['/code', { ...good, code: 'a'.repeat(36) }],
    ['/code', { ...good, code: 'pt\u0000' }],
    ['/name', { ...good, name: '' }],
    ['/name', { ...good, name: 'n'.repeat(101) }],
    ['/name', { code: 'pt' }],
    ['/erpCode', { ...good, erpCode: 3 }],
    ['/erpCode', { ...good, erpCode: 'e'.repeat(21) }],
    ['/closedAt', { ...good, closedAt: null }],
  ]
  for (const [pointer, body] of bad) {
    const { status, body: problem } = await company.post('/languages', body)
    expect([status, problem.errors.map((fault: { pointer: string }) => fault.pointer)]).toEqual([422, [pointer]])
  }
  expect([await company.count('language'), await company.count('journal')]).toEqual([0, 0])
})
