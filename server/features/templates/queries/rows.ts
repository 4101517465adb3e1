import { sql } from 'kysely'
import { visible as visibleContacts } from '#features/contacts/visible.ts'
import { type Editable, listed, writeChanges } from '#kernel/changes.ts'
import type { Context } from '#kernel/context.ts'
import type { Change } from '#kernel/journal.ts'
import type { AttachmentVersion } from '../schema.ts'

/** What people edit of a template's row; its file has two of them. */
export const editable: Editable = {
  table: 'template_language',
  fields: { languageId: 'bigint', description: 'text', sha256: 'text', fileName: 'text' },
}

export interface RowFields {
  readonly languageId: number | null
  readonly description: string | null
  readonly sha256: string | null
  readonly fileName: string | null
}
/** A row of a template as the tables have it. */
export interface StoredRow extends RowFields {
  readonly id: number
  readonly templateId: number
  readonly languageCode: string | null
  readonly version: number
}

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom('templateLanguage as row')
    .leftJoin('language', 'language.id', 'row.languageId')
    .select(['row.id', 'row.templateId', 'row.languageId', 'row.description', 'row.sha256', 'row.fileName'])
    .select(['row.version', 'language.code as languageCode'])

/** The rows of a template, the oldest first. Index: template_language_once. */
export const of = (ctx: Context, templateId: number): Promise<StoredRow[]> =>
  rows(ctx).where('row.templateId', '=', templateId).orderBy('row.id').execute()

export const find = (ctx: Context, id: number): Promise<StoredRow | undefined> =>
  rows(ctx).where('row.id', '=', id).executeTakeFirst()

export const insert = (tx: Context, templateId: number, fields: RowFields, actId: number): Promise<{ id: number }> =>
  tx.db
    .insertInto('templateLanguage')
    .values({ ...fields, templateId, actId })
    .returning('id')
    .executeTakeFirstOrThrow()

export const remove = (tx: Context, ids: readonly number[]) =>
  tx.db
    .deleteFrom('templateLanguage')
    .where('id', 'in', [...ids])
    .execute()

export const removeAll = (tx: Context, templateId: number) =>
  tx.db.deleteFrom('templateLanguage').where('templateId', '=', templateId).execute()

/** Writes changed rows and hangs what changed on the act. @returns how many were as they should be before */
export const change = async (tx: Context, changes: readonly Change[], actId: number): Promise<number> =>
  changes.length === 0 ? 0 : (await writeChanges(tx, editable, listed(changes), actId)).length

/** Removes a row that is still as an act left it. @returns whether it was */
export async function takeBack(tx: Context, id: number, left: RowFields): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('templateLanguage')
    .where('id', '=', id)
    .where('languageId', 'is not distinct from', left.languageId)
    .where('description', 'is not distinct from', left.description)
    .where('sha256', 'is not distinct from', left.sha256)
    .where('fileName', 'is not distinct from', left.fileName)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Brings a removed row back as the same record, so that its history goes on. */
export const bringBack = (tx: Context, id: number, templateId: number, fields: RowFields, actId: number) => {
  const { languageId, description, sha256, fileName } = fields
  return sql`insert into template_language (id, template_id, language_id, description, sha256, file_name, act_id)
    overriding system value values (${id}, ${templateId}, ${languageId}, ${description}, ${sha256}, ${fileName}, ${actId})`.execute(
    tx.db,
  )
}

/** The file of a row, to be streamed. */
export const file = (ctx: Context, id: number) =>
  ctx.db
    .selectFrom('templateLanguage as row')
    .innerJoin('file', 'file.sha256', 'row.sha256')
    .where('row.id', '=', id)
    .select(['file.sha256', 'file.size', 'file.mediaType', 'row.fileName'])
    .executeTakeFirst()

/** An earlier file of a row with its hash. */
export interface StoredVersion extends AttachmentVersion {
  readonly sha256: string
}

/** The files that a row had before, the last first, each once; the one it has now is not among them. Index: journal_change_key. */
export async function versions(ctx: Context, id: number): Promise<StoredVersion[]> {
  const { rows: found } = await sql<StoredVersion>`
    select act_id, sha256, name, size, media_type, at, user_name from (
      select distinct on (file.sha256) change.act_id, file.sha256, change.before->>'fileName' as name, file.size, file.media_type,
        journal.at, member.name as user_name
      from journal_change change join journal on journal.id = change.act_id left join member on member.user_id = journal.user_id
      join file on file.sha256 = change.before->>'sha256' join template_language row on row.id = change.record_id
      where change.record = 'template_language' and change.record_id = ${id} and file.sha256 is distinct from row.sha256
      order by file.sha256, change.act_id desc) version
    order by act_id desc`.execute(ctx.db)
  return found
}

/** Every language with how many visible contacts it is of. Reads the contacts through, for one page of the set-up. */
export const contactsByLanguage = (ctx: Context) =>
  ctx.db
    .selectFrom('language')
    .leftJoin(
      visibleContacts(ctx)
        .where('contact.languageId', 'is not', null)
        .groupBy('contact.languageId')
        .select((one) => ['contact.languageId', one.fn.countAll<number>().as('n')])
        .as('spoken'),
      'spoken.languageId',
      'language.id',
    )
    .select(['language.id as languageId', 'language.code as languageCode', 'language.name as languageName'])
    .select(['language.closedAt', sql<number>`coalesce(spoken.n, 0)`.as('contacts')])
    .orderBy('language.code')
    .execute()

/** What an act did to a template and its rows. Index: journal_change_by_act. */
export const hung = (tx: Context, actId: number): Promise<Change[]> =>
  tx.db
    .selectFrom('journalChange')
    .select(['record', 'recordId', 'before', 'after'])
    .where('actId', '=', actId)
    .orderBy('recordId')
    .$castTo<Change>()
    .execute()
