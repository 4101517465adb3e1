import { sql } from 'kysely'
import { visible as visibleEntries } from '#features/interactions/visible.ts'
import type { Editable } from '#kernel/changes.ts'
import type { Context } from '#kernel/context.ts'
import { type Change, journalChanges, UNDO_DAYS } from '#kernel/journal.ts'
import type { ChoiceQuery, InteractionTemplate, TemplateLanguage, TemplateQuery } from './schema.ts'

/** What people edit of a template. */
export const editable: Editable = {
  table: 'interaction_template',
  fields: {
    code: 'text',
    description: 'text',
    groupId: 'bigint',
    kind: 'text',
    unitCost: 'numeric',
    unitDurationMin: 'integer',
    informationFlow: 'text',
    initiatedBy: 'text',
    correspondenceType: 'text',
    ignoreContactCorrespondenceType: 'boolean',
    campaignTarget: 'boolean',
    campaignResponse: 'boolean',
    defaultLanguageId: 'bigint',
    wizardAction: 'text',
    closedAt: 'timestamptz',
  },
}

/** Months that make a template's use. */
const USED_MONTHS = 12

const templates = (ctx: Context) =>
  ctx.db
    .selectFrom('interactionTemplate as template')
    .innerJoin('interactionGroup as group', 'group.id', 'template.groupId')
    .select([
      'template.id',
      'template.code',
      'template.description',
      'template.groupId',
      'template.kind',
      'template.unitCost',
      'template.unitDurationMin',
      'template.informationFlow',
      'template.initiatedBy',
      'template.correspondenceType',
      'template.ignoreContactCorrespondenceType',
      'template.campaignTarget',
      'template.campaignResponse',
      'template.defaultLanguageId',
      'template.wizardAction',
      'template.closedAt',
      'template.version',
      'group.code as groupCode',
      sql<number>`(${visibleEntries(ctx)
        .select((of) => of.fn.countAll().as('n'))
        .where(
          sql<boolean>`interaction.template_id = template.id and interaction.occurred_at > now() - make_interval(months => ${sql.lit(USED_MONTHS)})`,
        )})`.as('used'),
      sql<
        TemplateLanguage[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', row.id, 'languageId', row.language_id, 'languageCode', language.code, 'description', row.description,
          'version', row.version, 'attachment', case when file.sha256 is null then null else jsonb_build_object('name', row.file_name, 'size', file.size, 'mediaType', file.media_type) end) order by row.id)
        from template_language row left join language on language.id = row.language_id left join file on file.sha256 = row.sha256 where row.template_id = template.id), '[]'::jsonb)`.as(
        'languages',
      ),
    ])
    .$castTo<InteractionTemplate>()

/** All of them: tens, at most hundreds. Index: interaction_template_code; their use: interaction_by_template. */
export function list(ctx: Context, { closed = false, groupId }: TemplateQuery): Promise<InteractionTemplate[]> {
  let found = templates(ctx).orderBy('template.code')
  if (!closed) found = found.where('template.closedAt', 'is', null)
  if (groupId !== undefined) found = found.where('template.groupId', '=', groupId)
  return found.execute()
}

/** Open ones, those first that the caller logged most in the last 90 days. Index: interaction_by_user. */
export function choices(ctx: Context, { kind, q }: ChoiceQuery): Promise<InteractionTemplate[]> {
  const mine = sql`(select count(*) from interaction where user_id = ${ctx.user.id} and template_id = template.id and occurred_at > now() - interval '90 days')`
  let found = templates(ctx).where('template.closedAt', 'is', null).orderBy(mine, 'desc').orderBy('template.id')
  if (kind !== undefined) found = found.where('template.kind', '=', kind)
  if (q !== undefined)
    found = found.where(
      sql<boolean>`fold(template.code || ' ' || coalesce(template.description, '')) like '%' || fold(${q}) || '%'`,
    )
  return found.execute()
}

export const find = (ctx: Context, id: number): Promise<InteractionTemplate | undefined> =>
  templates(ctx).where('template.id', '=', id).executeTakeFirst()

/** `find`, kept from others until the end of the transaction. */
export async function lock(tx: Context, id: number): Promise<InteractionTemplate | undefined> {
  const there = await tx.db
    .selectFrom('interactionTemplate')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return there && find(tx, id)
}

export type Fields = Omit<InteractionTemplate, 'id' | 'closedAt' | 'version' | 'groupCode' | 'used' | 'languages'>

export const insert = (tx: Context, fields: Fields, actId: number) =>
  tx.db
    .insertInto('interactionTemplate')
    .values({ ...fields, actId })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Adds those whose code is not there yet. */
export const insertMissing = (tx: Context, rows: readonly Fields[], actId: number) =>
  tx.db
    .insertInto('interactionTemplate')
    .values(rows.map((row) => ({ ...row, actId })))
    .onConflict((on) => on.doNothing())
    .execute()

/** How many entries and drafts name a template. Index: interaction_by_template. */
export async function uses(tx: Context, id: number): Promise<{ interactions: number; drafts: number }> {
  const { rows } = await sql<{ interactions: number; drafts: number }>`
    select (select count(*) from interaction where template_id = ${id}) as interactions,
      (select count(*) from interaction_draft where template_id = ${id}) as drafts`.execute(tx.db)
  return rows[0] ?? { interactions: 0, drafts: 0 }
}

export async function remove(tx: Context, id: number): Promise<void> {
  await tx.db.deleteFrom('templateLanguage').where('templateId', '=', id).execute()
  await tx.db.deleteFrom('interactionTemplate').where('id', '=', id).execute()
}

/** A language row as it is stored. */
export interface LanguageRow {
  id: number
  templateId: number
  languageId: number | null
  description: string | null
  sha256: string | null
  fileName: string | null
  version: number
}
const rowColumns = ['id', 'templateId', 'languageId', 'description', 'sha256', 'fileName', 'version'] as const

export const findRow = (tx: Context, id: number): Promise<LanguageRow | undefined> =>
  tx.db.selectFrom('templateLanguage').select(rowColumns).where('id', '=', id).executeTakeFirst()

export const rowOf = (tx: Context, templateId: number, languageId: number | null): Promise<LanguageRow | undefined> =>
  tx.db
    .selectFrom('templateLanguage')
    .select(rowColumns)
    .where('templateId', '=', templateId)
    .where('languageId', languageId === null ? 'is' : '=', languageId)
    .executeTakeFirst()

export const insertRow = (tx: Context, row: Omit<LanguageRow, 'id' | 'version'>, actId: number) =>
  tx.db
    .insertInto('templateLanguage')
    .values({ ...row, actId })
    .returning(rowColumns)
    .executeTakeFirstOrThrow()

export const changeRow = (tx: Context, id: number, to: Partial<Omit<LanguageRow, 'id' | 'templateId' | 'version'>>) =>
  tx.db
    .updateTable('templateLanguage')
    .set((of) => ({ ...to, version: of('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const removeRow = (tx: Context, id: number) =>
  tx.db.deleteFrom('templateLanguage').where('id', '=', id).execute()

/** The file of a language row, to be streamed. */
export const attachment = (ctx: Context, rowId: number) =>
  ctx.db
    .selectFrom('templateLanguage as row')
    .innerJoin('file', 'file.sha256', 'row.sha256')
    .where('row.id', '=', rowId)
    .select(['file.sha256', 'file.size', 'file.mediaType', 'row.fileName', 'row.templateId'])
    .executeTakeFirst()

/** Hangs on an act what it changed, and what taking it back needs. @returns until when it can be taken back; `null`: it cannot */
export async function finishAct(
  tx: Context,
  actId: number,
  {
    recordId,
    before,
    after,
    undo,
  }: { recordId: number; before: object | null; after: object | null; undo: object | null },
): Promise<string | null> {
  await journalChanges(tx, actId, [
    { record: 'interaction_template', recordId, before: before as Change['before'], after: after as Change['after'] },
  ])
  if (undo === null) return null
  const { undoUntil } = await tx.db
    .updateTable('journal')
    .set({ detail: JSON.stringify(undo), undoUntil: sql<string>`now() + make_interval(days => ${sql.lit(UNDO_DAYS)})` })
    .where('id', '=', actId)
    .returning('undoUntil')
    .executeTakeFirstOrThrow()
  return undoUntil
}

export const hasFile = async (tx: Context, sha256: string): Promise<boolean> =>
  (await tx.db.selectFrom('file').select('sha256').where('sha256', '=', sha256).forShare().executeTakeFirst()) !==
  undefined
