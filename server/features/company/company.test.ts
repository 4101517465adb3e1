import { describe, expect, test } from 'vitest'
import { advance, beginProgress, endProgress } from '#kernel/progress.ts'
import { hasWords } from '#kernel/words.ts'
import { testCompany } from '#tests/company.ts'
import { inverses } from '../../features.ts'

const anna = { code: 'AC', name: 'Anna Conti' }

describe('set-up', () => {
  test('changes what is named, over the version that was seen, as an act with before and after', async () => {
    const company = await testCompany()
    const { body: before } = await company.get('/setup')
    expect(before).toEqual({
      name: 'Adriatica S.r.l.',
      currency: 'EUR',
      country: 'IT',
      language: 'it',
      zone: 'Europe/Rome',
      retentionMonths: null,
      version: 1,
    })
    const changed = await company.patch('/setup', { name: 'Adriatica S.p.A.', currency: 'CHF' }, { version: 1 })
    expect(changed).toMatchObject({
      status: 200,
      body: { ...before, name: 'Adriatica S.p.A.', currency: 'CHF', version: 2 },
    })
    expect((await company.get('/setup')).body).toEqual(changed.body)
    expect((await company.get('/history?record=setup&id=1')).body.items).toMatchObject([
      {
        act: 'setup.changed',
        said: 'Set-up changed',
        userName: 'Lina Torresi',
        door: 'api',
        before: { name: 'Adriatica S.r.l.', currency: 'EUR' },
        after: { name: 'Adriatica S.p.A.', currency: 'CHF' },
      },
    ])
  })

  test('a write over another state is refused with both states, one that names no version too', async () => {
    const company = await testCompany()
    await company.patch('/setup', { zone: 'Europe/Zurich' }, { version: 1 })
    const stale = await company.patch('/setup', { zone: 'Europe/London' }, { version: 1 })
    expect(stale).toMatchObject({
      status: 412,
      body: { type: '/problems/stale', values: { by: 'Lina Torresi', current: { zone: 'Europe/Zurich', version: 2 } } },
    })
    expect(await company.patch('/setup', { zone: 'Europe/London' })).toMatchObject({ status: 428 })
    expect((await company.get('/setup')).body.zone).toBe('Europe/Zurich')
    expect(await company.count('journal')).toBe(1)
  })

  test('what changes nothing is no act', async () => {
    const company = await testCompany()
    expect((await company.patch('/setup', { currency: 'EUR' }, { version: 1 })).body.version).toBe(1)
    expect(await company.count('journal')).toBe(0)
  })

  test('bad input is refused at its field', async () => {
    const company = await testCompany()
    for (const [pointer, body] of [
      ['/currency', { currency: 'ZZZ' }],
      ['/currency', { currency: 'eur' }],
      ['/country', { country: 'ZZ' }],
      ['/country', { country: 'ITA' }],
      ['/language', { language: 'fr' }],
      ['/zone', { zone: 'Mars/Base' }],
      ['/name', { name: ' ' }],
      ['/version', { version: 9 }],
    ] as const)
      expect(await company.patch('/setup', body, { version: 1 }), JSON.stringify(body)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      })
  })

  test('is everybody’s to read, and changed with the right alone', async () => {
    const company = await testCompany({ rights: ['contacts.read'] })
    expect((await company.get('/setup')).status).toBe(200)
    expect(await company.patch('/setup', { currency: 'CHF' }, { version: 1 })).toMatchObject({ status: 403 })
    expect(await company.get('/history?record=setup&id=1')).toMatchObject({ status: 403 })
  })
})

describe('history', () => {
  test('tells every act on a record newest first, page by page, its making last', async () => {
    const company = await testCompany({ language: 'it' })
    const { body: made } = await company.post('/salespeople', anna)
    for (const [version, name] of ['Anna B.', 'Anna C.', 'Anna D.'].entries())
      await company.patch(`/salespeople/${made.id}`, { name }, { version: version + 1 })
    const path = `/history?record=salesperson&id=${made.id}&limit=2`
    const { body: first } = await company.get(path)
    const { body: second } = await company.get(`${path}&after=${first.next}`)
    expect([...first.items, ...second.items].map(({ said, after }) => [said, after?.name])).toEqual([
      ['Cambiato', 'Anna D.'],
      ['Cambiato', 'Anna C.'],
      ['Cambiato', 'Anna B.'],
      ['Creato', undefined],
    ])
    expect(second.next).toBeNull()
    const ids = [...first.items, ...second.items].map(({ actId }) => actId)
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
  })

  test('says until when an act can be taken back, and no longer once it was', async () => {
    const company = await testCompany()
    const [id] = await company.given.interactions({
      contactId: await company.given.contact(),
      templateId: await company.given.template(),
      count: 1,
    })
    const { body: done } = await company.post('/interactions/cancellations', { ids: [id] })
    const terms = async () => {
      const { body } = await company.get(`/history?record=interaction&id=${id}`)
      return body.items.map(({ act, undoUntil }: { act: string; undoUntil: string | null }) => [act, undoUntil])
    }
    expect((await terms())[0]).toEqual(['interaction.canceled', done.undoUntil])
    await company.post(`/undo/${done.undoId}`, {})
    expect(await terms()).toContainEqual(['interaction.canceled', null])
    expect(await terms()).not.toContainEqual(['interaction.canceled', done.undoUntil])
  })

  test('of what one may not see there is none', async () => {
    const company = await testCompany({ rights: ['interactions.read'], id: 7 })
    const contactId = await company.given.contact()
    const [entry] = await company.given.interactions({
      contactId,
      templateId: await company.given.template(),
      count: 1,
      private: true,
      userId: 8,
    })
    expect(await company.get(`/history?record=interaction&id=${entry}`)).toMatchObject({ status: 404 })
    expect(await company.get(`/history?record=contact&id=${contactId}`)).toMatchObject({
      status: 403,
      body: { values: { right: 'contacts.read' } },
    })
    expect(await company.get('/history?record=journal&id=1')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/record' }] },
    })
    expect(await company.get('/history?record=contact&id=0')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/id' }] },
    })
  })
})

describe('undo', () => {
  test('takes an act back by the inverse of its feature, once, and is an act itself', async () => {
    const company = await testCompany()
    const { body: made } = await company.post('/salespeople', anna)
    const { body: changed } = await company.patch(`/salespeople/${made.id}`, { name: 'Anna B.' }, { version: 1 })
    const done = await company.post(`/undo/${changed.undoId}`)
    expect(done).toMatchObject({ status: 200, body: { actId: expect.any(Number) } })
    expect((await company.get(`/salespeople/${made.id}`)).body).toMatchObject({ name: anna.name, version: 3 })
    const { body: history } = await company.get(`/history?record=salesperson&id=${made.id}`)
    expect(history.items[0]).toMatchObject({
      actId: done.body.actId,
      said: 'Change taken back',
      before: { name: 'Anna B.' },
      after: { name: anna.name },
    })
    expect(await company.post(`/undo/${changed.undoId}`)).toMatchObject({
      status: 409,
      body: { type: '/problems/undo-expired' },
    })
  })

  test('is done once for one key, and refused when the record changed since, the term is over, or there is no such act', async () => {
    const company = await testCompany()
    const { body: made } = await company.post('/salespeople', anna)
    const { body: first } = await company.patch(`/salespeople/${made.id}`, { name: 'Anna B.' }, { version: 1 })
    const { body: second } = await company.patch(`/salespeople/${made.id}`, { name: 'Anna C.' }, { version: 2 })
    expect(await company.post(`/undo/${first.undoId}`)).toMatchObject({
      status: 409,
      body: { type: '/problems/undo-not-possible' },
    })
    const answers = await Promise.all(['k', 'k'].map((key) => company.post(`/undo/${second.undoId}`, {}, { key })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    await company.db
      .updateTable('journal')
      .set({ undoUntil: '2026-01-01T00:00:00Z' })
      .where('id', '=', first.undoId)
      .execute()
    expect(await company.post(`/undo/${first.undoId}`)).toMatchObject({
      status: 409,
      body: { type: '/problems/undo-expired' },
    })
    expect(await company.post('/undo/999999')).toMatchObject({ status: 404 })
  })

  test('every act that can be taken back has words in both languages, and so has its taking back', async () => {
    await testCompany()
    const silent = Object.keys(inverses)
      .flatMap((act) => [act, `${act}.undone`])
      .filter((act) => !hasWords(`journal:${act}`))
    expect(silent).toEqual([])
  })
})

describe('progress', () => {
  test('of a long act is told to who began it, and stops when asked', async () => {
    const company = await testCompany()
    const id = await beginProgress(company.ctx, 'importContacts', 10)
    expect(await advance(company.ctx, id, { done: 4, detail: { refused: 1 } })).toBe(false)
    expect((await company.get(`/progress/${id}`)).body).toMatchObject({
      state: 'running',
      done: 4,
      total: 10,
      detail: { refused: 1 },
    })
    expect((await company.post(`/progress/${id}/stop`)).status).toBe(200)
    expect(await advance(company.ctx, id, { done: 1 })).toBe(true)
    await endProgress(company.ctx, id, 'stopped')
    expect((await company.get('/progress')).body).toMatchObject([{ id, state: 'stopped', done: 5 }])
    const other = { ...company.ctx, user: { ...company.ctx.user, id: 99 } }
    const foreign = await beginProgress(other, 'importContacts', 1)
    for (const answer of [await company.get(`/progress/${foreign}`), await company.post(`/progress/${foreign}/stop`)])
      expect(answer.status).toBe(404)
  })
})

describe('saved views', () => {
  const view = { list: 'contacts', name: 'In Pescara', search: 'city=Pescara' }

  test('are the caller’s own and those that colleagues share; a name is kept once', async () => {
    const company = await testCompany()
    const of = (userId: number, name: string, shared: boolean) =>
      company.db
        .insertInto('savedView')
        .values({ ...view, userId, name, shared })
        .execute()
    await of(99, 'Shared', true)
    await of(99, 'Secret', false)
    await company.post('/views', view)
    await company.post('/views', { ...view, search: 'city=Roma', shared: true })
    const { body } = await company.get('/views?list=contacts')
    expect(body.items).toMatchObject([
      { name: 'Shared', mine: false, shared: true },
      { name: 'In Pescara', mine: true, shared: true, search: 'city=Roma', version: 2 },
    ])
    expect((await company.get('/views?list=interactions')).body.items).toEqual([])
  })

  test('can be renamed and changed by their owner, over the version that was seen; a name is kept once', async () => {
    const company = await testCompany()
    await company.post('/views', { ...view, name: 'Other' })
    const { body: list } = await company.post('/views', view)
    const { id } = list.items.find(({ name }: { name: string }) => name === view.name)
    const path = `/views/${id}`
    const renamed = await company.patch(path, { name: 'Near' }, { version: 1 })
    expect(renamed).toMatchObject({
      status: 200,
      body: { ...view, id, name: 'Near', shared: false, mine: true, version: 2 },
    })
    const changed = await company.patch(path, { search: 'city=Teramo', shared: true }, { version: 2 })
    expect(changed.body).toEqual({ ...renamed.body, search: 'city=Teramo', shared: true, version: 3 })
    expect((await company.get('/views?list=contacts')).body.items).toContainEqual(changed.body)
    expect((await company.patch(path, { name: 'Near' }, { version: 3 })).body.version).toBe(3)
    expect(await company.patch(path, { name: 'Again' }, { version: 2 })).toMatchObject({
      status: 412,
      body: { type: '/problems/stale', values: { current: changed.body } },
    })
    expect((await company.patch(path, { name: 'Again' })).status).toBe(428)
    expect(await company.patch(path, { name: 'Other' }, { version: 3 })).toMatchObject({
      status: 409,
      body: { type: '/problems/view-exists', errors: [{ pointer: '/name', detail: 'You have a view Other already' }] },
    })
    expect((await company.get('/views?list=contacts')).body.items).toContainEqual(changed.body)
  })

  test('of a colleague can be changed by nobody else, though all may use it', async () => {
    const company = await testCompany()
    const { id } = await company.db
      .insertInto('savedView')
      .values({ ...view, userId: 99, shared: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await company.patch(`/views/${id}`, { name: 'Mine' }, { version: 1 })).status).toBe(404)
    expect((await company.get('/views?list=contacts')).body.items).toMatchObject([{ name: view.name, version: 1 }])
  })

  test('can be removed by their owner alone', async () => {
    const company = await testCompany()
    const { id } = await company.db
      .insertInto('savedView')
      .values({ ...view, userId: 99, shared: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await company.delete(`/views/${id}`)).status).toBe(404)
    const { body } = await company.post('/views', view)
    const mine = body.items.find((one: { mine: boolean }) => one.mine)
    expect((await company.delete(`/views/${mine.id}`)).status).toBe(204)
    expect(await company.count('saved_view')).toBe(1)
  })

  test('bad input is refused at its field', async () => {
    const company = await testCompany()
    for (const [pointer, body] of [
      ['/name', { ...view, name: '' }],
      ['/name', { ...view, name: 'x'.repeat(61) }],
      ['/list', { ...view, list: '' }],
      ['/search', { ...view, search: 'x'.repeat(4001) }],
      ['/shared', { ...view, shared: 'yes' }],
    ] as const)
      expect(await company.post('/views', body)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
    expect(await company.count('saved_view')).toBe(0)
  })
})
