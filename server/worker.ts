import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type { Databases } from '#database/companies.ts'
import type { Context } from '#kernel/context.ts'
import type { JobPayload } from '#kernel/jobs.ts'
import { atStart, everyNight } from './upkeep.ts'

/** For how long a process may be silent before its jobs are given to another, in seconds. */
const LEASE_SECONDS = 30

/** What is done for every company by itself, each night (UTC); a night that was missed is made up for. */
const NIGHTLY = '17 3 * * * everyNight ?fill=1d'

interface WorkLog {
  info(fields: object, text: string): void
  error(fields: object, text: string): void
}

/** Every job of every feature, by name. */
export type AllJobs = Readonly<Record<string, (ctx: Context, of: never) => Promise<void>>>

/**
 * Runs jobs until stopped; a job that is under way is finished first. The queue itself gives back a killed process's
 * jobs only after four hours: so each process renews a lease, and whose lease ran out loses its jobs at once.
 */
export async function startWorker(
  databases: Databases,
  jobs: AllJobs,
  contextFor: (companyId: number, userId: number) => Promise<Context>,
  log: WorkLog,
  {
    alone,
    done = () => {},
  }: {
    /** No other process works on this database: whatever is locked was left by a dead one. */
    alone: boolean
    /** hears of each job that is done */
    done?: (companyId: number, job: string) => void
  },
): Promise<{ stop(): Promise<void> }> {
  const events = new EventEmitter()
  const mine = new Promise<string>((resolve) => {
    events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => resolve(workerPool.id))
  })
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, act]) => [
      name,
      async (payload) => {
        const { companyId, userId, of } = payload as JobPayload<never>
        const started = performance.now()
        await act(await contextFor(companyId, userId), of)
        done(companyId, name)
        log.info({ job: name, company: companyId, ms: Math.round(performance.now() - started) }, 'job done')
      },
    ]),
  )
  const runner: Runner = await run({
    connectionString: databases.url,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    events,
    logger: new Logger(() => (level, text) => {
      if (level === 'error') log.error({ text }, 'queue')
    }),
    taskList: { ...taskList, everyNight: () => everyNight(databases, contextFor) },
    crontab: NIGHTLY,
  })
  const id = await mine
  await renewLease(databases, id, alone ? 0 : LEASE_SECONDS)
  await atStart(databases, contextFor)
  const renewal = setInterval(
    () => {
      renewLease(databases, id, LEASE_SECONDS).catch((error: unknown) => log.error({ error: String(error) }, 'lease'))
    },
    (LEASE_SECONDS * 1000) / 3,
  )
  return {
    async stop() {
      clearInterval(renewal)
      await runner.stop()
      await sql`delete from worker_lease where worker_id = ${id}`.execute(databases.server)
    },
  }
}

async function renewLease(databases: Databases, id: string, seconds: number): Promise<void> {
  await sql`insert into worker_lease (worker_id) values (${id}) on conflict (worker_id) do update set renewed_at = excluded.renewed_at`.execute(
    databases.server,
  )
  const { rows } = await sql<{ workerId: string }>`delete from worker_lease
    where worker_id <> ${id} and renewed_at < now() - make_interval(secs => ${seconds}) returning worker_id`.execute(
    databases.server,
  )
  if (rows.length > 0)
    await sql`select graphile_worker.force_unlock_workers(${rows.map((row) => row.workerId)}::text[])`.execute(
      databases.server,
    )
}
