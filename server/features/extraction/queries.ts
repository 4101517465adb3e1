import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Part, Reading } from './reading/reader.ts'

/** Notes files whose text is to be read. @returns those that were not known yet */
export async function noteWaiting(tx: Context, sha256s: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .insertInto('fileText')
    .values(sha256s.map((sha256) => ({ sha256 })))
    .onConflict((on) => on.doNothing())
    .returning('sha256')
    .execute()
  return rows.map(({ sha256 }) => sha256)
}

/** Those of these files whose text is there. */
export async function readAmong(ctx: Context, sha256s: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('fileText')
    .where('sha256', 'in', [...sha256s])
    .where('state', '=', 'read')
    .select('sha256')
    .execute()
  return rows.map(({ sha256 }) => sha256)
}

/** A file that still waits to be read, with a name that it has somewhere. */
export const waiting = (ctx: Context, sha256: string) =>
  ctx.db
    .selectFrom('fileText')
    .innerJoin('file', 'file.sha256', 'fileText.sha256')
    .where('file.sha256', '=', sha256)
    .where('fileText.state', '=', 'waiting')
    .select((of) => [
      'file.sha256',
      'file.mediaType',
      of
        .selectFrom('interactionAttachment as attachment')
        .whereRef('attachment.sha256', '=', 'file.sha256')
        .select('attachment.name')
        .limit(1)
        .as('name'),
    ])
    .executeTakeFirst()

/** Keeps what reading a file gave. @returns false when somebody else was first */
export async function keep(tx: Context, sha256: string, reading: Reading): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('fileText')
    .set({
      state: reading.state,
      reason: reading.state === 'refused' ? reading.reason : null,
      cut: reading.state === 'read' && reading.cut,
    })
    .where('sha256', '=', sha256)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  if (reading.state === 'read') await insertParts(tx, sha256, reading.parts.flatMap(piecesOf))
  return true
}

/** Letters of a piece: short enough to be one of those of its entry that are searched. */
const PIECE = 20_000

/** A long part in pieces that end where a word does. */
function piecesOf({ place, text }: Part): Part[] {
  const pieces: Part[] = []
  for (let from = 0; from < text.length; ) {
    const blank = text.lastIndexOf(' ', from + PIECE)
    const to = from + PIECE >= text.length ? text.length : blank > from ? blank : from + PIECE
    pieces.push({ place, text: text.slice(from, to).toWellFormed() })
    from = to
  }
  return pieces
}

const insertParts = (tx: Context, sha256: string, parts: readonly Part[]) =>
  sql`insert into file_part (sha256, n, place_kind, place, text, words)
    select ${sha256}, n, kind, place, text, words_of(text)
    from unnest(${parts.map(({ place }) => place?.kind ?? null)}::text[], ${parts.map(({ place }) => place?.value ?? null)}::text[],
      ${parts.map(({ text }) => text)}::text[]) with ordinality as part (kind, place, text, n)`.execute(tx.db)
