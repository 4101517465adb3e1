import { describe, expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'

interface Row {
  id: number
  canceled: boolean
}
const ids = (body: { items: Row[] }) => body.items.map((row) => row.id)

async function log(company: TestCompany, count = 5) {
  const acme = await company.given.contact({ type: 'company', name: 'ACME' })
  const anna = await company.given.contact({ name: 'Anna Conti', companyId: acme })
  const templateId = await company.given.template({ code: 'CALL' })
  const entries = await company.given.interactions({ contactId: anna, companyId: acme, templateId, count })
  return { acme, anna, templateId, entries }
}

describe('reading the log', () => {
  test('INT-300 newest first, page after page, nothing twice and nothing left out', async () => {
    const company = await testCompany()
    const { entries } = await log(company, 7)
    const seen: number[] = []
    for (let after = ''; ; ) {
      const { body } = await company.get(`/interactions?limit=3${after}`)
      seen.push(...ids(body))
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    expect(seen).toEqual(entries.toReversed())
    expect(ids((await company.get('/interactions?sort=occurredAt')).body)).toEqual(entries)
  })

  test('a cursor that is not one of this list is refused at its field', async () => {
    const company = await testCompany()
    for (const after of [
      'x',
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('[1]').toString('base64url'),
    ]) {
      const { status, body } = await company.get(`/interactions?after=${after}`)
      expect([status, body.errors[0].pointer]).toEqual([422, '/after'])
    }
  })

  test('INT-301 INT-302 a company shows its people’s entries, a person the own ones', async () => {
    const company = await testCompany()
    const { acme, anna, templateId } = await log(company, 3)
    await company.given.interactions({ contactId: acme, companyId: acme, templateId, count: 2 })
    const bob = await company.given.contact({ name: 'Bob', companyId: acme })
    await company.given.interactions({ contactId: bob, companyId: acme, templateId, count: 1 })
    const count = async (query: string) => ids((await company.get(`/interactions?${query}`)).body).length
    expect([await count(`companyId=${acme}`), await count(`contactId=${anna}`)]).toEqual([6, 3])
  })

  test('FLT-021 filters narrow the list together; a faulty one is explained with its place', async () => {
    const company = await testCompany()
    const { entries, anna } = await log(company, 5)
    const list = async (query: string) => (await company.get(`/interactions?${query}`)).body
    expect(ids(await list('description=Entry 2|Entry 4'))).toEqual([entries[3], entries[1]])
    expect(ids(await list(`contactName=anna*&occurredAt=2026-01-01T04:30..&templateCode=call`)).length).toBeGreaterThan(
      0,
    )
    expect(ids(await list('canceled=yes'))).toEqual([])
    expect(ids(await list(`q=anna entry&contactId=${anna}`)).length).toBe(5)
    const fault = await company.get('/interactions?description=(a|b')
    expect([fault.status, fault.body.errors[0].pointer]).toEqual([422, '/description'])
    expect(fault.body.errors[0].values).toMatchObject({ nearest: '(a|b)' })
    expect((await company.get('/interactions/filters?field=description&text=(a|b')).body).toMatchObject({
      nearest: '(a|b)',
    })
    expect((await company.get('/interactions/filters?field=userName&text=%25me')).body).toHaveProperty('meaning')
    expect((await company.get('/interactions/count?description=Entry*')).body).toEqual({ count: 5, more: false })
  })

  test('STD a private entry is seen by who logged it and by its salesperson only, everywhere', async () => {
    const company = await testCompany()
    const { anna, templateId } = await log(company, 1)
    const [secret] = await company.given.interactions({
      contactId: anna,
      templateId,
      count: 1,
      private: true,
      userId: 77,
    })
    expect(ids((await company.get('/interactions')).body)).not.toContain(secret)
    expect((await company.get(`/interactions/${secret}`)).status).toBe(404)
    expect((await company.post('/interactions/cancellations', { ids: [secret] })).body.count).toBe(0)
    expect((await company.post('/interactions/evaluations', { filter: {}, evaluation: 1 })).body.count).toBe(1)
    expect((await company.post(`/interactions/${secret}/comments`, { text: 'x' })).status).toBe(404)
  })

  test('without the right nothing is read', async () => {
    const company = await testCompany({ rights: [] })
    expect((await company.get('/interactions')).body).toMatchObject({
      status: 403,
      values: { right: 'interactions.read' },
    })
  })
})

describe('INT-330 to INT-338 canceling and restoring', () => {
  test('INT-332 INT-605 many at once, by name or by filter; only the mark changes, and both can be taken back', async () => {
    const company = await testCompany()
    const { entries } = await log(company, 4)
    const before = (await company.get(`/interactions/${entries[0]}`)).body
    const canceled = await company.post('/interactions/cancellations', {
      ids: entries.slice(0, 2),
      reason: 'wrong company',
    })
    expect(canceled.body).toMatchObject({ count: 2 })
    const after = (await company.get(`/interactions/${entries[0]}`)).body
    expect(after).toEqual({ ...before, canceled: true, cancellation: after.cancellation })
    expect(after.cancellation).toMatchObject({ reason: 'wrong company', userName: 'Lina Torresi' })
    expect((await company.post('/interactions/cancellations', { filter: {} })).body.count).toBe(2)
    expect((await company.post('/interactions/restorations', { filter: { canceled: 'yes' } })).body.count).toBe(4)
    expect((await company.get(`/interactions/${entries[0]}`)).body).toEqual(before)
  })

  test('INT-335 what is in the wanted state already is left alone', async () => {
    const company = await testCompany()
    const { entries } = await log(company, 2)
    await company.post('/interactions/cancellations', { ids: [entries[0]] })
    expect((await company.post('/interactions/cancellations', { ids: entries })).body.count).toBe(1)
  })

  test('INT-340 INT-341 an evaluation is set on many, canceled ones too, and cleared', async () => {
    const company = await testCompany()
    const { entries } = await log(company, 3)
    await company.post('/interactions/cancellations', { ids: [entries[2]] })
    expect((await company.post('/interactions/evaluations', { ids: entries, evaluation: 4 })).body.count).toBe(3)
    expect((await company.get('/interactions?evaluation=negative')).body.items.length).toBe(3)
    expect((await company.post('/interactions/evaluations', { ids: entries, evaluation: null })).body.count).toBe(3)
    expect((await company.post('/interactions/evaluations', { ids: entries, evaluation: 6 })).status).toBe(422)
  })

  test('a selection names ids or a filter, never both and never neither', async () => {
    const company = await testCompany()
    for (const body of [{}, { ids: [1], filter: {} }, { ids: [] }, { filter: { nonsense: 'x' } }])
      expect((await company.post('/interactions/cancellations', body)).status).toBe(422)
  })
})

describe('INT-460 to INT-465 comments', () => {
  test('are added, changed by their author with the version seen, and removed; the earlier text stays in the history', async () => {
    const company = await testCompany()
    const { entries } = await log(company, 1)
    const path = `/interactions/${entries[0]}/comments`
    const { body } = await company.post(path, { text: 'She calls back' })
    const { id, version } = body.commentList[0]
    expect((await company.patch(`${path}/${id}`, { text: 'He calls back' }, { version: version + 1 })).status).toBe(412)
    expect((await company.patch(`${path}/${id}`, { text: 'He calls back' })).status).toBe(428)
    expect(
      (await company.patch(`${path}/${id}`, { text: 'He calls back' }, { version })).body.commentList[0],
    ).toMatchObject({ text: 'He calls back', version: 2 })
    expect((await company.delete(`${path}/${id}`)).body.count).toBe(1)
    expect((await company.get(`/interactions/${entries[0]}`)).body.commentList).toEqual([])
    const told = await company.db
      .selectFrom('journalChange')
      .select(['before', 'after'])
      .where('record', '=', 'interaction')
      .orderBy('actId')
      .execute()
    expect(told.at(-2)).toEqual({ before: { comment: 'She calls back' }, after: { comment: 'He calls back' } })
  })
})

describe('INT-400 to INT-407 deleting what was canceled', () => {
  test('INT-400 INT-406 INT-606 only canceled entries of the previewed filter go, each with a line in the journal', async () => {
    const company = await testCompany()
    const { entries, anna } = await log(company, 5)
    await company.post('/interactions/cancellations', { ids: entries.slice(0, 2) })
    const other = await company.given.contact({ name: 'Bob' })
    await company.given.interactions({
      contactId: other,
      templateId: await company.given.template(),
      count: 2,
      canceled: true,
    })
    const filter = { contactId: anna }
    const preview = (await company.get(`/interactions/deletions/preview?contactId=${anna}`)).body
    expect(preview).toMatchObject({ matching: 5, count: 2, left: 3 })
    expect(preview.sample.map((row: Row) => row.id)).toEqual([entries[1], entries[0]])
    await company.post('/interactions/cancellations', { ids: [entries[4]] })
    const job = await company.post('/interactions/deletions', { filter, token: preview.token })
    expect(job.status).toBe(202)
    await company.runJobs()
    expect(ids((await company.get(`/interactions?contactId=${anna}`)).body)).toEqual(entries.slice(2).toReversed())
    expect(await company.count('interaction')).toBe(5)
    const progress = await company.db
      .selectFrom('progress')
      .select(['state', 'done', 'total'])
      .executeTakeFirstOrThrow()
    expect(progress).toEqual({ state: 'done', done: 2, total: 2 })
    const gone = await company.db
      .selectFrom('journalChange')
      .select('recordId')
      .where('after', 'is', null)
      .where('record', '=', 'interaction')
      .execute()
    expect(gone.map((row) => row.recordId).sort()).toEqual(entries.slice(0, 2))
  })

  test('another filter than that of the preview is refused', async () => {
    const company = await testCompany()
    const { token } = (await company.get('/interactions/deletions/preview')).body
    const { status, body } = await company.post('/interactions/deletions', { filter: { kind: 'call' }, token })
    expect([status, body.type]).toEqual([409, '/problems/preview-outdated'])
  })
})

describe('INT-240 to INT-251 drafts', () => {
  test('INT-240 INT-243 a draft keeps whatever it has, from the first field on, and is in no list but its own', async () => {
    const company = await testCompany()
    const { anna, templateId } = await log(company, 0)
    const { status, body } = await company.post('/interaction-drafts', {
      content: { contactIds: [anna] },
      step: 'what',
    })
    expect([status, body.contactName, body.missing]).toEqual([
      201,
      'Anna Conti',
      ['template', 'description', 'salesperson'],
    ])
    const next = await company.put(
      `/interaction-drafts/${body.id}`,
      { content: { contactIds: [anna], templateId, description: 'Offer' }, step: 'result' },
      { version: body.version },
    )
    expect(next.body).toMatchObject({
      description: 'Offer',
      templateCode: 'CALL',
      missing: ['salesperson'],
      step: 'result',
      version: 2,
    })
    expect(
      (await company.put(`/interaction-drafts/${body.id}`, { content: {}, step: 'what' }, { version: 1 })).status,
    ).toBe(412)
    expect(await company.count('interaction')).toBe(0)
    expect((await company.get('/interaction-drafts/count')).body).toEqual({ count: 1 })
  })

  test('INT-247 finishing a draft logs it once and ends it', async () => {
    const company = await testCompany()
    const { anna, templateId } = await log(company, 0)
    const salespersonId = await company.given.salesperson()
    const draft = (await company.post('/interaction-drafts', { content: { contactIds: [anna] }, step: 'what' })).body
    const finish = () =>
      company.post('/interactions', { contactIds: [anna], templateId, salespersonId, draftId: draft.id })
    expect((await finish()).status).toBe(201)
    expect((await finish()).body.type).toBe('/problems/draft-not-found')
    expect([await company.count('interaction'), await company.count('interaction_draft')]).toEqual([1, 0])
  })

  test('INT-383 INT-385 discarding puts a draft aside; what became invalid meanwhile shows', async () => {
    const company = await testCompany()
    const { anna, templateId } = await log(company, 0)
    const { body } = await company.post('/interaction-drafts', {
      content: { contactIds: [anna], templateId },
      step: 'what',
    })
    await company.db.updateTable('contact').set({ privacyBlocked: true }).where('id', '=', anna).execute()
    await company.db
      .updateTable('interactionTemplate')
      .set({ closedAt: '2026-01-01T00:00:00Z' })
      .where('id', '=', templateId)
      .execute()
    expect((await company.get(`/interaction-drafts/${body.id}`)).body.invalid).toEqual([
      'contact-privacy-blocked',
      'template-closed',
    ])
    expect((await company.delete(`/interaction-drafts/${body.id}`)).body.count).toBe(1)
    expect(ids((await company.get('/interaction-drafts')).body)).toEqual([])
    expect(ids((await company.get('/interaction-drafts?discarded=true')).body)).toEqual([body.id])
  })
})
