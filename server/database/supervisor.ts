import { setTimeout } from 'node:timers/promises'
import type { Account } from './engine.ts'
import type { Launch } from './launch.ts'
import { clearCluster, isServer, startServer, stopServer } from './postmaster.ts'
import { StartProblem } from './start-problem.ts'

/** How often the server is looked at, in ms. */
const LOOK_MS = 500
/** Ends by itself within an hour that are one too many: what ends so often is not helped by another start. */
const MOST_ENDS = 3
const HOUR_MS = 3_600_000

/** Who hears of a server that ended though nobody asked it to. */
export interface Watcher {
  /** It runs again, with everything that was committed. `pid`: its new process number */
  restarted(pid: number): void
  /** It ended too often, or does not start again; it is left so. `problem`: why, in words where there are some */
  gone(problem: unknown): void
}

/** A server that is looked after. */
export interface Supervised {
  /** Ends the watch, then the server. */
  stop(): Promise<void>
}

/** Looks after a server from now on: killed, or ended by itself, it is started again, and tried so up to three times an hour. */
export function supervise(launch: Launch, account: Account, first: number, watcher: Watcher): Supervised {
  const ending = new AbortController()
  let pid = first
  const watch = async (): Promise<void> => {
    let ends: number[] = []
    let failed: unknown
    while (await pause(ending.signal)) {
      if (await isServer(launch, pid)) continue
      ends = [...ends, Date.now()].filter((at) => at > Date.now() - HOUR_MS)
      if (ends.length > MOST_ENDS)
        throw failed ?? new StartProblem('database-ended', { times: ends.length, log: launch.log })
      try {
        await clearCluster(launch)
        pid = await startServer(launch, account)
        failed = undefined
        watcher.restarted(pid)
      } catch (error) {
        failed = error
      }
    }
  }
  const watching = watch().catch((error: unknown) => watcher.gone(error))
  return {
    async stop() {
      ending.abort()
      await watching
      await stopServer(launch, pid)
    },
  }
}

/** Waits until the next look. @returns false when there is to be none */
const pause = (signal: AbortSignal): Promise<boolean> => setTimeout(LOOK_MS, true, { signal }).catch(() => false)
