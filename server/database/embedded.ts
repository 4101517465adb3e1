import { constants } from 'node:fs'
import { access, chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createCluster, requireVersion } from './cluster.ts'
import { type Engine, findEngine, reachableEngine, serverAccount } from './engine.ts'
import { takeFolder } from './folder-lock.ts'
import { launchOf, user } from './launch.ts'
import { adoptServer, clearCluster, startServer, stopServer } from './postmaster.ts'
import { explained } from './start-problem.ts'
import { supervise, type Watcher } from './supervisor.ts'

export interface Embedded {
  /** folder of the unix socket: what pg takes as `host` */
  socket: string
  user: string
  /** process number of the server as it was started or found */
  pid: number
  /** it was still running, left by an owner that was killed */
  adopted: boolean
  /** fast shutdown, then gives the folder back */
  stop(): Promise<void>
}

interface Options {
  durable?: boolean
  engine?: Engine
  watcher?: Watcher
}

/**
 * Starts PostgreSQL on `folder/cluster`, made when absent, reachable only through a unix socket of its own account, and
 * makes this process the owner of the folder until `stop`. What an earlier owner or server left when it was killed is
 * adopted or cleared. With a `watcher`, a server that ends by itself is started again. For tests, which throw their data away: `durable: false` gives up every promise about crashes for
 * speed, and `engine` takes another PostgreSQL than the one that came with us.
 * @throws StartProblem for each reason of `messages.ts`
 */
export async function startEmbedded(
  folder: string,
  { durable = true, engine, watcher }: Options = {},
): Promise<Embedded> {
  return explained(folder, async () => {
    const home = await openFolder(folder)
    const leave = await takeFolder(home)
    try {
      const { stop, ...server } = await startIn(home, engine ?? (await findEngine()), durable, watcher)
      let stopped: Promise<void> | undefined
      return { ...server, stop: () => (stopped ??= stop().finally(leave)) } // once: the folder may have a new owner by then
    } catch (error) {
      leave()
      throw error
    }
  })
}

async function startIn(home: string, found: Engine, durable: boolean, watcher?: Watcher): Promise<Embedded> {
  const cluster = join(home, 'cluster')
  const account = await serverAccount(cluster)
  const engine = await reachableEngine(found, account, home)
  const place = { home, cluster, account, engine, durable }
  await createCluster(place)
  await requireVersion(place)
  const launch = await launchOf(place)
  const adopted = await adoptServer(launch)
  if (adopted === undefined) await clearCluster(launch)
  const pid = adopted ?? (await startServer(launch, account))
  const watched =
    watcher &&
    supervise(launch, account, pid, {
      ...watcher,
      gone: (problem) => void explained(home, () => Promise.reject(problem)).catch(watcher.gone),
    })
  const stop = watched?.stop ?? (() => stopServer(launch, pid))
  return { socket: launch.socket, user, pid, adopted: adopted !== undefined, stop }
}

/** The data folder by its real name, made when absent; the server's account passes through it where we are root. */
async function openFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  if (process.getuid?.() === 0) await chmod(folder, (await stat(folder)).mode | 0o011)
  return realpath(folder)
}
