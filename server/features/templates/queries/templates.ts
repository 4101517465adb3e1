import { sql } from 'kysely'
import { visible as visibleEntries } from '#features/interactions/visible.ts'
import type { Editable } from '#kernel/changes.ts'
import type { Context } from '#kernel/context.ts'
import type { InteractionTemplate, TemplateLanguage } from '../schema.ts'

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

/** Months that make a template's use, and up to how many entries are counted, so that a page does not wait for millions. */
const USED_MONTHS = 12
export const USED_LIMIT = 1000

/** A template as the tables have it; what follows from its content is the rules' to say. */
export type StoredTemplate = Omit<InteractionTemplate, 'allowedWizardActions' | 'contentMissing'>

/** Every template with its group, its rows and its use. Index for the use: interaction_by_template. */
export const templates = (ctx: Context) =>
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
      sql<number>`(select count(*) from (${visibleEntries(ctx)
        .select('interaction.id')
        .where(
          sql<boolean>`interaction.template_id = template.id and interaction.occurred_at > now() - make_interval(months => ${sql.lit(USED_MONTHS)})`,
        )
        .limit(USED_LIMIT)}) lately)`.as('used'),
      sql<
        TemplateLanguage[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', row.id, 'languageId', row.language_id, 'languageCode', language.code, 'description', row.description,
          'version', row.version, 'attachment', case when file.sha256 is null then null else jsonb_build_object('name', row.file_name, 'size', file.size, 'mediaType', file.media_type) end) order by row.id)
        from template_language row left join language on language.id = row.language_id left join file on file.sha256 = row.sha256 where row.template_id = template.id), '[]'::jsonb)`.as(
        'languages',
      ),
    ])
    .$castTo<StoredTemplate>()

export const find = (ctx: Context, id: number): Promise<StoredTemplate | undefined> =>
  templates(ctx).where('template.id', '=', id).executeTakeFirst()

/** `find`, kept from others until the end of the transaction, its rows too: whoever changes a row locks its template first. */
export async function lock(tx: Context, id: number): Promise<StoredTemplate | undefined> {
  const there = await tx.db
    .selectFrom('interactionTemplate')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return there && find(tx, id)
}

export type Fields = Omit<StoredTemplate, 'id' | 'closedAt' | 'version' | 'groupCode' | 'used' | 'languages'>

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

export const remove = (tx: Context, id: number) =>
  tx.db.deleteFrom('interactionTemplate').where('id', '=', id).execute()
