import { sql } from 'kysely'
import type { Context } from './context.ts'

/** One record as an act found it and left it; only the fields that differ. `null` before: created; `null` after: removed. */
export interface Change {
  readonly record: string
  readonly recordId: number
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/** How long an act can be taken back, in days. */
export const UNDO_DAYS = 30

/**
 * Writes one act: who did what, when, through which door. Called in the transaction of the act itself. What the act
 * creates points to it; what it changes hangs on it, record by record, with before and after.
 * @returns the act's id, which is also its `undoId`, and until when it can be taken back (`null`: it cannot)
 */
export async function journal(
  tx: Context,
  act: string,
  { undoable = false, detail, changes = [] }: { undoable?: boolean; detail?: object; changes?: readonly Change[] } = {},
): Promise<{ actId: number; undoUntil: string | null }> {
  const { id, undoUntil } = await tx.db
    .insertInto('journal')
    .values({
      act,
      userId: tx.user.id,
      door: tx.door,
      detail: detail === undefined ? null : JSON.stringify(detail),
      undoUntil: undoable ? sql<string>`now() + make_interval(days => ${UNDO_DAYS})` : null,
    })
    .returning(['id', 'undoUntil'])
    .executeTakeFirstOrThrow()
  await journalChanges(tx, id, changes)
  return { actId: id, undoUntil }
}

/** Takes an act back in the transaction that wrote it, before anybody saw it: it turned out to change nothing. */
export const unjournal = (tx: Context, actId: number) => tx.db.deleteFrom('journal').where('id', '=', actId).execute()

/** Hangs changes on an act, in one statement however many there are. */
export async function journalChanges(tx: Context, actId: number, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await sql`insert into journal_change (act_id, record, record_id, before, after)
    select ${actId}, c->>'record', (c->>'recordId')::bigint, nullif(c->'before', 'null'), nullif(c->'after', 'null')
    from jsonb_array_elements(${JSON.stringify(changes)}::jsonb) c`.execute(tx.db)
}

/** The change from one state of a record to another: only what differs, or `null` when nothing does. */
export function changeOf<T extends object>(
  record: string,
  recordId: number,
  before: T,
  after: Partial<T>,
): Change | null {
  const keys = (Object.keys(after) as (keyof T & string)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  if (keys.length === 0) return null
  const pick = (from: Partial<T>) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))
  return { record, recordId, before: pick(before), after: pick(after) }
}
