import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import { type Page, type PageQuery, pageWith } from '#kernel/page.ts'
import type { Tables } from '#kernel/tables.ts'
import type { Interaction } from '../schema.ts'
import { visible } from '../visible.ts'
import type { Ids } from './state.ts'

type Rows = SelectQueryBuilder<Tables, 'interaction', Selectable<Tables['interaction']>>

/** These entries beside what they name, each by key: a join that nobody asks for is left out by the planner. */
export const beside = (ctx: Context, rows: Rows) =>
  ctx.db
    .selectFrom(rows.as('interaction'))
    .leftJoin('contact', 'contact.id', 'interaction.contactId')
    .leftJoin('contact as company', 'company.id', 'interaction.companyId')
    .leftJoin('salesperson', 'salesperson.id', 'interaction.salespersonId')
    .leftJoin('interactionTemplate as template', 'template.id', 'interaction.templateId')
    .leftJoin('interactionGroup as group', 'group.id', 'interaction.groupId')
    .leftJoin('language', 'language.id', 'interaction.languageId')
    .leftJoin('member', 'member.userId', 'interaction.userId')

/** These entries with the names that people read. */
export const named = (ctx: Context, rows: Rows) =>
  beside(ctx, rows)
    .select([
      'interaction.id',
      'interaction.occurredAt',
      'interaction.recordedAt',
      'interaction.description',
      'interaction.kind',
      'interaction.contactId',
      'contact.no as contactNo',
      'contact.name as contactName',
      'interaction.companyId',
      'company.name as companyName',
      'interaction.salespersonId',
      'salesperson.code as salespersonCode',
      'salesperson.name as salespersonName',
      'interaction.templateId',
      'template.code as templateCode',
      'interaction.groupId',
      'group.code as groupCode',
      'interaction.languageId',
      'language.code as languageCode',
      'interaction.informationFlow',
      'interaction.initiatedBy',
      'interaction.correspondenceType',
      'interaction.evaluation',
      'interaction.attemptFailed',
      'interaction.canceled',
      'interaction.private',
      'interaction.cost',
      'interaction.durationMin',
      'interaction.contactVia',
      'interaction.userId',
      'member.name as userName',
      'interaction.followsId',
      'interaction.actId',
    ])
    .select((is) => [
      is
        .selectFrom('interactionAttachment')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('interactionId', '=', 'interaction.id')
        .as('attachments'),
      is
        .selectFrom('interactionComment')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('interactionId', '=', 'interaction.id')
        .as('comments'),
    ])
    .$castTo<Interaction>()

const newest = { keys: [sql`interaction.occurred_at`, sql`interaction.id`], direction: 'desc' as const }
const oldest = { keys: newest.keys, direction: 'asc' as const }

/** Index: interaction_by_contact, _by_company, _by_salesperson, _by_template, _by_group with that owner; else interaction_by_time. */
export const page = (ctx: Context, found: Rows, query: PageQuery & { sort?: string }): Promise<Page<Interaction>> =>
  pageWith(found, query.sort === 'occurredAt' ? oldest : newest, query, (rows) => named(ctx, rows))

export const find = (ctx: Context, id: number) =>
  named(ctx, visible(ctx).selectAll('interaction').where('interaction.id', '=', id)).executeTakeFirst()

/** The newest of these entries. */
export const latest = async (ctx: Context, ids: Ids, limit: number): Promise<Interaction[]> =>
  (await page(ctx, visible(ctx).selectAll('interaction').where('interaction.id', 'in', ids), { limit })).items

/** The entries of one act, in the order they were written. Index: interaction_by_act. */
export const ofAct = (ctx: Context, actId: number) =>
  named(ctx, visible(ctx).selectAll('interaction').where('interaction.actId', '=', actId))
    .orderBy('interaction.id')
    .execute()

export const undoUntil = async (ctx: Context, actId: number): Promise<string | null> =>
  (await ctx.db.selectFrom('journal').select('undoUntil').where('id', '=', actId).executeTakeFirstOrThrow()).undoUntil
