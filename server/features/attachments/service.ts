import type { ReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { type Context, type Right, requireRight } from '#kernel/context.ts'
import type { ReceivedFile } from '#kernel/files.ts'
import { enqueue } from '#kernel/jobs.ts'
import { Problem, refuseFaults } from '#kernel/problem.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import { archiveOf } from './archive.ts'
import * as queries from './queries.ts'
import { recognise } from './recognise.ts'
import { safeName } from './safe-name.ts'
import type { Upload } from './schema.ts'

/** A file as the store, and whoever is to see it, needs it; size in bytes. */
export interface ServedFile {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
}
export interface ClaimedFile extends ServedFile {
  readonly uploadId: number
}
/** A file on its way in. `whole` resolves when it came in whole and alone, and throws what is wrong otherwise. */
export interface IncomingFile {
  readonly name: string
  readonly content: Readable
  readonly whole: () => Promise<void>
}

/** How often unused files are looked for. */
const SWEEP_HOURS = 6
const uses: readonly Right[] = ['interactions.record', 'templates.edit', 'contacts.import']

/**
 * Stores a file, streamed, and keeps it for its sender to use within a day. What it is, is recognised from its content.
 * @throws Problem `not-allowed` for whoever may use no file, `file-empty`, `key-reused`, and what `whole` throws
 */
export async function uploadFile(ctx: Context, { name, content, whole }: IncomingFile): Promise<Upload> {
  if (!uses.some((right) => ctx.user.rights.has(right))) requireRight(ctx, 'interactions.record')
  return ctx.files.receive(content, async (file) => {
    await whole()
    if (file.size === 0) throw new Problem('file-empty', { pointer: '/file' })
    const mediaType = await recognise((range) => file.read(range))
    return record(ctx, file, safeName(name), mediaType)
  })
}

function record(ctx: Context, file: ReceivedFile, name: string, mediaType: string): Promise<Upload> {
  const { sha256, size } = file
  return once(ctx, 'uploadFile', { sha256, name }, async (tx) => {
    await queries.note(tx, { sha256, size, mediaType })
    await file.keep()
    const { id } = await queries.insertUpload(tx, sha256, name)
    await enqueue(tx, 'sweepFiles', {}, 'sweepFiles', { inHours: queries.GRACE_HOURS })
    return { id, name, size, mediaType }
  })
}

/**
 * The files of uploads that the caller may use: their own, or those of a draft they have taken over. The caller's
 * transaction then refers to them; until it ends, no sweep takes them.
 * @param pointer field of the request that names the uploads; with a list, each by its place
 * @returns the files in the order asked for
 * @throws Problem `file-not-found`, naming each field at fault
 */
export async function claimUploads(
  tx: Context,
  ids: readonly number[],
  pointer = '/uploadIds',
): Promise<ClaimedFile[]> {
  if (ids.length === 0) return []
  const found = new Map((await queries.claim(tx, ids)).map((file) => [file.uploadId, file]))
  refuseFaults(
    ids.flatMap((id, at) => (found.has(id) ? [] : [{ pointer: `${pointer}/${at}`, type: 'file-not-found' }])),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** `claimUploads` for a field that holds one. @throws Problem `file-not-found` */
export async function claimUpload(tx: Context, id: number, pointer: string): Promise<ClaimedFile> {
  const [file] = await queries.claim(tx, [id])
  if (file === undefined) throw new Problem('file-not-found', { pointer })
  return file
}

/**
 * A waiting upload of the caller's, to be looked at.
 * @param pointer field of the request that names it, where one does @throws Problem `file-not-found`
 */
export async function findUpload(ctx: Context, id: number, pointer?: string): Promise<ServedFile> {
  const file = await queries.find(ctx, id)
  if (file === undefined) throw new Problem('file-not-found', pointer === undefined ? {} : { pointer })
  return file
}

/** The bytes of a file, or of a part of it. */
export const readFile = (ctx: Context, { sha256 }: ServedFile, range?: { start: number; end: number }): ReadStream =>
  ctx.files.read(sha256, range)

/** Files as one ZIP, streamed: see `archiveOf`. */
export const readArchive = (ctx: Context, files: readonly ServedFile[]): Readable =>
  archiveOf(files.map((file) => ({ ...file, read: () => readFile(ctx, file) })))

/**
 * Removes uploads that nobody used and files that nothing refers to, a day after; comes again as long as there are files.
 * A file goes from the disk while its row is locked: whoever uploads the same content at that moment stores it anew.
 */
export async function sweepFiles(ctx: Context): Promise<void> {
  const before = new Date(Date.now() - queries.GRACE_HOURS * 3_600_000)
  await ctx.files.clear(before, (file) => queries.adopt(ctx, file))
  await inTransaction(ctx, queries.removeUnclaimed)
  for (
    let batch = await queries.unused(ctx, '');
    batch.length > 0;
    batch = await queries.unused(ctx, batch.at(-1) ?? '')
  )
    for (const sha256 of batch)
      await inTransaction(ctx, async (tx) => {
        if (await queries.release(tx, sha256)) await tx.files.remove(sha256)
      })
  await inTransaction(ctx, async (tx) => {
    if (await queries.hasFiles(tx)) await enqueue(tx, 'sweepFiles', {}, 'sweepFiles', { inHours: SWEEP_HOURS })
  })
}
