import { Temporal } from 'temporal-polyfill'
import * as groups from '#features/groups/service.ts'
import * as languages from '#features/languages/service.ts'
import { changeRecord, putBack } from '#kernel/changes.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import type { Page } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import type { Done } from '#kernel/schema.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import type { Inverses } from '#kernel/undo.ts'
import { requireSeen } from '#kernel/version.ts'
import { violationOf } from '#kernel/violation.ts'
import * as queries from '../queries.ts'
import type {
  ChangedTemplate,
  ChoiceQuery,
  InteractionTemplate,
  NewTemplate,
  TemplatePatch,
  TemplateQuery,
} from '../schema.ts'

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

/** Templates in the order of their codes. @throws Problem `not-allowed` */
export async function listTemplates(ctx: Context, query: TemplateQuery): Promise<Page<InteractionTemplate>> {
  requireRight(ctx, 'interactions.read')
  return { items: await queries.list(ctx, query), next: null }
}

/** What a guide offers: open templates, those first that the caller uses most. @throws Problem `not-allowed` */
export async function chooseTemplates(ctx: Context, query: ChoiceQuery): Promise<Page<InteractionTemplate>> {
  requireRight(ctx, 'interactions.read')
  return { items: await queries.choices(ctx, query), next: null }
}

/** @throws Problem `not-allowed`, `template-not-found` */
export async function getTemplate(ctx: Context, id: number): Promise<InteractionTemplate> {
  requireRight(ctx, 'interactions.read')
  return required(await queries.find(ctx, id))
}

/** @throws Problem `not-allowed`, `code-exists`, `group-not-found`, `language-not-found`, `wizard-action-conflict` */
export async function createTemplate(ctx: Context, input: NewTemplate): Promise<InteractionTemplate> {
  requireRight(ctx, 'templates.edit')
  return once(ctx, 'createTemplate', input, async (tx) => {
    const fields = { ...blank, ...input, code: input.code.toUpperCase() }
    await requireReferences(tx, fields)
    requireAction({ ...fields, languages: [] })
    const { actId } = await journal(tx, 'template.created')
    const { id } = await codeFree(fields.code, () => queries.insert(tx, fields, actId))
    await addDefaultRow(tx, id, fields, actId)
    return required(await queries.find(tx, id))
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
    const {
      id: _,
      closedAt: _c,
      version: _v,
      groupCode: _g,
      used: _u,
      languages: rows,
      ...fields
    } = required(await queries.lock(tx, id))
    const { actId } = await journal(tx, 'template.created', { detail: { like: id } })
    const made = await codeFree(code, () => queries.insert(tx, { ...fields, code: code.toUpperCase() }, actId))
    for (const { id: rowId } of rows) {
      const row = await queries.findRow(tx, rowId)
      if (row)
        await queries.insertRow(
          tx,
          {
            templateId: made.id,
            languageId: row.languageId,
            description: row.description,
            sha256: row.sha256,
            fileName: row.fileName,
          },
          actId,
        )
    }
    return required(await queries.find(tx, made.id))
  })
}

/**
 * Changes what the patch names; entries that were logged with it keep what they have.
 * @throws Problem `not-allowed`, `template-not-found`, `version-required`, `stale`, `code-exists`, `group-not-found`, `language-not-found`, `wizard-action-conflict`
 */
export function changeTemplate(
  ctx: Context,
  id: number,
  seen: number | undefined,
  patch: TemplatePatch,
): Promise<ChangedTemplate> {
  return change(ctx, 'template.changed', { id, seen, patch }, async (tx, before) => {
    await requireSeen(tx, 'interaction_template', seen, before)
    const fields = { ...patch, ...(patch.code !== undefined && { code: patch.code.toUpperCase() }) }
    await requireReferences(tx, fields)
    requireAction({ ...before, ...fields })
    const missing =
      fields.defaultLanguageId != null && !before.languages.some((row) => row.languageId === fields.defaultLanguageId)
    if (missing) {
      const { actId } = await journal(tx, 'template.language.added')
      await addDefaultRow(tx, id, { ...before, ...fields }, actId)
    }
    return fields
  })
}

/** From now on the template is not offered any more; entries and drafts keep it. @throws Problem `not-allowed`, `template-not-found` */
export const closeTemplate = (ctx: Context, id: number): Promise<ChangedTemplate> =>
  change(ctx, 'template.closed', { id }, async (_, { closedAt }) => ({
    closedAt: closedAt ?? Temporal.Now.instant().round('microsecond').toString(),
  }))

/** @throws Problem `not-allowed`, `template-not-found` */
export const reopenTemplate = (ctx: Context, id: number): Promise<ChangedTemplate> =>
  change(ctx, 'template.reopened', { id }, async () => ({ closedAt: null }))

async function change(
  ctx: Context,
  act: string,
  input: { readonly id: number; readonly [more: string]: unknown },
  fieldsOf: (tx: Context, before: InteractionTemplate) => Promise<Partial<InteractionTemplate>>,
): Promise<ChangedTemplate> {
  requireRight(ctx, 'templates.edit')
  return once(ctx, act, input, async (tx) => {
    const before = required(await queries.lock(tx, input.id))
    const fields = await fieldsOf(tx, before)
    const undo = await codeFree(fields.code, () => changeRecord(tx, queries.editable, act, before, fields))
    return { ...required(await queries.find(tx, input.id)), ...undo }
  })
}

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
    await queries.remove(tx, id)
    return { count: 1, undoId: null, undoUntil: null }
  })
}

/** Content can be opened only where there is some; merging asks for a Word template, which a file is not. */
function requireAction({
  code,
  wizardAction,
  defaultLanguageId,
  languages: rows,
}: Pick<InteractionTemplate, 'code' | 'wizardAction' | 'defaultLanguageId' | 'languages'>): void {
  const hasFile = rows.some((row) => row.languageId === defaultLanguageId && row.attachment !== null)
  if (wizardAction === 'merge' || (wizardAction === 'open' && !hasFile))
    throw new Problem('wizard-action-conflict', { pointer: '/wizardAction', values: { action: wizardAction, code } })
}

async function requireReferences(tx: Context, { groupId, defaultLanguageId }: TemplatePatch): Promise<void> {
  if (groupId !== undefined) await groups.requireGroup(tx, groupId, '/groupId')
  if (defaultLanguageId != null) await languages.requireLanguage(tx, defaultLanguageId, '/defaultLanguageId')
}

/** A template with a default language has a row for it. */
async function addDefaultRow(
  tx: Context,
  templateId: number,
  { defaultLanguageId, description }: Pick<InteractionTemplate, 'defaultLanguageId' | 'description'>,
  actId: number,
): Promise<void> {
  if (defaultLanguageId === null) return
  await queries.insertRow(
    tx,
    { templateId, languageId: defaultLanguageId, description, sha256: null, fileName: null },
    actId,
  )
}

const back = putBack(queries.editable, 'templates.edit')
export const templateInverses: Inverses = {
  'template.changed': (...act) => codeFree(undefined, () => back(...act)),
  'template.closed': back,
  'template.reopened': back,
}

export function required(found: InteractionTemplate | undefined): InteractionTemplate {
  if (found === undefined) throw new Problem('template-not-found')
  return found
}

function codeFree<T>(code: string | undefined, write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    if (violationOf(error)?.constraint !== 'interaction_template_code') throw error
    throw code === undefined
      ? new Problem('undo-not-possible')
      : new Problem('code-exists', { pointer: '/code', values: { code } })
  })
}
