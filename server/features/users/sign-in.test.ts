import { afterEach, expect, test, vi } from 'vitest'
import { cookieOf, lina, signInHouse } from '#tests/signed-in.ts'
import { firstLink } from './service/welcome.ts'
import { contextFor } from './service/who.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('the printed link makes the first administrator, names and fills the company, and signs in', async () => {
  const { entrance, ask, company } = await signInHouse()
  const token = await firstLink(entrance)
  expect((await ask('GET', `/welcome?token=${token}`)).json()).toEqual({ valid: true })
  const answer = await ask('POST', '/welcome', { token, ...lina, company: 'Ferramenta Conti' })
  expect(answer.statusCode).toBe(201)
  const session = answer.json()
  expect(session).toMatchObject({
    user: { name: lina.name, email: lina.email, language: 'it' },
    company: { name: 'Ferramenta Conti', currency: 'EUR', country: 'IT' },
  })
  expect(session.user.rights).toContain('setup.edit')
  expect(session.user.salespersonId).not.toBeNull()
  expect((await ask('GET', '/session', undefined, { cookie: cookieOf(answer) })).json()).toEqual(session)
  expect(await company.count('language')).toBeGreaterThan(0)
})

test('the link works once, and not at all when it was never printed', async () => {
  const { entrance, ask, company } = await signInHouse()
  const token = await firstLink(entrance)
  const both = await Promise.all([
    ask('POST', '/welcome', { token, ...lina }),
    ask('POST', '/welcome', { token, ...lina, email: 'other@adriatica.example' }),
  ])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 410])
  expect(await company.count('member')).toBe(1)
  for (const answer of [await ask('GET', `/welcome?token=${token}`), await ask('POST', '/welcome', { token, ...lina })])
    expect([answer.statusCode, answer.json().type]).toEqual([410, '/problems/link-used'])
  const unknown = await ask('GET', '/welcome?token=abc')
  expect([unknown.statusCode, unknown.json().type]).toEqual([404, '/problems/link-invalid'])
  expect(await firstLink(entrance)).toBeNull()
})

test('a link that was printed before is worth nothing once a newer one is', async () => {
  const { entrance, ask } = await signInHouse()
  const older = await firstLink(entrance)
  const newer = await firstLink(entrance)
  expect((await ask('GET', `/welcome?token=${older}`)).statusCode).toBe(404)
  expect((await ask('GET', `/welcome?token=${newer}`)).statusCode).toBe(200)
})

test('a welcome that fails half-way leaves nothing, and the link stays good', async () => {
  const { entrance, ask, company } = await signInHouse()
  const token = await firstLink(entrance)
  let broken = true
  const seed = entrance.seed
  Object.assign(entrance, {
    seed: (ctx: Parameters<typeof seed>[0]) => (broken ? Promise.reject(new Error('power cut')) : seed(ctx)),
  })
  expect((await ask('POST', '/welcome', { token, ...lina })).statusCode).toBe(500)
  expect([await company.count('app_user'), await company.count('member'), await company.count('session')]).toEqual([
    0, 0, 0,
  ])
  broken = false
  expect((await ask('POST', '/welcome', { token, ...lina })).statusCode).toBe(201)
})

test('a company that was filled before, for a demonstration, keeps what it has', async () => {
  const { entrance, welcome, company } = await signInHouse()
  const filled = async () => [await company.count('language'), await company.count('interaction_template')]
  await entrance.seed(company.ctx) // in English
  const before = await filled()
  await welcome() // in Italian
  expect(await filled()).toEqual(before)
})

test('what is wrong with the first administrator stands at its field, and leaves the link good', async () => {
  const { entrance, ask } = await signInHouse()
  const token = await firstLink(entrance)
  const bad: [string, object][] = [
    ['/password', { password: 'undici car.' }],
    ['/password', { password: 'password1234' }],
    ['/password', { password: 'aaaaaaaaaaaaaaaa' }],
    ['/password', { password: lina.email }],
    ['/email', { email: 'lina' }],
    ['/email', { email: '' }],
    ['/name', { name: '' }],
    ['/name', { name: 7 }],
    ['/company', { company: 'x'.repeat(101) }],
    ['/language', { language: 'fr' }],
    ['/colour', { colour: 'red' }],
  ]
  for (const [pointer, part] of bad) {
    const answer = await ask(
      'POST',
      '/welcome',
      { token, ...lina, ...part },
      { from: `10.0.0.${bad.findIndex(([, p]) => p === part) + 1}` },
    )
    expect(
      [answer.statusCode, answer.json().errors.map((fault: { pointer: string }) => fault.pointer)],
      JSON.stringify(part),
    ).toEqual([422, [pointer]])
    expect(answer.json().errors[0].detail).toMatch(/\s/)
  }
  expect((await ask('POST', '/welcome', { token, ...lina })).statusCode).toBe(201)
})

test('signing in takes address and password; the cookie is for this site alone and out of the page’s reach', async () => {
  const { ask, welcome } = await signInHouse()
  await welcome()
  const answer = await ask('POST', '/session', { email: ' LINA@adriatica.example ', password: lina.password })
  expect(answer.statusCode).toBe(200)
  expect(answer.cookies).toEqual([
    expect.objectContaining({ name: 'carteggio', httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 30 * 86_400 }),
  ])
  expect(answer.cookies[0]).not.toHaveProperty('secure')
  const behindProxy = await ask(
    'POST',
    '/session',
    { email: lina.email, password: lina.password },
    { headers: { 'x-forwarded-proto': 'https' } },
  )
  expect(behindProxy.cookies[0]).toHaveProperty('secure', true)
})

test('an unknown address and a wrong password get the same answer, for the same work', async () => {
  const { ask, welcome } = await signInHouse()
  await welcome()
  const wrong = await ask('POST', '/session', { email: lina.email, password: 'another password' })
  const unknown = await ask('POST', '/session', { email: 'nobody@adriatica.example', password: 'another password' })
  const { instance: _, ...body } = wrong.json()
  expect(wrong.statusCode).toBe(401)
  expect(body.type).toBe('/problems/sign-in-failed')
  expect(unknown.statusCode).toBe(401)
  expect(unknown.json()).toMatchObject(body)
  expect([wrong.cookies, unknown.cookies]).toEqual([[], []])
})

test('somebody who left cannot sign in, and what is open ends', async () => {
  const { ask, welcome, company, clock } = await signInHouse()
  const cookie = await welcome()
  await company.databases.server.updateTable('appUser').set({ closedAt: '2026-01-01T00:00:00Z' }).execute()
  clock.now += 5001
  expect((await ask('GET', '/session', undefined, { cookie })).statusCode).toBe(401)
  expect((await ask('POST', '/session', { email: lina.email, password: lina.password })).json().type).toBe(
    '/problems/sign-in-failed',
  )
})

test('guessing is slowed down for who guesses, and for nobody else', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { ask, welcome } = await signInHouse()
  await welcome()
  const guess = (from: string, email: string = lina.email) =>
    ask('POST', '/session', { email, password: 'not this one' }, { from })
  for (let n = 0; n < 10; n++) expect((await guess('198.51.100.7')).statusCode).toBe(401)
  const refused = await guess('198.51.100.7', lina.email.toUpperCase())
  expect([refused.statusCode, refused.json().type]).toEqual([429, '/problems/too-many-requests'])
  const wait = Number(refused.headers['retry-after'])
  expect(wait).toBeGreaterThan(0)
  const right = { email: lina.email, password: lina.password }
  expect((await ask('POST', '/session', right, { from: '198.51.100.7' })).statusCode).toBe(429)
  expect((await ask('POST', '/session', right, { from: '203.0.113.9' })).statusCode).toBe(200)
  vi.setSystemTime(Date.now() + wait * 1000)
  expect((await ask('POST', '/session', right, { from: '198.51.100.7' })).statusCode).toBe(200)
})

test('trying many accounts from one address is slowed down too; a whole IPv6 network counts as one address', async () => {
  const { ask } = await signInHouse()
  const statuses: number[] = []
  for (let n = 0; n < 101; n++) {
    const answer = await ask(
      'POST',
      '/session',
      { email: `u${n}@adriatica.example`, password: 'x' },
      { from: `2001:db8::${(n % 50) + 1}` },
    )
    statuses.push(answer.statusCode)
  }
  expect(statuses.slice(0, 100).every((status) => status === 401)).toBe(true)
  expect(statuses[100]).toBe(429)
})

test('signing out ends the session here at once', async () => {
  const { ask, welcome } = await signInHouse()
  const cookie = await welcome()
  expect((await ask('GET', '/session', undefined, { cookie })).statusCode).toBe(200)
  const out = await ask('DELETE', '/session', undefined, { cookie })
  expect([out.statusCode, cookieOf(out)]).toEqual([204, ''])
  const after = await ask('GET', '/session', undefined, { cookie })
  expect([after.statusCode, after.json().type]).toEqual([401, '/problems/sign-in-required'])
  expect((await ask('DELETE', '/session')).statusCode).toBe(204)
})

test('a session that was ended elsewhere ends here within five seconds; till then it costs no statement', async () => {
  const { ask, welcome, company, clock } = await signInHouse()
  const cookie = await welcome()
  expect((await ask('GET', '/salespeople', undefined, { cookie })).statusCode).toBe(200)
  await company.databases.server.deleteFrom('session').execute()
  clock.now += 4999
  expect((await ask('GET', '/salespeople', undefined, { cookie })).statusCode).toBe(200)
  clock.now += 2
  expect((await ask('GET', '/salespeople', undefined, { cookie })).statusCode).toBe(401)
})

test('a session lasts thirty days after its last use', async () => {
  const { ask, welcome, company, clock } = await signInHouse()
  const cookie = await welcome()
  const ends = async () =>
    Date.parse(
      (await company.databases.server.selectFrom('session').select('expiresAt').executeTakeFirstOrThrow()).expiresAt,
    )
  const inDays = async () => Math.round(((await ends()) - Date.now()) / 86_400_000)
  const age = (days: number) =>
    company.databases.server
      .updateTable('session')
      .set({ expiresAt: new Date(Date.now() + days * 86_400_000).toISOString() })
      .execute()
  await age(20)
  clock.now += 6000
  const used = await ask('GET', '/session', undefined, { cookie })
  expect([used.statusCode, await inDays()]).toEqual([200, 30])
  expect(used.cookies[0]).toMatchObject({ value: cookie, maxAge: 30 * 86_400 })
  await age(-1)
  clock.now += 6000
  expect((await ask('GET', '/session', undefined, { cookie })).statusCode).toBe(401)
})

test('a page of another site cannot act with the cookie', async () => {
  const { ask, welcome } = await signInHouse()
  const cookie = await welcome()
  const from = (origin: string) =>
    ask('PATCH', '/session', { language: 'en' }, { cookie, headers: { origin, host: 'crm.example' } })
  for (const origin of ['https://evil.example', 'https://crm.example.evil.example', 'null'])
    expect((await from(origin)).statusCode).toBe(403)
  expect((await ask('GET', '/session', undefined, { cookie })).json().user.language).toBe('it')
  expect((await from('https://crm.example')).statusCode).toBe(200)
})

test('a page of another site cannot act by hiding where it is from either; a program that says nothing can', async () => {
  const { ask, welcome } = await signInHouse()
  const cookie = await welcome()
  const from = (headers: Record<string, string>) => ask('PATCH', '/session', { language: 'en' }, { cookie, headers })
  for (const site of ['cross-site', 'same-site'])
    expect((await from({ 'sec-fetch-site': site })).statusCode, site).toBe(403)
  const linked = await ask('GET', '/session', undefined, { cookie, headers: { 'sec-fetch-site': 'cross-site' } })
  expect([linked.statusCode, linked.json().user.language]).toEqual([200, 'it'])
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, {}])
    expect((await from(headers)).statusCode).toBe(200)
})

test('who is signed in chooses language, zone and look; the next answer speaks it', async () => {
  const { ask, welcome } = await signInHouse()
  const cookie = await welcome()
  const changed = await ask(
    'PATCH',
    '/session',
    { language: 'en', zone: 'America/New_York', preferences: { scheme: 'dark' } },
    { cookie },
  )
  expect(changed.json().user).toMatchObject({
    language: 'en',
    zone: 'America/New_York',
    preferences: { scheme: 'dark' },
  })
  const more = await ask('PATCH', '/session', { name: 'Lina T.', preferences: { singleKeys: false } }, { cookie })
  expect(more.json().user).toMatchObject({ name: 'Lina T.', preferences: { scheme: 'dark', singleKeys: false } })
  expect((await ask('GET', '/salespeople/99999', undefined, { cookie })).json().detail).toBe(
    'There is no such salesperson',
  )
  for (const [pointer, body] of [
    ['/zone', { zone: 'Europe/Atlantis' }],
    ['/language', { language: 'de' }],
    ['/preferences/scheme', { preferences: { scheme: 'pink' } }],
    ['/rights', { rights: [] }],
  ] as const)
    expect((await ask('PATCH', '/session', body, { cookie })).json().errors).toMatchObject([{ pointer }])
})

test('nobody who is not signed in gets further than the doors that are open', async () => {
  const { ask, app } = await signInHouse()
  const open = [
    ['/session', 'POST'],
    ['/session', 'DELETE'],
    ['/welcome', 'GET'],
    ['/welcome', 'POST'],
    ['/openapi.json', 'GET'],
  ].map(([path, method]) => `${method} ${path}`)
  const document = app.swagger() as unknown as { paths: Record<string, Record<string, object>> }
  const doors = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api', '')}`),
  )
  expect(doors.length).toBeGreaterThan(10)
  for (const door of doors.filter((one) => !open.includes(one))) {
    const [method = '', path = ''] = door.split(' ')
    const answer = await ask(method as 'GET', path.replaceAll(/\{\w+\}/g, '1'))
    expect([answer.statusCode, answer.json().type], door).toEqual([401, '/problems/sign-in-required'])
  }
})

test('a program signs in with a key that is shown once; taken back, it is refused within five seconds', async () => {
  const { ask, welcome, company, clock } = await signInHouse()
  const cookie = await welcome()
  const made = (await ask('POST', '/keys', { name: 'ERP' }, { cookie })).json()
  expect(made).toMatchObject({ name: 'ERP', key: expect.stringMatching(/^ck_[\w-]{43}$/) })
  const bearer = { headers: { authorization: `Bearer ${made.key}` } }
  const { key: _, ...listed } = made
  expect((await ask('GET', '/keys', undefined, { cookie })).json()).toEqual([listed])
  expect(JSON.stringify(await company.databases.server.selectFrom('apiKey').selectAll().execute())).not.toContain(
    made.key,
  )
  expect((await ask('POST', '/salespeople', { code: 'AC', name: 'Anna' }, bearer)).statusCode).toBe(201)
  await ask('POST', '/salespeople', { code: 'BD', name: 'Bea' }, { cookie })
  const doors = await company.db
    .selectFrom('journal')
    .select('door')
    .where('act', '=', 'salesperson.created')
    .orderBy('id')
    .execute()
  expect(doors.slice(-2)).toEqual([{ door: 'api' }, { door: 'page' }])
  expect((await ask('POST', '/keys', { name: 'another' }, bearer)).statusCode).toBe(403)
  await company.databases.server.deleteFrom('apiKey').execute()
  clock.now += 5001
  expect((await ask('GET', '/salespeople', undefined, bearer)).statusCode).toBe(401)
  const wrong = { headers: { authorization: 'Bearer ck_wrong' }, cookie }
  expect((await ask('GET', '/salespeople', undefined, wrong)).statusCode).toBe(401)
})

test('a key is taken back by its owner', async () => {
  const { ask, welcome } = await signInHouse()
  const cookie = await welcome()
  const { id, key } = (await ask('POST', '/keys', { name: 'ERP' }, { cookie })).json()
  const bearer = { headers: { authorization: `Bearer ${key}` } }
  expect((await ask('GET', '/salespeople', undefined, bearer)).statusCode).toBe(200)
  expect((await ask('DELETE', `/keys/${id}`, undefined, { cookie })).statusCode).toBe(204)
  expect((await ask('GET', '/salespeople', undefined, bearer)).statusCode).toBe(401)
  expect((await ask('DELETE', `/keys/${id}`, undefined, { cookie })).statusCode).toBe(404)
})

test('a job acts for somebody with the rights of the job, also when that somebody has left', async () => {
  const { entrance, welcome, company } = await signInHouse()
  await welcome()
  const user = await company.databases.server.selectFrom('appUser').select('id').executeTakeFirstOrThrow()
  await company.databases.server.updateTable('appUser').set({ closedAt: '2026-01-01T00:00:00Z' }).execute()
  const ctx = await contextFor(entrance, 1, user.id)
  expect(ctx).toMatchObject({ door: 'job', user: { id: user.id, name: lina.name, language: 'it' } })
  expect(ctx.user.rights.has('interactions.delete')).toBe(true)
})

test('the key of a repetition is text of up to 200 visible characters', async () => {
  const { ask, welcome } = await signInHouse()
  const cookie = await welcome()
  const send = (key: string) =>
    ask('POST', '/salespeople', { code: 'AC', name: 'Anna' }, { cookie, headers: { 'idempotency-key': key } })
  for (const key of ['x'.repeat(201), 'a b', 'ü']) expect((await send(key)).statusCode, key).toBe(422)
  const first = await send('k1')
  expect([first.statusCode, (await send('k1')).json()]).toEqual([201, first.json()])
})
