import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import type { Setting } from '#kernel/filter/ast.ts'
import { type FilterFields, filtersOf } from '#kernel/filter/query.ts'
import { codeOrder, folded } from '#kernel/filter/sql.ts'
import { type Order, type Page, pageOf } from '#kernel/page.ts'
import { hasEachWord } from '#kernel/search.ts'
import { actions, correspondence, flows, initiators, kinds } from '../choices.ts'
import type { ChoiceQuery, TemplateQuery } from '../schema.ts'
import { type StoredTemplate, templates } from './templates.ts'

const column = (name: string) => sql.ref(name)
const nullable = true
const withAttachment = sql`exists (select 1 from template_language row where row.template_id = template.id and row.sha256 is not null)`

/** What the list can be filtered by; a company has some hundreds of templates at most, which are read through. */
export const templateFields: FilterFields = {
  code: { kind: 'code', column: column('template.code') },
  description: { kind: 'text', nullable, column: column('template.description') },
  groupCode: { kind: 'code', column: column('group.code') },
  kind: { kind: 'choice', choices: kinds, column: column('template.kind') },
  unitCost: { kind: 'number', column: column('template.unitCost') },
  unitDurationMin: { kind: 'duration', unit: 'min', column: column('template.unitDurationMin') },
  informationFlow: { kind: 'choice', choices: flows, nullable, column: column('template.informationFlow') },
  initiatedBy: { kind: 'choice', choices: initiators, nullable, column: column('template.initiatedBy') },
  correspondenceType: {
    kind: 'choice',
    choices: correspondence,
    nullable,
    column: column('template.correspondenceType'),
  },
  ignoreContactCorrespondenceType: { kind: 'boolean', column: column('template.ignoreContactCorrespondenceType') },
  wizardAction: { kind: 'choice', choices: actions, nullable, column: column('template.wizardAction') },
  withAttachment: { kind: 'boolean', column: withAttachment },
}

const orders: Readonly<Record<string, Order['keys']>> = {
  code: [codeOrder(sql.ref('template.code'))],
  description: [folded(sql`coalesce(template.description, '')`), sql.ref('template.id')],
}
const text = sql`template.code || ' ' || coalesce(template.description, '')`

/** A page of templates. @throws Problem `filter-invalid`, `cursor-invalid` */
export function list(
  ctx: Context,
  { q, closed = false, groupId, sort = 'code', after, limit, ...filters }: TemplateQuery,
  setting: Setting,
): Promise<Page<StoredTemplate>> {
  let found = templates(ctx)
  for (const condition of filtersOf(templateFields, filters, setting)) found = found.where(condition)
  if (q !== undefined) found = found.where(hasEachWord(text, q))
  if (!closed) found = found.where('template.closedAt', 'is', null)
  if (groupId !== undefined) found = found.where('template.groupId', '=', groupId)
  return pageOf(
    found,
    { keys: orders[sort.replace('-', '')] ?? [], direction: sort.startsWith('-') ? 'desc' : 'asc' },
    { ...(after !== undefined && { after }), ...(limit !== undefined && { limit }) },
  )
}

/** By what a user logged last: enough to tell a habit, little enough to be read while one types. */
const LOOKED_AT = 500

/** Open ones, those first that the caller logged most lately; those of the system only where asked for. Index: interaction_by_user. */
export function choices(ctx: Context, { kind, q }: ChoiceQuery): Promise<StoredTemplate[]> {
  const lately = ctx.db
    .selectFrom('interaction')
    .select('templateId')
    .where('userId', '=', ctx.user.id)
    .orderBy('occurredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
  const mine = ctx.db
    .selectFrom(lately.as('lately'))
    .groupBy('templateId')
    .select((of) => ['templateId', of.fn.countAll<number>().as('times')])
  let found = templates(ctx)
    .leftJoin(mine.as('mine'), 'mine.templateId', 'template.id')
    .where('template.closedAt', 'is', null)
    .where('template.kind', kind === undefined ? '<>' : '=', kind ?? 'system')
    .orderBy(sql`coalesce(mine.times, 0)`, 'desc')
    .orderBy('template.id')
  if (q !== undefined) found = found.where(hasEachWord(text, q))
  return found.execute()
}
