import type { Context } from './context.ts'
import { Problem } from './problem.ts'

/**
 * Refuses a write over a state that its writer has not seen.
 * @param seen the version that the request names in If-Match
 * @param current the record as it is now; the refusal shows it, so that both states can be laid side by side
 * @param by who changed it last, if that is known
 * @throws Problem `version-required`, `stale`
 */
export function requireVersion(
  seen: number | undefined,
  current: { readonly version: number },
  by: string | null = null,
): void {
  if (seen === undefined) throw new Problem('version-required')
  if (seen !== current.version) throw new Problem('stale', { values: { current, by: by ?? '' } })
}

/**
 * `requireVersion` for a record of a table: the refusal names who changed it last, as the journal has it.
 * @throws Problem `version-required`, `stale`
 */
export async function requireSeen(
  tx: Context,
  table: string,
  seen: number | undefined,
  current: { readonly id: number; readonly version: number },
): Promise<void> {
  const stale = seen !== undefined && seen !== current.version
  requireVersion(seen, current, stale ? await lastWriter(tx, table, current.id) : null)
}

/** Index: journal_change_key. */
async function lastWriter(tx: Context, record: string, recordId: number): Promise<string | null> {
  const last = await tx.db
    .selectFrom('journalChange')
    .innerJoin('journal', 'journal.id', 'journalChange.actId')
    .innerJoin('member', 'member.userId', 'journal.userId')
    .select('member.name')
    .where('journalChange.record', '=', record)
    .where('journalChange.recordId', '=', recordId)
    .orderBy('journalChange.actId', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.name ?? null
}
