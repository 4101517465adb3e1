import { createHash } from 'node:crypto'
import { chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Account, Engine } from './engine.ts'
import { notWritable } from './start-problem.ts'

/** Where a server lives and as whom. */
export interface Place {
  /** the data folder, by its real name */
  home: string
  /** the folder in it that PostgreSQL calls its data directory */
  cluster: string
  account: Account
  engine: Engine
  durable: boolean
}

/** How one server is started: all that tells it apart from another. */
export interface Launch {
  command: string[]
  cluster: string
  /** its `cluster_name`: in the title of each of its processes */
  name: string
  /** folder of its unix socket */
  socket: string
  /** folder of its log files */
  log: string
}

/** The one role of the embedded server. */
export const user = 'carteggio'

/** The command for a place, with its folders for socket and log made. */
export async function launchOf({ home, cluster, account, engine, durable }: Place): Promise<Launch> {
  const name = `carteggio-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`
  const socket = await privateFolder(socketFolder(home, name), account)
  const log = await privateFolder(join(home, 'log'), account)
  const own = { cluster_name: name, unix_socket_directories: socket, log_directory: log }
  const given = { ...settings, ...(durable ? {} : unsafe), ...own, 'carteggio.engine': engine.version }
  const options = Object.entries(given).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  return { command: [join(engine.bin, 'postgres'), '-D', cluster, ...options], cluster, name, socket, log }
}

/** The system takes 107 characters for the path of a socket; a deep data folder gets a short one for it. */
function socketFolder(home: string, name: string): string {
  const inside = join(home, 'run')
  return join(inside, '.s.PGSQL.5432').length < 100 ? inside : join(tmpdir(), name)
}

/** A folder that only the server's account may enter. In a shared tmp its name may have been taken by another. */
async function privateFolder(path: string, account: Account): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const found = await lstat(path)
  const ours = found.uid === process.getuid?.()
  const closed = found.isDirectory() && (found.mode & 0o077) === 0
  if (!closed || !(ours || found.uid === account?.uid)) throw notWritable(path)
  if (account && ours) await chown(path, account.uid, account.gid)
  return path
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
