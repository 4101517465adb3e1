import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lina } from '#tests/signed-in.ts'

const main = join(import.meta.dirname, '..', '..', 'server', 'main.ts')
let data: string
let running: ChildProcess[]

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'carteggio-server-'))
  running = []
})

afterEach(async () => {
  for (const child of running) await end(child, 'SIGTERM')
  await rm(data, { recursive: true })
})

function server(settings: Record<string, string> = {}): { child: ChildProcess; said: () => string } {
  const env = {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    PORT: '0',
    CARTEGGIO_DATA: data,
    LOG_LEVEL: 'warn',
    ...settings,
  }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text
    })
  return { child, said: () => said }
}

/** Waits until a line stands in what the server says. @throws Error with all it said when it ends before */
async function line({ child, said }: ReturnType<typeof server>, pattern: RegExp): Promise<string> {
  const ended = once(child, 'exit')
  for (;;) {
    const found = pattern.exec(said())
    if (found?.[1]) return found[1]
    if (child.exitCode !== null) throw new Error(`The server ended: ${said()}`)
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended])
  }
}
const ready = (started: ReturnType<typeof server>) => line(started, /^Carteggio is ready at (http:\S+)$/m)

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return child.exitCode
}

async function refused(settings: Record<string, string>): Promise<string> {
  const { child, said } = server(settings)
  await once(child, 'close')
  expect(child.exitCode).toBe(1)
  expect(said()).not.toContain('    at ') // a sentence, not a stack
  return said()
}

test('the first administrator comes in by the printed link, and is still in after the server was killed', async () => {
  const first = server()
  const address = await ready(first)
  const link = new URL(await line(first, /^Sign in for the first time: (\S+)$/m))
  const token = link.searchParams.get('token')
  expect(link.href.startsWith(`${address}/welcome?token=`)).toBe(true)
  const headers = { 'content-type': 'application/json' }
  const welcome = await fetch(`${address}/api/welcome`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token, ...lina }),
  })
  expect(welcome.status).toBe(201)
  const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await end(first.child, 'SIGKILL')

  const second = server()
  const again = await ready(second)
  expect(await (await fetch(`${again}/api/session`, { headers: { cookie } })).json()).toMatchObject({
    user: { email: lina.email },
  })
  expect(await end(second.child, 'SIGTERM')).toBe(0)
  expect(second.said()).not.toContain('first time')
  await expect(stat(join(data, 'cluster', 'postmaster.pid'))).rejects.toThrow('ENOENT')
})

test('says that it lives, and that its database answers', async () => {
  const address = await ready(server())
  for (const [path, status] of [
    ['/healthz', 'alive'],
    ['/readyz', 'ready'],
  ]) {
    const answer = await fetch(`${address}${path}`)
    expect([answer.status, await answer.json()]).toEqual([200, { status }])
  }
})

test('a start that is interrupted ends quietly and leaves no database running', async () => {
  const started = server()
  while ((await stat(join(data, 'owner.pid')).catch(() => undefined)) === undefined) await new Promise(setImmediate)
  expect(await end(started.child, 'SIGTERM')).toBe(0)
  expect(started.said()).toBe('')
  await expect(stat(join(data, 'cluster', 'postmaster.pid'))).rejects.toThrow('ENOENT')
})

test('a port that is taken is told before anything is made', async () => {
  const other = createServer().listen(0, 'localhost')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const said = await refused({ PORT: `${port}` })
  other.close()
  expect(said).toBe(`Port ${port} is taken by another program. Stop that one, or choose another port with PORT.\n`)
  expect(await readdir(data)).toEqual([])
})

test('what a person needs stands at the end of what the start says', async () => {
  const started = server({ LOG_LEVEL: 'info' })
  await line(started, /^(Sign in for the first time: \S+\n)/m)
  const lines = started.said().trimEnd().split('\n')
  expect(lines.slice(-2)).toEqual([
    expect.stringMatching(/^Carteggio is ready at http:/),
    expect.stringMatching(/^Sign in for the first time: http:/),
  ])
  expect(lines.slice(0, -2).join('\n')).toContain('Server listening at')
})

test('a sign-in that fails is logged with address and account, never with the password', async () => {
  const started = server()
  const address = await ready(started)
  const guess = (email: string, forwarded: Record<string, string> = {}) =>
    fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...forwarded },
      body: JSON.stringify({ email, password: 'un asino giusto' }),
    })
  const failures = () =>
    started
      .said()
      .split('\n')
      .flatMap((one) => (one.includes('sign-in failed') ? [JSON.parse(one)] : []))
  expect((await guess('lina@adriatica.example')).status).toBe(401)
  await expect
    .poll(failures)
    .toMatchObject([
      { level: 40, account: 'lina@adriatica.example', address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) },
    ])
  await guess('two\nlines', { 'x-forwarded-for': '203.0.113.7' })
  await expect.poll(failures).toMatchObject([{}, { account: 'two\nlines', address: '203.0.113.7' }])
  expect(started.said()).not.toContain('asino')
})

test('settings that are wrong are named, all of them', async () => {
  const said = await refused({ PORT: '70000', LOG_LEVEL: 'loud' })
  expect(said).toContain('These settings are wrong:')
  expect(said).toMatch(/^ {2}PORT: /m)
  expect(said).toMatch(/^ {2}LOG_LEVEL: /m)
})

test('a server that does not answer is told as such, without its password', async () => {
  const said = await refused({ DATABASE_URL: 'postgres://anna:geheim@localhost:1/carteggio' })
  expect(said).toMatch(/The PostgreSQL server of DATABASE_URL cannot be used\. It says: .*ECONNREFUSED/)
  expect(said).not.toContain('geheim')
})
