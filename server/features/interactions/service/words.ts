import { type Context, requireRight } from '#kernel/context.ts'
import { enqueue } from '#kernel/jobs.ts'
import { inTransaction } from '#kernel/transaction.ts'
import * as words from '../queries/words.ts'

/** Entries that are read anew in one transaction. */
const BATCH = 1000
/** A file that more entries have is content of a mailing: found in the template that it came from. */
const SHARING = 1000

/** A contact has another name or number: its entries are found by the new one soon. */
export const contactRenamed = (tx: Context, contactId: number): Promise<void> =>
  enqueue(tx, 'refreshContactWords', { contactId }, `words:${contactId}`)

/** Job: reads the entries of a contact anew, batch by batch. */
export async function refreshContact(ctx: Context, { contactId }: { contactId: number }): Promise<void> {
  let after = 0
  for (;;) {
    const ids = await words.entriesOf(ctx, contactId, after, BATCH)
    await inTransaction(ctx, (tx) => words.refreshWords(tx, ids))
    if (ids.length < BATCH) return
    after = ids.at(-1) ?? after
  }
}

/** The text of a file is there: the entries that have it are found by it from now on. */
export async function fileRead(tx: Context, sha256: string): Promise<void> {
  await words.refreshWords(tx, await words.entriesWith(tx, sha256, SHARING))
}

/** Reads every entry anew, in the background and in use. @throws Problem `not-allowed` */
export function rebuildSearch(ctx: Context): Promise<void> {
  requireRight(ctx, 'setup.edit')
  return inTransaction(ctx, async (tx) => {
    await words.beginRebuild(tx)
    await enqueue(tx, 'rebuildWords', {}, 'rebuildWords')
  })
}

/** Goes on with a rebuilding that is not at its end, after an update of the program above all. */
export async function resumeRebuild(ctx: Context): Promise<void> {
  const { reached, target } = await words.rebuilding(ctx)
  if (reached < target) await enqueue(ctx, 'rebuildWords', {}, 'rebuildWords')
}

/** Job: batch by batch, each with how far it came in one transaction. */
export async function rebuildWords(ctx: Context): Promise<void> {
  for (;;) {
    const { reached, target } = await words.rebuilding(ctx)
    if (reached >= target) return
    await inTransaction(ctx, async (tx) => {
      const ids = await words.entriesBetween(tx, reached, target, BATCH)
      await words.refreshWords(tx, ids)
      await words.reach(tx, ids.length < BATCH ? target : (ids.at(-1) ?? target))
    })
  }
}
