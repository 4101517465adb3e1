import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const repository = join(import.meta.dirname, '..', '..')
const nobody = { uid: 65534, gid: 65534 }
let house: string
let clone: string
let running: ChildProcess[] = []

/** A clone as it would be if all were committed; its packages are the ones that are installed here. */
beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'carteggio-house-'))
  await chmod(house, 0o755)
  clone = join(house, 'clone')
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(Boolean)
  for (const file of files) {
    await mkdir(join(clone, dirname(file)), { recursive: true })
    await cp(join(repository, file), join(clone, file))
  }
  await symlink(join(repository, 'node_modules'), join(clone, 'node_modules'))
  await mkdir(join(house, 'home'))
})

afterEach(async () => {
  for (const child of running) await stop(child)
  running = []
})

afterAll(() => rm(house, { recursive: true }))

interface Given {
  data: string
  port?: number
  account?: { uid: number; gid: number }
}

/** `npm start` as somebody types it, with nothing in the environment but what a fresh account has. */
function npmStart({ data, port = 0, account }: Given): ChildProcess {
  const home = account ? join(house, 'home-of-nobody') : join(house, 'home')
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    PORT: `${port}`,
    CARTEGGIO_DATA: join(house, data),
  }
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  })
  running.push(child)
  return child
}

/** Ctrl+C: the terminal tells every process of the group. Returns when the last of them is gone. */
async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return
  process.kill(-child.pid, 'SIGINT')
  await once(child, 'close')
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Whether PostgreSQL was shut down in order: it takes its own lock file away then. */
const isShutDown = (data: string) => !existsSync(join(house, data, 'cluster', 'postmaster.pid'))

/** Reads on until the address stands there. @throws Error with all it said when it ends before */
async function ready(child: ChildProcess): Promise<{ address: string; said: string }> {
  let said = ''
  child.stderr?.on('data', (text) => {
    said += text
  })
  for await (const line of createInterface(child.stdout as NodeJS.ReadableStream)) {
    said += `${line}\n`
    const address = /^Carteggio is ready at (http:\S+)$/.exec(line)?.[1]
    if (address) return { address, said }
  }
  throw new Error(`npm start ended: ${said}`)
}

async function refused(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  child.stderr?.on('data', (text) => {
    said += text
  })
  child.stdout?.resume()
  await once(child, 'close')
  return { code: child.exitCode, said }
}

test('a fresh clone with an empty home starts, answers and ends with Ctrl+C; so it does a second time, without building', async () => {
  const first = npmStart({ data: 'data' })
  const { address, said } = await ready(first)
  expect(said).toContain('Building the page')
  expect(await (await fetch(address)).text()).toContain('<title>Carteggio')
  expect((await fetch(`${address}/api/openapi.json`)).status).toBe(200)
  await stop(first)
  expect(isShutDown('data')).toBe(true)

  const second = npmStart({ data: 'data' })
  const again = await ready(second)
  expect(again.said).not.toContain('Building the page')
  expect((await fetch(again.address)).status).toBe(200)
})

test('a port that is taken is named, and the database is not left running', async () => {
  const other = createServer().listen(0, 'localhost')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, said } = await refused(npmStart({ data: 'data', port }))
  other.close()
  expect(code).toBe(1)
  expect(said).toContain(`${port}`)
  expect(said).not.toContain('    at ') // a sentence, not a stack
  expect(isShutDown('data')).toBe(true)
})

test('a data folder that another process owns is named with that process', async () => {
  await ready(npmStart({ data: 'data' }))
  const { code, said } = await refused(npmStart({ data: 'data' }))
  expect(code).toBe(1)
  expect(said).toMatch(/Another Carteggio \(process \d+\) already uses the data folder/)
  expect(said).not.toContain('    at ')
})

const reachable = () => spawnSync(process.execPath, ['--version'], { cwd: '/', ...nobody }).status === 0
test.skipIf(process.getuid?.() !== 0 || !reachable())('an ordinary user starts it too', async () => {
  for (const folder of ['home-of-nobody', 'data-of-nobody']) await mkdir(join(house, folder))
  execFileSync('chown', ['-R', '65534:65534', clone, join(house, 'home-of-nobody'), join(house, 'data-of-nobody')])
  const child = npmStart({ data: 'data-of-nobody', account: nobody })
  const { address } = await ready(child)
  expect((await fetch(address)).status).toBe(200)
  expect((await stat(join(house, 'data-of-nobody', 'cluster'))).uid).toBe(nobody.uid)
  await stop(child)
  expect(isShutDown('data-of-nobody')).toBe(true)
})
