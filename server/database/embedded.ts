import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import {
  access,
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Account, type Engine, findEngine, reachableEngine, run, serverAccount } from './engine.ts'
import { takeFolder } from './folder-lock.ts'
import { adoptServer, clearCluster, type Launch, startServer, stopServer } from './postmaster.ts'
import { explained, notWritable, StartProblem } from './start-problem.ts'

export interface Embedded {
  /** folder of the unix socket: what pg takes as `host` */
  socket: string
  user: string
  /** process number of the server */
  pid: number
  /** it was still running, left by an owner that was killed */
  adopted: boolean
  /** fast shutdown, then gives the folder back */
  stop(): Promise<void>
}

const user = 'carteggio'

/**
 * Starts PostgreSQL on `folder/cluster`, made when absent, reachable only through a unix socket of its own account, and
 * makes this process the owner of the folder until `stop`. What an earlier owner or server left when it was killed is
 * adopted or cleared. `durable: false` gives up every promise about crashes for speed: for data that a test throws away.
 * @throws StartProblem for each reason of `messages.ts`
 */
export async function startEmbedded(folder: string, { durable = true } = {}): Promise<Embedded> {
  return explained(folder, async () => {
    const found = await findEngine()
    const home = await openFolder(folder)
    const leave = await takeFolder(home)
    try {
      return await startIn(home, found, durable, leave)
    } catch (error) {
      leave()
      throw error
    }
  })
}

async function startIn(home: string, found: Engine, durable: boolean, leave: () => void): Promise<Embedded> {
  const cluster = join(home, 'cluster')
  const account = await serverAccount(cluster)
  const engine = await reachableEngine(found, account, home)
  await createCluster(home, cluster, engine, account, durable)
  await checkCluster(home, cluster, engine)
  const launch = await launchOf(home, cluster, engine, account, durable)
  const living = await adoptServer(launch)
  if (living === undefined) await clearCluster(launch)
  const pid = living ?? (await startServer(launch, account))
  const stop = async () => {
    await stopServer(launch, pid)
    leave()
  }
  return { socket: launch.socket, user, pid, adopted: living !== undefined, stop }
}

/** The data folder by its real name, made when absent; the server's account passes through it where we are root. */
async function openFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  if (process.getuid?.() === 0) await chmod(folder, (await stat(folder)).mode | 0o011)
  return realpath(folder)
}

/** initdb beside the place and a rename into it: a cluster that was killed half-made is never taken for one. */
async function createCluster(
  home: string,
  cluster: string,
  engine: Engine,
  account: Account,
  durable: boolean,
): Promise<void> {
  for (const entry of await readdir(home))
    if (entry.startsWith('cluster-')) await rm(join(home, entry), { recursive: true, maxRetries: 3 })
  if (await stat(cluster).catch(() => undefined)) return
  const made = await mkdtemp(`${cluster}-`)
  await own(made, account)
  const args = [
    '-D',
    made,
    '-U',
    user,
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]
  await run(engine, account, 'initdb', [
    ...args,
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ])
  await rename(made, cluster)
  const directory = await open(home) // the new name itself must survive a power cut
  await directory.sync()
  await directory.close()
}

async function checkCluster(home: string, cluster: string, engine: Engine): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const needed = engine.version.split('.')[0] ?? ''
  if (version !== needed) throw new StartProblem('other-version', { folder: home, found: version, needed })
}

async function launchOf(
  home: string,
  cluster: string,
  engine: Engine,
  account: Account,
  durable: boolean,
): Promise<Launch> {
  const name = `carteggio-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`
  const socket = await privateFolder(socketFolder(home, name), account)
  const log = await privateFolder(join(home, 'log'), account)
  const given = {
    ...settings,
    ...(durable ? {} : unsafe),
    cluster_name: name,
    unix_socket_directories: socket,
    log_directory: log,
  }
  const options = Object.entries({ ...given, 'carteggio.engine': engine.version }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ])
  return { command: [join(engine.bin, 'postgres'), '-D', cluster, ...options], cluster, name, socket, log }
}

/** The system takes 107 characters for the path of a socket; a deep data folder gets a short one for it. */
function socketFolder(home: string, name: string): string {
  const inside = join(home, 'run')
  return join(inside, '.s.PGSQL.5432').length < 100 ? inside : join(tmpdir(), name)
}

/** A folder that only the server's account may enter. In a shared tmp its name may have been taken by another. */
async function privateFolder(path: string, account: Account): Promise<string> {
  await mkdir(path, { mode: 0o700 }).then(
    () => own(path, account),
    (error) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  const found = await lstat(path)
  if (!found.isDirectory() || found.uid !== (account.uid ?? process.getuid?.()) || (found.mode & 0o077) !== 0)
    throw notWritable(path)
  return path
}

async function own(path: string, account: Account): Promise<void> {
  if (account.uid !== undefined) await chown(path, account.uid, account.gid)
}

/** Memory for a product on a shared machine; logs of a week that hold no values of anybody's records. */
const settings = {
  listen_addresses: '',
  port: 5432,
  unix_socket_permissions: '0700',
  max_connections: 100,
  shared_buffers: '256MB',
  effective_cache_size: `${Math.floor(totalmem() / 2 ** 21)}MB`, // half of the machine
  maintenance_work_mem: '128MB',
  random_page_cost: 1.1, // solid-state disks
  wal_compression: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: 0,
  log_truncate_on_rotation: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
