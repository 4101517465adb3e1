import { expect, test } from 'vitest'
import { testCompany } from './company.ts'

const json = { 'content-type': 'application/json' }

test('a body or address that is not UTF-8 is refused at its field, and nothing is stored', async () => {
  const { app, count, get } = await testCompany()
  const body = Buffer.from('{"type":"person","name":"Forl\xec"}', 'latin1')
  const answer = await app.inject({ method: 'POST', url: '/api/contacts', headers: json, payload: body })
  expect([answer.statusCode, answer.json().errors[0]]).toMatchObject([422, { pointer: '/name', type: 'characters' }])
  expect(await count('contact')).toBe(0)
  const asked = await get('/interactions?description=%ff%fe')
  expect([asked.status, asked.body.errors[0].pointer]).toEqual([422, '/description'])
  const honest = await app.inject({
    method: 'POST',
    url: '/api/contacts',
    headers: json,
    payload: '{"type":"person","name":"Forlì \ufffd"}',
  })
  expect(honest.statusCode).toBe(201)
})

test('a body that is nested without end is refused where it gets too deep', async () => {
  const { app } = await testCompany()
  const payload = `{"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const answer = await app.inject({ method: 'POST', url: '/api/contacts', headers: json, payload })
  expect([answer.statusCode, answer.json().errors[0].type]).toEqual([422, 'depth'])
})

test('an instant of another age, and a sort that is none, are refused at their field', async () => {
  const company = await testCompany()
  const entry = { contactIds: [1], templateId: 1 }
  for (const occurredAt of ['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z']) {
    const { status, body } = await company.post('/interactions', { ...entry, occurredAt })
    expect([status, body.errors[0].pointer]).toEqual([422, '/occurredAt'])
  }
  expect((await company.get('/interactions?sort=id')).body.errors[0].pointer).toBe('/sort')
})

test('what turns the direction of writing is taken out of every text of a request, so that a name reads as it is', async () => {
  const { post, get } = await testCompany()
  const name = '\u202eRos\u2066si \u202d& Figli\u2069\u202c'
  const made = await post('/contacts', { type: 'company', name })
  expect([made.status, made.body.name]).toEqual([201, 'Rossi & Figli'])
  const path = `/contacts?q=${encodeURIComponent('\u202aRossi\u202c')}`
  expect((await get(path)).body.items).toMatchObject([{ name: 'Rossi & Figli' }])
  expect((await post('/contacts', { type: 'company', name: '\u202e\u2069' })).body.errors).toMatchObject([
    { pointer: '/name', type: 'minLength' },
  ])
  const marks = 'می\u200cخواهم \u200e(1)'
  expect((await post('/contacts', { type: 'company', name: marks })).body.name).toBe(marks)
})
