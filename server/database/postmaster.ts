import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Account, env } from './engine.ts'
import type { Launch } from './launch.ts'
import { EngineFailed, isFull } from './start-problem.ts'

const tick = 20 // ms between two looks

/**
 * Starts the server, apart from our process group so that neither Ctrl+C nor our death takes it along, and waits until
 * it takes connections (after a crash that includes its recovery, however long).
 * @returns its process number @throws EngineFailed with the end of its log
 */
export async function startServer(launch: Launch, account: Account): Promise<number> {
  const [program = '', ...args] = launch.command
  const server = spawn(program, args, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
    ...account,
  })
  let output = ''
  server.stderr?.on('data', (text) => {
    output += text
  })
  await once(server, 'spawn')
  const pid = Number(server.pid)
  if (!(await becomesReady(launch, pid)))
    throw new EngineFailed([output.trim(), await logTail(launch.log)].filter(Boolean).join('\n'))
  server.stderr?.destroy()
  server.unref()
  return pid
}

/** Adopts the server that a killed owner left running. @returns its process number once it takes connections, if it lives */
export async function adoptServer(launch: Launch): Promise<number | undefined> {
  const { pid } = await lockFile(launch)
  if (pid === undefined || (await commandOf(pid)).join('\0') !== launch.command.join('\0')) return
  return (await becomesReady(launch, pid)) ? pid : undefined
}

/**
 * Waits for a server that starts or recovers; false when it gives up. On a full disk it never does: its recovery fails,
 * and it tries again for ever. So a server that has not come up after 3 s while there is no room is stopped.
 */
async function becomesReady(launch: Launch, pid: number): Promise<boolean> {
  const patience = Date.now() + 3000
  while (await isServer(launch, pid)) {
    const file = await lockFile(launch)
    if (file.pid === pid && file.status === 'ready') return true
    if (Date.now() > patience && (await isFull(launch.cluster))) {
      await stopServer(launch, pid, 'SIGQUIT')
      throw new EngineFailed('No space left on device')
    }
    await setTimeout(tick)
  }
  return false
}

/**
 * Makes the cluster free for a start: a server of another version or other settings is stopped, what is left of a
 * killed one is waited for, then the lock files go. PostgreSQL clears those itself, except when their process number
 * exists again: as a zombie that nobody reaps, or as a stranger after the machine or container was restarted.
 */
export async function clearCluster(launch: Launch): Promise<void> {
  const { pid } = await lockFile(launch)
  if (pid !== undefined) await stopServer(launch, pid)
  await allGone(launch)
  await rm(join(launch.cluster, 'postmaster.pid'), { force: true })
  for (const file of await readdir(launch.socket))
    if (file.startsWith('.s.PGSQL.')) await rm(join(launch.socket, file), { force: true })
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is on disk. Returns when the server and all its
 * processes are gone, so that the folder may be moved or its disk taken away.
 */
export async function stopServer(launch: Launch, pid: number, how: NodeJS.Signals = 'SIGINT'): Promise<void> {
  if (await isServer(launch, pid)) signal(pid, how)
  while (await isServer(launch, pid)) await setTimeout(tick)
  await allGone(launch)
}

/** The children of a server that is gone end by themselves at once; one that is stuck is killed after 10 s. */
async function allGone(launch: Launch): Promise<void> {
  const patience = Date.now() + 10_000
  for (let left = await processesOf(launch); left.length > 0; left = await processesOf(launch)) {
    if (Date.now() > patience) for (const orphan of left) signal(orphan, 'SIGKILL')
    await setTimeout(tick)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // gone meanwhile: what we wanted
  }
}

/** postmaster.pid: process number on line 1, status on line 8. */
async function lockFile({ cluster }: Launch): Promise<{ pid: number | undefined; status: string }> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return { pid: pid > 0 ? pid : undefined, status: lines[7]?.trim() ?? '' }
}

/** What a process was called with, readable for everybody; empty for a zombie and for a process that is gone. */
async function commandOf(pid: number | string): Promise<string[]> {
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return words.split('\0').slice(0, -1)
}

/** Whether this number belongs to the server itself, not to a stranger that came by the same number later. */
export async function isServer({ cluster }: Launch, pid: number | string): Promise<boolean> {
  const [program, ...args] = await commandOf(pid)
  return program?.endsWith('/postgres') === true && args.includes(cluster)
}

/** The server and its children, whose titles name the server and which may outlive it for a moment. */
async function processesOf(launch: Launch): Promise<number[]> {
  const found: number[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const [title] = await commandOf(pid)
    if (title?.startsWith(`postgres: ${launch.name}: `) || (await isServer(launch, pid))) found.push(Number(pid))
  }
  return found
}

/** The last 4 kB of the newest log file. */
async function logTail(folder: string): Promise<string> {
  const files = (await readdir(folder).catch(() => [])).map((file) => join(folder, file))
  const dated = await Promise.all(
    files.map(async (path) => ({ path, size: (await stat(path)).size, at: (await stat(path)).mtimeMs })),
  )
  const newest = dated.sort((a, b) => b.at - a.at)[0]
  if (!newest) return ''
  const file = await open(newest.path)
  try {
    const { buffer, bytesRead } = await file.read({
      position: Math.max(0, newest.size - 4096),
      buffer: Buffer.alloc(4096),
    })
    return buffer.toString('utf8', 0, bytesRead).trim()
  } finally {
    await file.close()
  }
}
