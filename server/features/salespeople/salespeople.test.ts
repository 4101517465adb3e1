import { describe, expect, test } from 'vitest'
import { undo } from '#kernel/undo.ts'
import { testCompany } from '#tests/company.ts'
import { inverses } from '../../features.ts'

const anna = { code: 'ac', name: 'Anna Conti', email: 'anna@example.com', phone: '+39 0721 1', jobTitle: 'Sales' }

test('salespeople are listed in the order of their codes, which are kept in upper case; closed ones on demand', async () => {
  const company = await testCompany()
  const { body: made } = await company.post('/salespeople', anna)
  expect(made).toMatchObject({ ...anna, code: 'AC', closedAt: null, version: 1 })
  await company.post('/salespeople', { code: 'AA', name: 'Bruno' })
  await company.post(`/salespeople/${made.id}/closure`)
  const codes = async (query: string) =>
    (await company.get(`/salespeople${query}`)).body.items.map((one: { code: string }) => one.code)
  expect(await codes('')).toEqual(['AA'])
  expect(await codes('?closed=true')).toEqual(['AA', 'AC'])
  expect((await company.get(`/salespeople/${made.id}`)).body.code).toBe('AC')
})

test('a request repeated with its key makes one salesperson', async () => {
  const company = await testCompany()
  const send = () => company.post('/salespeople', anna, { key: 'k' })
  const [first, twin] = await Promise.all([send(), send()])
  expect([first.status, twin.status]).toEqual([201, 201])
  expect(twin.body).toEqual(first.body)
  expect(await company.count('salesperson')).toBe(1)
})

describe('a change', () => {
  test('names the version it saw: another answers 412 with the state as it is and who made it', async () => {
    const company = await testCompany()
    const { body: made } = await company.post('/salespeople', anna)
    const change = (body: object, version?: number) =>
      company.patch(`/salespeople/${made.id}`, body, version === undefined ? {} : { version })
    const changed = await change({ name: 'Anna Verdi', email: null }, 1)
    expect(changed).toMatchObject({ status: 200, body: { name: 'Anna Verdi', email: null, version: 2 } })
    expect(changed.body.undoId).toBeGreaterThan(0)
    const stale = await change({ name: 'Anna Neri' }, 1)
    expect(stale).toMatchObject({
      status: 412,
      body: { type: '/problems/stale', title: 'Lina Torresi changed this meanwhile' },
    })
    expect(stale.body.values.current).toMatchObject({ name: 'Anna Verdi', version: 2 })
    expect(await change({ name: 'Anna Neri' })).toMatchObject({ status: 428 })
  })

  test('hangs before and after on its act, and can be taken back', async () => {
    const company = await testCompany()
    const { body: made } = await company.post('/salespeople', anna)
    const { body } = await company.patch(
      `/salespeople/${made.id}`,
      { name: 'Anna Verdi', phone: anna.phone },
      { version: 1 },
    )
    const hung = await company.db
      .selectFrom('journalChange')
      .select(['record', 'recordId', 'before', 'after'])
      .where('actId', '=', body.undoId)
      .execute()
    expect(hung).toEqual([
      { record: 'salesperson', recordId: made.id, before: { name: 'Anna Conti' }, after: { name: 'Anna Verdi' } },
    ])
    await undo(company.ctx, inverses, body.undoId)
    expect((await company.get(`/salespeople/${made.id}`)).body).toMatchObject({ name: 'Anna Conti', version: 3 })
    await expect(undo(company.ctx, inverses, body.undoId)).rejects.toMatchObject({ type: 'undo-expired' })
  })

  test('that another has changed since is not taken back', async () => {
    const company = await testCompany()
    const { body: made } = await company.post('/salespeople', anna)
    const { body } = await company.patch(`/salespeople/${made.id}`, { name: 'Anna Verdi' }, { version: 1 })
    await company.patch(`/salespeople/${made.id}`, { name: 'Anna Neri' }, { version: 2 })
    await expect(undo(company.ctx, inverses, body.undoId)).rejects.toMatchObject({ type: 'undo-not-possible' })
    expect((await company.get(`/salespeople/${made.id}`)).body.name).toBe('Anna Neri')
  })

  test('to what is there already is no act', async () => {
    const company = await testCompany()
    const { body: made } = await company.post('/salespeople', anna)
    const { body } = await company.patch(`/salespeople/${made.id}`, { name: anna.name }, { version: 1 })
    expect(body).toMatchObject({ version: 1, undoId: null, undoUntil: null })
    expect(await company.count('journal')).toBe(1)
  })
})

test('a code that is taken is refused at its field, also when an undo would bring it back', async () => {
  const company = await testCompany()
  const { body: made } = await company.post('/salespeople', anna)
  const twin = await company.post('/salespeople', { code: 'Ac', name: 'Alba' })
  expect(twin).toMatchObject({ status: 409, body: { type: '/problems/code-exists', errors: [{ pointer: '/code' }] } })
  const { body: renamed } = await company.patch(`/salespeople/${made.id}`, { code: 'ax' }, { version: 1 })
  expect(renamed.code).toBe('AX')
  expect((await company.post('/salespeople', { code: 'Ac', name: 'Alba' })).status).toBe(201)
  await expect(undo(company.ctx, inverses, renamed.undoId)).rejects.toMatchObject({ type: 'undo-not-possible' })
})

test('closing and reopening are acts that can be taken back; done twice they are no second act', async () => {
  const company = await testCompany()
  const { body: made } = await company.post('/salespeople', anna)
  const { body: closed } = await company.post(`/salespeople/${made.id}/closure`)
  expect(closed.closedAt).not.toBeNull()
  expect((await company.post(`/salespeople/${made.id}/closure`)).body.undoId).toBeNull()
  await undo(company.ctx, inverses, closed.undoId)
  expect((await company.get(`/salespeople/${made.id}`)).body.closedAt).toBeNull()
  await company.post(`/salespeople/${made.id}/closure`)
  expect((await company.delete(`/salespeople/${made.id}/closure`)).body).toMatchObject({ closedAt: null, version: 5 })
})

test('deleting refuses whom something names, and says how often', async () => {
  const company = await testCompany()
  const { body: made } = await company.post('/salespeople', anna)
  const contactId = await company.given.contact({ salespersonId: made.id })
  const refused = await company.delete(`/salespeople/${made.id}`)
  expect(refused).toMatchObject({
    status: 409,
    body: { type: '/problems/in-use', values: { count: 1, contacts: 1, interactions: 0, members: 0 } },
  })
  await company.db.updateTable('contact').set({ salespersonId: null }).where('id', '=', contactId).execute()
  expect(await company.delete(`/salespeople/${made.id}`)).toMatchObject({
    status: 200,
    body: { count: 1, undoId: null },
  })
  expect((await company.get(`/salespeople/${made.id}`)).status).toBe(404)
  const last = await company.db
    .selectFrom('journalChange')
    .select(['before', 'after'])
    .orderBy('actId', 'desc')
    .executeTakeFirstOrThrow()
  expect(last).toMatchObject({ before: { code: 'AC', name: 'Anna Conti' }, after: null })
})

test('without the right to edit the set-up, salespeople can be read and nothing else', async () => {
  const company = await testCompany({ rights: ['contacts.read'] })
  expect((await company.get('/salespeople')).status).toBe(200)
  for (const answer of [
    await company.post('/salespeople', anna),
    await company.delete('/salespeople/1'),
    await company.post('/salespeople/1/closure'),
  ])
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/not-allowed' } })
  expect(await company.count('journal')).toBe(0)
})

test('bad input is refused at its field and leaves nothing', async () => {
  const company = await testCompany()
  const bad: readonly [pointer: string, body: object][] = [
    ['/code', { ...anna, code: '' }],
    ['/code', { ...anna, code: ' A' }],
    ['/code', { ...anna, code: 'A'.repeat(21) }],
    ['/code', { ...anna, code: 7 }],
    ['/code', { name: 'Anna' }],
    ['/name', { ...anna, name: null }],
    ['/name', { ...anna, name: 'a'.repeat(101) }],
    ['/name', { ...anna, name: 'A\u0000' }],
    ['/name', { ...anna, name: 'A\ud800' }],
    ['/email', { ...anna, email: 'anna' }],
    ['/email', { ...anna, email: '' }],
    ['/phone', { ...anna, phone: 391 }],
    ['/phone', { ...anna, phone: '1'.repeat(31) }],
    ['/jobTitle', { ...anna, jobTitle: [] }],
    ['/colour', { ...anna, colour: 'red' }],
  ]
  for (const [pointer, body] of bad) {
    const { status, body: problem } = await company.post('/salespeople', body)
    expect(status, pointer).toBe(422)
    expect(problem.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer])
    expect(problem.errors[0].detail).toMatch(/\s/)
  }
  for (const path of ['/salespeople/0', '/salespeople/x', '/salespeople/9007199254740993'])
    expect(await company.get(path)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/id' }] } })
  expect([await company.count('salesperson'), await company.count('journal')]).toEqual([0, 0])
})
