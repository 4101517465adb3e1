import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from '#database/embedded.ts'
import { findEngine, reachableEngine, run } from '#database/engine.ts'

const root = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
let template: string
let folder: string
let started: Embedded | undefined
let children: ChildProcess[] = []

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'carteggio-template-'))
  const server = await startEmbedded(template, { durable: false })
  await query(server, 'create table kept as select 42 as answer')
  await server.stop()
})

afterAll(() => rm(template, { recursive: true }))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carteggio-embedded-'))
  await chmod(folder, 0o755)
  execFileSync('cp', ['-a', join(template, 'cluster'), folder])
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await started?.stop()
  await rm(folder, { recursive: true })
})

const start = async (at = folder): Promise<Embedded> => {
  started = await startEmbedded(at)
  return started
}

const kept = async (server: Embedded) => query(server, 'select answer from kept')
const whole = [{ answer: 42 }]

async function query<Row>({ socket, user }: Pick<Embedded, 'socket' | 'user'>, sql: string): Promise<Row[]> {
  const client = new pg.Client({ host: socket, user, database: 'postgres' })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that owns the folder, and what `startEmbedded` told it. */
async function owner(options = {}): Promise<{ child: ChildProcess; server: Embedded }> {
  const code = `
    const { startEmbedded } = await import(process.argv[1])
    console.log(JSON.stringify(await startEmbedded(process.argv[2], JSON.parse(process.argv[3]))))
    process.stdin.resume()`
  const args = [new URL('../../server/database/embedded.ts', import.meta.url).href, folder, JSON.stringify(options)]
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(createInterface(child.stdout as NodeJS.ReadableStream), 'line')
  return { child, server: JSON.parse(line) }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('a start', () => {
  test('makes a cluster with checksums, in UTF-8, that listens on its private socket alone', async () => {
    const empty = join(folder, 'new')
    const server = await start(empty)
    const [row] = await query(
      server,
      `select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync, lower('ÀÉ') as lower`,
    )
    expect(row).toEqual({ checksums: 'on', encoding: 'UTF8', addresses: '', fsync: 'on', lower: 'àé' })
    expect(server).toMatchObject({ adopted: false, user: 'carteggio', socket: join(empty, 'run') })
    expect((await readdir(empty)).sort()).toEqual(['cluster', 'log', 'owner.lock', 'owner.pid', 'run'])
  })

  test('finds again what an earlier one stored', async () => {
    expect(await kept(await start())).toEqual(whole)
  })

  test('is not ended by the stop of an earlier one that comes twice', async () => {
    const earlier = await start()
    await earlier.stop()
    const server = await start()
    await earlier.stop()
    expect(await kept(server)).toEqual(whole)
    await expect(startEmbedded(folder)).rejects.toMatchObject({ reason: 'folder-in-use' })
  })

  test('takes a short folder for the socket when the data folder lies deep', async () => {
    const deep = join(folder, 'd'.repeat(90))
    await mkdir(deep)
    await rename(join(folder, 'cluster'), join(deep, 'cluster'))
    const server = await start(deep)
    expect(server.socket.startsWith(join(tmpdir(), 'carteggio-'))).toBe(true)
    expect(await kept(server)).toEqual(whole)
    await server.stop()
    await rm(server.socket, { recursive: true })
  })

  test('logs no values of records: neither the statement nor the key that was there twice', async () => {
    const server = await start()
    await query(server, "create table person (mail text primary key); insert into person values ('jane@example.com')")
    await expect(query(server, "insert into person values ('jane@example.com')")).rejects.toThrow('duplicate key')
    const [file = ''] = await readdir(join(folder, 'log'))
    const log = await readFile(join(folder, 'log', file), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('jane')
  })
})

describe('one owner a folder', () => {
  test('a second process is told which one has it', async () => {
    const { child } = await owner()
    await expect(start()).rejects.toMatchObject({ reason: 'folder-in-use', values: { folder, pid: `${child.pid}` } })
  })

  test('so is the same process, and the refusal takes nothing from the owner', async () => {
    const server = await start()
    await expect(startEmbedded(folder)).rejects.toMatchObject({ reason: 'folder-in-use' })
    await expect(startEmbedded(folder)).rejects.toMatchObject({ reason: 'folder-in-use' })
    expect(await kept(server)).toEqual(whole)
  })
})

describe('after kill -9', () => {
  test('of the owner, the living server is adopted with all it had acknowledged', async () => {
    const { child, server } = await owner()
    await query(server, 'create table acknowledged ()')
    await kill(child)
    expect(await start()).toMatchObject({ adopted: true, pid: server.pid })
    expect(await query(server, 'select from acknowledged')).toEqual([])
  })

  test('of the owner, a server with other settings is not adopted but started anew', async () => {
    const { child, server } = await owner({ durable: false })
    await kill(child)
    const next = await start()
    expect(next.adopted).toBe(false)
    expect(next.pid).not.toBe(server.pid)
    expect(await query(next, "select current_setting('fsync') as fsync")).toEqual([{ fsync: 'on' }])
  })

  test('of the server, the owner can stop and start again', async () => {
    const server = await start()
    process.kill(server.pid, 'SIGKILL')
    await server.stop()
    expect(await kept(await start())).toEqual(whole)
  })

  test('of owner and server at any instant of a stream of inserts, no acknowledged row is lost', async () => {
    let acknowledged = 0
    for (const victims of ['owner', 'server', 'both', 'server', 'both', 'owner']) {
      const { child, server } = await owner()
      const client = new pg.Client({ host: server.socket, user: server.user, database: 'postgres' })
      client.on('error', () => child.emit('lost')) // the kill is meant to cut the connection
      await client.connect()
      await client.query('create table if not exists line (number bigint primary key)')
      const { rows } = await client.query('select coalesce(max(number), 0)::int as number from line')
      expect(rows[0].number).toBeGreaterThanOrEqual(acknowledged)
      acknowledged = rows[0].number
      for (let done = 0; done < 200; done++) {
        if (done === 100 && victims !== 'owner') process.kill(server.pid, 'SIGKILL')
        if (done === 100 && victims !== 'server') child.kill('SIGKILL')
        const stored = await client.query('insert into line values ($1)', [acknowledged + 1]).catch(() => undefined)
        if (!stored) break
        acknowledged++
      }
      await client.end().catch(() => undefined)
      if (victims === 'server') child.kill('SIGKILL')
      if (child.signalCode === null) await once(child, 'exit')
    }
    const [found] = await query<{ number: number }>(await start(), 'select count(*)::int as number from line')
    expect(found?.number).toBeGreaterThanOrEqual(acknowledged)
    expect(acknowledged).toBeGreaterThan(600)
  })

  test('in the middle of initdb, what it left is thrown away', async () => {
    await mkdir(join(folder, 'cluster-abc123', 'base'), { recursive: true })
    expect(await kept(await start())).toEqual(whole)
    expect(await readdir(folder)).not.toContain('cluster-abc123')
  })

  test.each(['zombie', 'stranger'])('lock files that name a %s do not stop the start', async (kind) => {
    const { stop } = await start()
    await stop()
    const pid = kind === 'zombie' ? await zombie() : process.pid
    const lines = [pid, join(folder, 'cluster'), 1, 5432, join(folder, 'run'), '', '1 1', 'ready']
    await writeFile(join(folder, 'cluster', 'postmaster.pid'), `${lines.join('\n')}\n`)
    await writeFile(join(folder, 'run', '.s.PGSQL.5432.lock'), `${lines.slice(0, 5).join('\n')}\n`)
    expect(await kept(await start())).toEqual(whole)
  })
})

/** A process that ended and that its parent, by then a `sleep`, never asks about. */
async function zombie(): Promise<number> {
  const script = 'exec 3<&0; cat <&3 & echo $!; exec sleep 600'
  const parent = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(parent)
  const [line] = await once(createInterface(parent.stdout), 'line')
  await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n')
  parent.stdin.end() // the end of cat
  await expect.poll(() => readFile(`/proc/${line}/stat`, 'utf8')).toContain(') Z ')
  return Number(line)
}

describe('says what is wrong', () => {
  test('a folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(startEmbedded(join(folder, 'file', 'data'))).rejects.toMatchObject({ reason: 'folder-not-writable' })
  })

  test('a cluster of another major version', async () => {
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '16\n')
    await expect(start()).rejects.toMatchObject({ reason: 'other-version', values: { found: '16', needed: '17' } })
  })

  test('a cluster that the engine refuses, in the words of the engine', async () => {
    await rm(join(folder, 'cluster', 'global', 'pg_control'))
    await expect(start()).rejects.toMatchObject({
      reason: 'engine-failed',
      message: expect.stringContaining('pg_control'),
    })
  })

  test.skipIf(!root)('a folder below one that the account of the database may not enter', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed, { mode: 0o700 })
    await expect(startEmbedded(join(closed, 'data'))).rejects.toMatchObject({ reason: 'folder-closed' })
  })

  test.skipIf(!root)('a user number without a name', async () => {
    const engine = await findEngine()
    const account = { uid: 54321, gid: 54321 }
    const copy = await reachableEngine(engine, account, folder)
    await expect(run(copy, account, 'initdb', ['-D', join(folder, 'x')])).rejects.toThrow(
      'could not look up effective user ID',
    )
  })

  test.skipIf(!root)(
    'a disk that is full at the first start and at a later one, and starts once there is room',
    async () => {
      const disk = join(folder, 'disk')
      await mkdir(disk)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk])
      const filler = join(disk, 'filler')
      const data = join(disk, 'data')
      try {
        execFileSync('fallocate', ['-l', '80M', filler])
        await expect(startEmbedded(data)).rejects.toMatchObject({ reason: 'disk-full' })
        await rm(filler)
        const server = await start(data)
        await query(server, 'create table kept as select 42 as answer')
        await query(server, 'select pg_switch_wal()')
        process.kill(server.pid, 'SIGKILL') // so that the next start has to make a WAL segment
        await server.stop()
        const { bavail, bsize } = await statfs(disk)
        execFileSync('fallocate', ['-l', `${bavail * bsize}`, filler])
        await expect(startEmbedded(data)).rejects.toMatchObject({ reason: 'disk-full' })
        await rm(filler)
        expect(await kept(await start(data))).toEqual(whole)
      } finally {
        await started?.stop()
        execFileSync('umount', ['--lazy', disk])
      }
    },
  )
})

test.skipIf(!root)('an engine that the account cannot reach is copied, and an older copy goes', async () => {
  const engine = await findEngine()
  const closed = join(folder, 'closed')
  execFileSync('cp', ['-r', dirname(engine.bin), closed])
  await chmod(closed, 0o700)
  await mkdir(join(folder, 'engine-17.0'))
  const copy = await reachableEngine({ ...engine, bin: join(closed, 'bin') }, nobody, folder)
  expect(copy.bin).toBe(join(folder, `engine-${engine.version}`, 'bin'))
  expect(await readdir(folder)).not.toContain('engine-17.0')
  await run(copy, nobody, 'initdb', ['--version'])
})
