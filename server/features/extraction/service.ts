import * as words from '#features/interactions/service/words.ts'
import type { Context } from '#kernel/context.ts'
import { enqueue } from '#kernel/jobs.ts'
import { inTransaction } from '#kernel/transaction.ts'
import * as queries from './queries.ts'
import { startReader } from './reading/reader.ts'

const reader = startReader()

/** Ends the process that reads files; what it was at is read after the next start. */
export const stopReading = (): Promise<void> => reader.stop()

/** Files hang on entries from now on: their text is read in the background, once for each. @returns those whose text is there already */
export async function filesAttached(tx: Context, sha256s: readonly string[]): Promise<string[]> {
  if (sha256s.length === 0) return []
  const fresh = await queries.noteWaiting(tx, sha256s)
  for (const sha256 of fresh) await enqueue(tx, 'readFile', { sha256 }, `read:${sha256}`)
  return fresh.length === sha256s.length ? [] : queries.readAmong(tx, sha256s)
}

/** Job: reads the text of a file in a process apart; what cannot be read is refused with its reason, and stays attached. */
export async function readFile(ctx: Context, { sha256 }: { sha256: string }): Promise<void> {
  const file = await queries.waiting(ctx, sha256)
  if (file === undefined) return
  const reading = await reader.read({ path: ctx.files.path(sha256), mediaType: file.mediaType, name: file.name ?? '' })
  await inTransaction(ctx, async (tx) => {
    if ((await queries.keep(tx, sha256, reading)) && reading.state === 'read') await words.fileRead(tx, sha256)
  })
}
