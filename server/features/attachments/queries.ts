import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { StoredFile } from '#kernel/files.ts'
import type { Upload } from './schema.ts'

/** A file that something refers to, as it is needed to refer to it once more or to read it. */
export interface UsableFile {
  readonly uploadId: number
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

/** Notes a file that is being stored, as just come in, and keeps sweeps from it until the end of the transaction. */
export const note = (tx: Context, file: StoredFile & { readonly mediaType: string }) =>
  tx.db
    .insertInto('file')
    .values(file)
    .onConflict((on) => on.column('sha256').doUpdateSet({ mediaType: file.mediaType, storedAt: sql<string>`now()` }))
    .execute()

export const insertUpload = (tx: Context, sha256: string, name: string): Promise<{ id: number }> =>
  tx.db.insertInto('upload').values({ sha256, name, userId: tx.user.id }).returning('id').executeTakeFirstOrThrow()

/** The uploads among these that are the caller's: sent by them, or part of a draft that they have taken over. */
export const usable = (ctx: Context, ids: readonly number[]) =>
  ctx.db
    .selectFrom('upload')
    .innerJoin('file', 'file.sha256', 'upload.sha256')
    .where('upload.id', 'in', [...ids])
    .where((is) =>
      is.or([
        is('upload.userId', '=', ctx.user.id),
        is.exists(
          is
            .selectFrom('draftUpload')
            .innerJoin('interactionDraft', 'interactionDraft.id', 'draftUpload.draftId')
            .whereRef('draftUpload.uploadId', '=', 'upload.id')
            .where('interactionDraft.userId', '=', ctx.user.id)
            .select('draftUpload.uploadId'),
        ),
      ]),
    )
    .select(['upload.id as uploadId', 'upload.sha256', 'upload.name', 'file.size', 'file.mediaType'])

/** `usable`, kept from sweeps until the end of the transaction. */
export const claim = (tx: Context, ids: readonly number[]): Promise<UsableFile[]> =>
  usable(tx, ids).forShare('upload').execute()

export const find = (ctx: Context, id: number): Promise<UsableFile | undefined> => usable(ctx, [id]).executeTakeFirst()

export const toUpload = ({ uploadId, name, size, mediaType }: UsableFile): Upload => ({
  id: uploadId,
  name,
  size,
  mediaType,
})

/** For how long a file, and an upload, may be unused before it goes. */
export const GRACE_HOURS = 24
const graceAgo = sql<string>`now() - make_interval(hours => ${sql.lit(GRACE_HOURS)})`

/** Tables whose `upload_id` keeps an upload; a test compares them with the schema. */
export const uploadHolders = ['draft_upload', 'import'] as const
/** Tables whose `sha256` keeps a file; a test compares them with the schema. */
export const fileHolders = ['upload', 'template_language', 'interaction_attachment'] as const

/** Earlier files of templates: kept as long as their row is there, or can come back. Indexes: journal_change_key, journal_change_by_act. */
const earlierFiles = sql`select change.before->>'sha256' as sha256 from journal_change change
  join journal on journal.id = change.act_id left join template_language on template_language.id = change.record_id
  where change.record = 'template_language' and (template_language.id is not null or journal.undo_until > now() and exists (
    select 1 from journal_change owner join interaction_template on interaction_template.id = owner.record_id
    where owner.act_id = change.act_id and owner.record = 'interaction_template'))`

/** Nothing at all refers to the file. Indexes: upload_by_file, template_language_by_file, interaction_attachment_by_file. */
const isUnused: RawBuilder<SqlBool> = sql`file.stored_at < ${graceAgo} and not exists (select 1 from (${sql.join(
  [...fileHolders.map((table) => sql`select sha256 from ${sql.table(table)}`), earlierFiles],
  sql` union all `,
)}) held where held.sha256 = file.sha256)`

const isUnclaimed: RawBuilder<SqlBool> = sql`upload.at < ${graceAgo} and ${sql.join(
  uploadHolders.map(
    (table) => sql`not exists (select 1 from ${sql.table(table)} held where held.upload_id = upload.id)`,
  ),
  sql` and `,
)}`

/** A batch of files that nothing refers to, in the order of their hashes. Index: file_pkey. */
export const unused = async (ctx: Context, after: string): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('file')
    .select('sha256')
    .where('sha256', '>', after)
    .where(isUnused)
    .orderBy('sha256')
    .limit(500)
    .execute()
  return rows.map(({ sha256 }) => sha256)
}

/** Removes a file's row unless something refers to it by now; the look comes after the lock, so that it sees who had it before. */
export async function release(tx: Context, sha256: string): Promise<boolean> {
  await tx.db.selectFrom('file').select('sha256').where('sha256', '=', sha256).forUpdate().execute()
  const { numDeletedRows } = await tx.db
    .deleteFrom('file')
    .where('sha256', '=', sha256)
    .where(isUnused)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Removes uploads that nobody used in time; those that somebody is claiming stay. Index: upload_by_time. */
export async function removeUnclaimed(tx: Context): Promise<void> {
  const locked = await tx.db.selectFrom('upload').select('id').where(isUnclaimed).forUpdate().skipLocked().execute()
  const ids = locked.map(({ id }) => id)
  if (ids.length > 0) await tx.db.deleteFrom('upload').where('id', 'in', ids).where(isUnclaimed).execute()
}

/** Gives a file that lost its row in a crash one that the next sweep finds unused. */
export const adopt = async (ctx: Context, file: StoredFile): Promise<void> => {
  await ctx.db
    .insertInto('file')
    .values({
      ...file,
      mediaType: 'application/octet-stream',
      storedAt: sql<string>`${graceAgo} - interval '1 second'`,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

export const hasFiles = async (ctx: Context): Promise<boolean> =>
  (await ctx.db.selectFrom('file').select('sha256').limit(1).executeTakeFirst()) !== undefined
