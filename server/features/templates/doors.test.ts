import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Right } from '#kernel/context.ts'
import { testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'

const codes = ({ body }: { body: { items: { code: string }[] } }) => body.items.map(({ code }) => code)

describe('a request that is wrong names the field and stores nothing:', () => {
  const text = ['', ' x', 'x '.repeat(60).trim(), 5, true, {}, [], 'a\u0000b', '\ud800']
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    code: [...text, null, 'x'.repeat(21)],
    description: text,
    groupId: [0, -1, 1.5, '1', null, 2 ** 53],
    kind: ['fax', 5, null, ''],
    unitCost: [1, null, '', '1,5', 'NaN', '1e3', '-1', '0.001', '12345678901234.00', '9'.repeat(31)],
    unitDurationMin: ['5', null, -1, 1.5, 525_601],
    informationFlow: ['both', 1, ''],
    initiatedBy: ['nobody', 1],
    correspondenceType: ['fax', 1],
    ignoreContactCorrespondenceType: ['true', null, 1],
    campaignTarget: ['true', null],
    campaignResponse: ['true', null],
    defaultLanguageId: [0, '1', 1.5, 2 ** 53],
    wizardAction: ['print', 1],
    campaignNo: ['C1'],
  }
  test.each(Object.keys(wrong))('INT-020 template, %s', async (field) => {
    const company = await testCompany()
    const groupId = await company.given.group()
    const id = await company.given.template({ groupId })
    for (const value of wrong[field] ?? []) {
      const good = { code: 'X', kind: 'call', groupId }
      const answers = [
        await company.post('/interaction-templates', { ...good, [field]: value }),
        await company.patch(`/interaction-templates/${id}`, { [field]: value }, { version: 1 }),
      ]
      for (const { status, body } of answers) {
        expect([status, body.errors[0]?.pointer], JSON.stringify(value)).toEqual([422, `/${field}`])
        expect(body.errors[0].detail).not.toBe('')
      }
    }
    expect(await company.count('interaction_template')).toBe(1)
    expect(await company.count('journal_change')).toBe(0)
  })

  test.each([
    ['POST', '/interaction-groups', { code: '', description: 'x' }, '/code'],
    ['POST', '/interaction-groups', { code: 'x' }, '/description'],
    ['POST', '/interaction-groups', { code: 'x', description: null }, '/description'],
    ['POST', '/interaction-groups', { code: 'x', description: 'x', cost: '1' }, '/cost'],
    ['PATCH', '/interaction-groups/GROUP', { description: 'x'.repeat(101) }, '/description'],
    ['PATCH', '/interaction-groups/GROUP', {}, ''],
    ['GET', '/interaction-groups?from=2026-02-30', undefined, '/from'],
    ['GET', '/interaction-groups?sort=cost', undefined, '/sort'],
    ['GET', '/interaction-templates?kind=%3D%3D(', undefined, '/kind'],
    ['GET', '/interaction-templates?colour=red', undefined, '/colour'],
    ['GET', '/interaction-templates?after=abc', undefined, '/after'],
    ['GET', '/interaction-templates/choices?kind=fax', undefined, '/kind'],
    ['GET', '/interaction-templates/0', undefined, '/id'],
    ['POST', '/interaction-templates/TEMPLATE/copies', {}, '/code'],
    ['POST', '/interaction-templates/TEMPLATE/languages', {}, '/languageId'],
    ['POST', '/interaction-templates/TEMPLATE/languages', { languageId: '1' }, '/languageId'],
    ['POST', '/interaction-templates/TEMPLATE/languages', { languageId: null, description: '' }, '/description'],
    ['PUT', '/interaction-templates/TEMPLATE/attachment', {}, ''],
    ['PUT', '/interaction-templates/TEMPLATE/attachment', { uploadId: 1, copyOf: 1 }, ''],
    ['PUT', '/interaction-templates/TEMPLATE/attachment', { uploadId: 0 }, '/uploadId'],
    ['PUT', '/interaction-templates/TEMPLATE/attachment', { sha256: 'x' }, '/sha256'],
  ] as const)('%s %s %j', async (method, path, body, pointer) => {
    const company = await testCompany()
    const groupId = await company.given.group()
    const templateId = await company.given.template({ groupId })
    const url = path.replace('GROUP', `${groupId}`).replace('TEMPLATE', `${templateId}`)
    const answer = await company.ask(method, url, body, method === 'PATCH' ? { version: 1 } : {})
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer])
    expect(await company.count('journal_change')).toBe(0)
  })

  test('what is not there is not found', async () => {
    const company = await testCompany()
    const id = await company.given.template()
    const missing = (method: 'GET' | 'POST' | 'DELETE', path: string) =>
      company.ask(method, path, method === 'POST' ? {} : undefined)
    for (const [method, path, type] of [
      ['GET', '/interaction-groups/99', 'group-not-found'],
      ['DELETE', '/interaction-groups/99', 'group-not-found'],
      ['GET', '/interaction-templates/99', 'template-not-found'],
      ['DELETE', '/interaction-templates/99', 'template-not-found'],
      ['POST', '/interaction-templates/99/closure', 'template-not-found'],
      ['GET', '/interaction-templates/99/languages', 'template-not-found'],
      ['DELETE', '/interaction-templates/99/attachment', 'template-not-found'],
    ] as const)
      expect(await missing(method, path)).toMatchObject({ status: 404, body: { type: `/problems/${type}` } })
    expect(await missing('DELETE', `/interaction-templates/${id}/languages/99`)).toMatchObject({
      status: 409,
      body: { type: '/problems/language-not-available' },
    })
  })
})

test('INT-030 a row of another template is not reached through this one', async () => {
  const company = await testCompany()
  const [mine, other] = [await company.given.template(), await company.given.template()]
  const sha256 =
    (await upload(company, 'a.txt', 'secret')).body &&
    (await company.db.selectFrom('file').select('sha256').executeTakeFirstOrThrow()).sha256
  const rowId = await company.given.templateLanguage({ templateId: other, sha256, fileName: 'a.txt' })
  const path = `/interaction-templates/${mine}/languages/${rowId}`
  expect((await company.get(`${path}/attachment`)).status).toBe(404)
  expect((await company.get(`${path}/attachment/versions`)).status).toBe(409)
  expect((await company.delete(path)).status).toBe(409)
  expect((await company.delete(`${path}/attachment`)).status).toBe(409)
  expect(await company.count('template_language')).toBe(1)
})

test.each<[string, readonly Right[], readonly [string, string, object?][]]>([
  [
    'a reader',
    ['interactions.read'],
    [
      ['POST', '/interaction-templates', { code: 'X', kind: 'call', groupId: 1 }],
      ['PATCH', '/interaction-templates/1', { code: 'X' }],
      ['DELETE', '/interaction-templates/1'],
      ['POST', '/interaction-templates/1/closure'],
      ['POST', '/interaction-templates/1/copies', { code: 'X' }],
      ['POST', '/interaction-templates/1/languages', { languageId: null }],
      ['DELETE', '/interaction-templates/1/languages/1'],
      ['PUT', '/interaction-templates/1/attachment', { uploadId: 1 }],
      ['DELETE', '/interaction-templates/1/attachment'],
      ['POST', '/interaction-groups', { code: 'X', description: 'x' }],
      ['PATCH', '/interaction-groups/1', { code: 'X' }],
      ['POST', '/interaction-groups/1/closure'],
      ['DELETE', '/interaction-groups/1'],
    ],
  ],
  [
    'somebody without any right',
    [],
    [
      ['GET', '/interaction-templates'],
      ['GET', '/interaction-templates/choices'],
      ['GET', '/interaction-templates/1'],
      ['GET', '/interaction-templates/1/languages'],
      ['GET', '/interaction-templates/1/attachment'],
      ['GET', '/interaction-groups'],
    ],
  ],
])('%s is refused', async (_, rights, requests) => {
  const company = await testCompany({ rights })
  await company.given.template()
  for (const [method, path, body] of requests) {
    const answer = await company.ask(method as 'GET', path, body ?? (method === 'POST' ? {} : undefined), {
      version: 1,
    })
    expect([answer.status, answer.body.type], `${method} ${path}`).toEqual([403, '/problems/not-allowed'])
  }
})

test('templates are sorted, searched, filtered and paged', async () => {
  const company = await testCompany()
  const groupId = await company.given.group({ code: 'LETTERS' })
  const make = (code: string, of: object) => company.given.template({ code, groupId, ...of })
  await make('10', {
    description: 'Perché no',
    kind: 'note',
    unitCost: '3.50',
    unitDurationMin: 90,
    informationFlow: null,
  })
  await make('9', { description: 'Lettera', kind: 'letter', correspondenceType: 'hardCopy' })
  await make('A', { description: null, kind: 'call' })
  await make('B', { description: 'Closed one', closedAt: '2026-01-01T00:00:00Z' })
  const list = async (query: string) => codes(await company.get(`/interaction-templates?${query}`))
  expect(await list('')).toEqual(['9', '10', 'A'])
  expect(await list('closed=true&sort=-code')).toEqual(['B', 'A', '10', '9'])
  expect(await list('sort=description')).toEqual(['A', '9', '10'])
  expect(await list('q=PERCHE 10')).toEqual(['10'])
  expect(await list('q=%25')).toEqual([])
  expect(await list('kind=Lettera|note')).toEqual(['9', '10'])
  expect(await list('unitCost=>=3')).toEqual(['10'])
  expect(await list('unitDurationMin=1h..2h')).toEqual(['10'])
  expect(await list("informationFlow=''")).toEqual(['10'])
  expect(await list('correspondenceType=Hard Copy')).toEqual(['9'])
  expect(await list('groupCode=LET*&withAttachment=no')).toEqual(['9', '10', 'A'])
  const first = await company.get('/interaction-templates?limit=2')
  expect(codes(first)).toEqual(['9', '10'])
  expect(await list(`limit=2&after=${first.body.next}`)).toEqual(['A'])
})

test('INT-027 the guide is offered open templates, not those of the system, the most used by this user first', async () => {
  const company = await testCompany()
  const call = await company.given.template({ code: 'CALL' })
  const letter = await company.given.template({ code: 'LETTER', kind: 'letter', description: 'Letter' })
  await company.given.template({ code: 'COVER', kind: 'system' })
  await company.given.template({ code: 'OLD', closedAt: '2026-01-01T00:00:00Z' })
  const contactId = await company.given.contact()
  await company.given.interactions({ contactId, templateId: call, count: 9, userId: 2 })
  await company.given.interactions({ contactId, templateId: letter, count: 3 })
  const choices = async (query = '') => codes(await company.get(`/interaction-templates/choices${query}`))
  expect(await choices()).toEqual(['LETTER', 'CALL'])
  expect(await choices('?kind=system')).toEqual(['COVER'])
  expect(await choices('?q=cal')).toEqual(['CALL'])
})

test('INT-001 INT-002 a group has a code of its own; renamed, everything follows; a change can be taken back', async () => {
  const company = await testCompany()
  const made = await company.post('/interaction-groups', { code: 'let', description: 'Letters' })
  expect(made).toMatchObject({ status: 201, body: { code: 'LET', version: 1 } })
  const { id } = made.body
  const templateId = await company.given.template({ groupId: id })
  expect(await company.post('/interaction-groups', { code: 'Let', description: 'x' })).toMatchObject({
    status: 409,
    body: { errors: [{ pointer: '/code', type: 'code-exists' }] },
  })
  const renamed = await company.patch(`/interaction-groups/${id}`, { code: 'post' }, { version: 1 })
  expect(renamed.body).toMatchObject({ code: 'POST', version: 2 })
  expect((await company.get(`/interaction-templates/${templateId}`)).body.groupCode).toBe('POST')
  expect(await company.patch(`/interaction-groups/${id}`, { code: 'x' }, { version: 1 })).toMatchObject({ status: 412 })
  await company.post(`/undo/${renamed.body.undoId}`)
  expect((await company.get(`/interaction-groups/${id}`)).body).toMatchObject({ code: 'LET', version: 3 })
  const again = await company.patch(`/interaction-groups/${id}`, { code: 'mail' }, { version: 3 })
  await company.post('/interaction-groups', { code: 'let', description: 'Others' })
  expect(await company.post(`/undo/${again.body.undoId}`)).toMatchObject({
    status: 409,
    body: { type: '/problems/undo-not-possible' },
  })
})

test('INT-003 a group that nothing uses can be deleted; one that is used can be closed and stays in figures', async () => {
  const company = await testCompany()
  const free = await company.given.group({ code: 'FREE' })
  const used = await company.given.group({ code: 'USED' })
  await company.given.template({ groupId: used })
  expect((await company.delete(`/interaction-groups/${free}`)).body).toEqual({
    count: 1,
    undoId: null,
    undoUntil: null,
  })
  const refused = await company.delete(`/interaction-groups/${used}`)
  expect(refused).toMatchObject({ status: 409, body: { type: '/problems/in-use', values: { templates: 1, count: 1 } } })
  const closed = (await company.post(`/interaction-groups/${used}/closure`)).body
  expect(codes(await company.get('/interaction-groups'))).toEqual([])
  expect(codes(await company.get('/interaction-groups?closed=true&q=use'))).toEqual(['USED'])
  await company.post(`/undo/${closed.undoId}`)
  expect(codes(await company.get('/interaction-groups'))).toEqual(['USED'])
})

test('INT-005 entries keep the group they were logged with', async () => {
  const company = await testCompany()
  const [before, after] = [await company.given.group({ code: 'A' }), await company.given.group({ code: 'B' })]
  const templateId = await company.given.template({ groupId: before })
  await company.given.interactions({ contactId: await company.given.contact(), templateId, count: 2 })
  await company.patch(`/interaction-templates/${templateId}`, { groupId: after }, { version: 1 })
  const { items } = (await company.get('/interaction-groups')).body
  expect(items).toMatchObject([
    { code: 'A', interactions: 2, templates: 0 },
    { code: 'B', interactions: 0, templates: 1 },
  ])
})

test('INT-500 private entries count for their own people only', async () => {
  const company = await testCompany()
  const templateId = await company.given.template()
  const contactId = await company.given.contact()
  await company.given.interactions({ contactId, templateId, count: 2, private: true, userId: 2 })
  await company.given.interactions({ contactId, templateId, count: 3, private: true })
  expect((await company.get('/interaction-groups')).body.items[0]).toMatchObject({ interactions: 3, cost: '6.00' })
})

test('INT-020 INT-025 a code is taken without regard to case; two who take it at the same moment make one template', async () => {
  const company = await testCompany()
  const groupId = await company.given.group()
  const make = (code: string) => company.post('/interaction-templates', { code, kind: 'call', groupId })
  const answers = await Promise.all(['call', 'Call', 'CALL'].map(make))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  const other = (await make('other')).body
  const renamed = await company.patch(`/interaction-templates/${other.id}`, { code: 'call' }, { version: 1 })
  expect(renamed).toMatchObject({ status: 409, body: { errors: [{ pointer: '/code', type: 'code-exists' }] } })
})

test('INT-026 a template cannot be deleted while somebody logs with it: one of both waits, and is refused', async () => {
  const company = await testCompany()
  const contactId = await company.given.contact()
  for (let round = 0; round < 5; round++) {
    const templateId = await company.given.template()
    const [logged, deleted] = await Promise.all([
      company.post('/interactions', {
        contactIds: [contactId],
        templateId,
        salespersonId: await company.given.salesperson(),
      }),
      company.delete(`/interaction-templates/${templateId}`),
    ])
    expect([logged.status, deleted.status].sort()).toEqual(logged.status === 201 ? [201, 409] : [200, 404])
  }
})

test('a request repeated with its key acts once', async () => {
  const company = await testCompany()
  const id = await company.given.template()
  const { id: uploadId } = (await upload(company, 'a.txt', 'a')).body
  const put = () => company.put(`/interaction-templates/${id}/attachment`, { uploadId }, { key: 'k' })
  const [first, twin] = await Promise.all([put(), put()])
  expect(twin.body).toEqual(first.body)
  expect(await company.count('template_language')).toBe(1)
})

test('INT-604 whatever is done to templates and taken back: each is sound, and every file it names is there', async () => {
  const company = await testCompany()
  const languageIds = [await company.given.language(), await company.given.language()]
  const uploads = await Promise.all(
    ['a', 'b'].map(async (text) => (await upload(company, `${text}.txt`, text)).body.id),
  )
  const act = fc.oneof(
    fc.constantFrom(...languageIds, null).map((languageId) => ({ is: 'language' as const, languageId })),
    fc.constantFrom(...uploads).map((uploadId) => ({ is: 'file' as const, uploadId })),
    fc.constantFrom('open', 'import', null).map((wizardAction) => ({ is: 'patch' as const, wizardAction })),
    fc.constantFrom(...languageIds, null).map((defaultLanguageId) => ({ is: 'patch' as const, defaultLanguageId })),
    fc.constantFrom('no file', 'no row', 'undo', 'undo earlier').map((is) => ({ is })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const id = await company.given.template()
      const path = `/interaction-templates/${id}`
      const undoIds: number[] = []
      for (const { is, ...body } of acts) {
        const { languages, version } = (await company.get(path)).body
        const answer =
          is === 'language'
            ? await company.post(`${path}/languages`, body)
            : is === 'file'
              ? await company.put(`${path}/attachment`, body)
              : is === 'patch'
                ? await company.patch(path, body, { version })
                : is === 'no file'
                  ? await company.delete(`${path}/attachment`)
                  : is === 'no row'
                    ? await company.delete(`${path}/languages/${languages[0]?.id ?? 99}`)
                    : await company.post(`/undo/${(is === 'undo' ? undoIds.pop() : undoIds.shift()) ?? 999}`)
        expect(answer.status, JSON.stringify([is, body, answer.body])).toBeLessThan(500)
        if (answer.status < 300 && answer.body.undoId) undoIds.push(answer.body.undoId)
        const now = (await company.get(path)).body
        const ids = now.languages.map(({ languageId }: { languageId: number | null }) => languageId)
        if (ids.length > 0) expect(ids).toContain(now.defaultLanguageId)
        expect([...now.allowedWizardActions, null]).toContain(now.wizardAction)
      }
      const { rows } = await sql<{
        sha256: string
      }>`select sha256 from template_language where sha256 is not null`.execute(company.db)
      for (const { sha256 } of rows) expect(await company.files.has(sha256)).toBe(true)
    }),
    { numRuns: 15 },
  )
}, 180_000)
