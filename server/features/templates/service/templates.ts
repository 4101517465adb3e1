import { Temporal } from 'temporal-polyfill'
import * as groups from '#features/groups/service.ts'
import * as languages from '#features/languages/service.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import { Problem, refuseFaults } from '#kernel/problem.ts'
import type { Done } from '#kernel/schema.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import { requireSeen } from '#kernel/version.ts'
import * as rows from '../queries/rows.ts'
import * as queries from '../queries/templates.ts'
import { cents, rangeFaults } from '../rules.ts'
import type { ChangedTemplate, InteractionTemplate, NewTemplate, TemplatePatch } from '../schema.ts'
import { defaultRow, type Row, type State, settled, stateOf } from '../state.ts'
import { codeFree, perform } from './perform.ts'
import { inWhole, required } from './read.ts'

/** A new template: nothing goes out, nothing costs, nothing lasts. */
const blank = {
  description: null,
  unitCost: '0.00',
  unitDurationMin: 0,
  informationFlow: null,
  initiatedBy: null,
  correspondenceType: null,
  ignoreContactCorrespondenceType: false,
  campaignTarget: false,
  campaignResponse: false,
  defaultLanguageId: null,
  wizardAction: null,
} as const

/**
 * Makes a template; its default language gets a row of its own.
 * @throws Problem `not-allowed`, `code-exists`, `out-of-range`, `group-not-found`, `language-not-found`, `wizard-action-conflict`
 */
export async function createTemplate(ctx: Context, input: NewTemplate): Promise<InteractionTemplate> {
  requireRight(ctx, 'templates.edit')
  return once(ctx, 'createTemplate', input, async (tx) => {
    const fields = { ...blank, ...(await checked(tx, input)) }
    const { actId } = await journal(tx, 'template.created')
    return create(tx, fields, await withDefault(tx, { presets: { ...fields, closedAt: null }, rows: [] }), actId)
  })
}

/** Makes a template like another, with its languages and files. @throws Problem `not-allowed`, `template-not-found`, `code-exists` */
export async function duplicateTemplate(
  ctx: Context,
  id: number,
  { code }: { code: string },
): Promise<InteractionTemplate> {
  requireRight(ctx, 'templates.edit')
  return once(ctx, 'duplicateTemplate', { id, code }, async (tx) => {
    const { presets, rows: like } = stateOf(required(await queries.lock(tx, id)), await rows.of(tx, id))
    const { closedAt: _, ...fields } = presets
    const { actId } = await journal(tx, 'template.created', { detail: { like: id } })
    return create(tx, { ...fields, code: code.toUpperCase() }, like, actId)
  })
}

async function create(
  tx: Context,
  fields: queries.Fields,
  given: readonly Row[],
  actId: number,
): Promise<InteractionTemplate> {
  const state = { presets: { ...fields, closedAt: null }, rows: given }
  settled(state, state, true)
  const { id } = await codeFree(fields.code, () => queries.insert(tx, fields, actId))
  for (const { languageId, description, sha256, fileName } of given)
    await rows.insert(tx, id, { languageId, description, sha256, fileName }, actId)
  return inWhole(required(await queries.find(tx, id)))
}

/**
 * Changes what the patch names; entries that were logged with it keep what they have. A default language without a row
 * gets one; an action that does not go with the new default's content becomes blank, unless it was asked for.
 * @throws Problem `not-allowed`, `template-not-found`, `version-required`, `stale`, `code-exists`, `out-of-range`,
 * `group-not-found`, `language-not-found`, `wizard-action-conflict`
 */
export const changeTemplate = (
  ctx: Context,
  id: number,
  seen: number | undefined,
  patch: TemplatePatch,
): Promise<ChangedTemplate> =>
  perform(ctx, 'template.changed', { id, seen, patch }, async (tx, before, template) => {
    await requireSeen(tx, 'interaction_template', seen, template)
    const presets = { ...before.presets, ...(await checked(tx, patch)) }
    const state = { presets, rows: await withDefault(tx, { presets, rows: before.rows }) }
    return { state, asked: patch.wizardAction != null }
  })

/** A template that has rows, or is given a language, has a row for it. */
async function withDefault(tx: Context, state: State): Promise<readonly Row[]> {
  const { defaultLanguageId, description } = state.presets
  if (defaultRow(state) !== undefined || (defaultLanguageId === null && state.rows.length === 0)) return state.rows
  return [...state.rows, await newRow(tx, defaultLanguageId, description, '/defaultLanguageId')]
}

/** A row to be made, without content. @throws Problem `language-not-found` */
export async function newRow(
  tx: Context,
  languageId: number | null,
  description: string | null,
  pointer: string,
): Promise<Row> {
  const languageCode = languageId === null ? null : (await languages.requireLanguage(tx, languageId, pointer)).code
  return { id: null, languageId, languageCode, description, sha256: null, fileName: null }
}

/** The fields as they are kept, after what is wrong with them was told together. */
async function checked<T extends TemplatePatch>(tx: Context, given: T) {
  const faults = rangeFaults(given)
  if (given.groupId !== undefined && !(await groups.isThere(tx, given.groupId)))
    faults.push({ pointer: '/groupId', type: 'group-not-found' })
  refuseFaults(faults)
  return {
    ...given,
    ...(given.code !== undefined && { code: given.code.toUpperCase() }),
    ...(given.unitCost !== undefined && { unitCost: cents(given.unitCost) }),
  }
}

/** From now on the template is not offered any more; entries and drafts keep it. @throws Problem `not-allowed`, `template-not-found` */
export const closeTemplate = (ctx: Context, id: number): Promise<ChangedTemplate> =>
  perform(ctx, 'template.closed', { id }, (_, before) => {
    const closedAt = before.presets.closedAt ?? Temporal.Now.instant().round('microsecond').toString()
    return { state: { ...before, presets: { ...before.presets, closedAt } } }
  })

/** @throws Problem `not-allowed`, `template-not-found` */
export const reopenTemplate = (ctx: Context, id: number): Promise<ChangedTemplate> =>
  perform(ctx, 'template.reopened', { id }, (_, before) => ({
    state: { ...before, presets: { ...before.presets, closedAt: null } },
  }))

/** Deletes a template that no entry and no draft names, with its languages. @throws Problem `not-allowed`, `template-not-found`, `in-use` */
export async function deleteTemplate(ctx: Context, id: number): Promise<Done> {
  requireRight(ctx, 'templates.edit')
  return inTransaction(ctx, async (tx) => {
    const before = required(await queries.lock(tx, id))
    const uses = await queries.uses(tx, id)
    const count = uses.interactions + uses.drafts
    if (count > 0) throw new Problem('in-use', { values: { count, ...uses } })
    await journal(tx, 'template.deleted', {
      changes: [{ record: 'interaction_template', recordId: id, before, after: null }],
    })
    await rows.removeAll(tx, id)
    await queries.remove(tx, id)
    return { count: 1, undoId: null, undoUntil: null }
  })
}
