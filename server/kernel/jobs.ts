import { sql } from 'kysely'
import type { Context } from './context.ts'

/** Every job and its payload. Features add theirs by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features
export interface Jobs {}

/** What the queue keeps: whose job it is and the ids it works on; the state is read again when it runs. */
export interface JobPayload<T> {
  readonly companyId: number
  readonly userId: number
  readonly of: T
}

/**
 * Asks for a job in the caller's transaction; it exists only if the transaction commits. A `key` makes it single.
 * @param inHours when it is due; asked for again before that, it stays due when it was
 */
export async function enqueue<N extends keyof Jobs & string>(
  tx: Context,
  name: N,
  of: Jobs[N],
  key: string,
  { inHours = 0 }: { inHours?: number } = {},
): Promise<void> {
  const payload: JobPayload<Jobs[N]> = { companyId: tx.company.id, userId: tx.user.id, of }
  await sql`select graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json,
    job_key => ${`${tx.company.id}:${key}`}::text, job_key_mode => ${inHours === 0 ? 'replace' : 'preserve_run_at'}::text,
    run_at => now() + make_interval(hours => ${inHours}::int))`.execute(tx.db)
}

/** What a feature's jobs.ts offers: for each job, the act of the service that does it. */
export type JobHandlers<N extends keyof Jobs> = { readonly [K in N]: (ctx: Context, of: Jobs[K]) => Promise<void> }
