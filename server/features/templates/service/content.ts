import * as attachments from '#features/attachments/service.ts'
import * as languages from '#features/languages/service.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { type Change, journal } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { once } from '#kernel/transaction.ts'
import type { Inverses } from '#kernel/undo.ts'
import { requireSeen } from '#kernel/version.ts'
import { violationOf } from '#kernel/violation.ts'
import * as queries from '../queries.ts'
import type { ChangedTemplate, LanguageRowFields, NewContent } from '../schema.ts'
import { required } from './templates.ts'

/** Adds a language to a template. @throws Problem `not-allowed`, `template-not-found`, `language-not-found`, `language-exists` */
export function addTemplateLanguage(
  ctx: Context,
  templateId: number,
  fields: LanguageRowFields,
): Promise<ChangedTemplate> {
  const { languageId, description = null } = fields
  return act(ctx, 'template.language.added', templateId, fields, async (tx, actId) => {
    if (languageId !== null) await languages.requireLanguage(tx, languageId, '/languageId')
    await rowFree(() =>
      queries.insertRow(tx, { templateId, languageId, description, sha256: null, fileName: null }, actId),
    )
    return { after: { languageId }, before: null, undo: null }
  })
}

/** @throws Problem `not-allowed`, `template-not-found`, `language-not-available`, `version-required`, `stale`, `language-exists` */
export function changeTemplateLanguage(
  ctx: Context,
  templateId: number,
  rowId: number,
  seen: number | undefined,
  to: LanguageRowFields,
): Promise<ChangedTemplate> {
  return act(ctx, 'template.language.changed', templateId, { rowId, seen, to }, async (tx) => {
    const row = await requireRow(tx, templateId, rowId)
    await requireSeen(tx, 'template_language', seen, row)
    if (to.languageId !== null) await languages.requireLanguage(tx, to.languageId, '/languageId')
    await rowFree(() => queries.changeRow(tx, rowId, to))
    return { before: { languageId: row.languageId, description: row.description }, after: { ...to }, undo: null }
  })
}

/** Removes a language with its file; that of the default language only when it is the last. @throws Problem `not-allowed`, `template-not-found`, `language-not-available`, `in-use` */
export function removeTemplateLanguage(ctx: Context, templateId: number, rowId: number): Promise<ChangedTemplate> {
  return act(ctx, 'template.language.removed', templateId, { rowId }, async (tx) => {
    const row = await requireRow(tx, templateId, rowId)
    const template = required(await queries.find(tx, templateId))
    if (template.defaultLanguageId === row.languageId && row.languageId !== null)
      throw new Problem('in-use', { values: { count: 1 } })
    await queries.removeRow(tx, rowId)
    return { before: { languageId: row.languageId, fileName: row.fileName }, after: null, undo: null }
  })
}

/**
 * Gives a row its file: one just sent, or a copy of another row's. Without a row, that of the default language is meant,
 * and made when it is missing.
 * @throws Problem `not-allowed`, `template-not-found`, `language-not-available`, `file-not-found`
 */
export function setContent(
  ctx: Context,
  templateId: number,
  rowId: number | null,
  content: NewContent,
): Promise<ChangedTemplate> {
  return act(ctx, 'template.content.changed', templateId, { rowId, content }, async (tx, actId) => {
    const row = rowId === null ? await defaultRow(tx, templateId, actId) : await requireRow(tx, templateId, rowId)
    const { sha256, fileName } = await fileOf(tx, content)
    await queries.changeRow(tx, row.id, { sha256, fileName })
    return {
      before: { fileName: row.fileName },
      after: { fileName },
      undo: { rowId: row.id, was: { sha256: row.sha256, fileName: row.fileName }, now: sha256 },
    }
  })
}

/** Takes the file off a row; entries that have it keep it. @throws Problem `not-allowed`, `template-not-found`, `language-not-available`, `file-not-found` */
export function removeContent(ctx: Context, templateId: number, rowId: number): Promise<ChangedTemplate> {
  return act(ctx, 'template.content.removed', templateId, { rowId }, async (tx) => {
    const row = await requireRow(tx, templateId, rowId)
    if (row.sha256 === null) throw new Problem('file-not-found')
    await queries.changeRow(tx, rowId, { sha256: null, fileName: null })
    return {
      before: { fileName: row.fileName },
      after: { fileName: null },
      undo: { rowId, was: { sha256: row.sha256, fileName: row.fileName }, now: null },
    }
  })
}

/** A row's file, named after the template. @throws Problem `not-allowed`, `file-not-found` */
export async function openContent(ctx: Context, templateId: number, rowId: number): Promise<attachments.ServedFile> {
  requireRight(ctx, 'interactions.read')
  const file = await queries.attachment(ctx, rowId)
  if (file === undefined || file.templateId !== templateId) throw new Problem('file-not-found')
  const { code } = required(await queries.find(ctx, templateId))
  const extension = /\.[^.]{1,10}$/.exec(file.fileName ?? '')?.[0] ?? ''
  return { sha256: file.sha256, size: file.size, mediaType: file.mediaType, name: `${code}${extension}` }
}

interface Done {
  readonly before: Change['before']
  readonly after: Change['after']
  /** What taking the act back needs; `null`: it cannot be taken back. */
  readonly undo: object | null
}

function act(
  ctx: Context,
  name: string,
  templateId: number,
  input: object,
  work: (tx: Context, actId: number) => Promise<Done>,
): Promise<ChangedTemplate> {
  requireRight(ctx, 'templates.edit')
  return once(ctx, name, { templateId, ...input }, async (tx) => {
    required(await queries.lock(tx, templateId))
    const { actId } = await journal(tx, name)
    const { before, after, undo } = await work(tx, actId)
    const undoUntil = await queries.finishAct(tx, actId, { recordId: templateId, before, after, undo })
    return { ...required(await queries.find(tx, templateId)), undoId: undoUntil === null ? null : actId, undoUntil }
  })
}

async function requireRow(tx: Context, templateId: number, rowId: number): Promise<queries.LanguageRow> {
  const row = await queries.findRow(tx, rowId)
  if (row === undefined || row.templateId !== templateId) throw new Problem('language-not-available')
  return row
}

async function defaultRow(tx: Context, templateId: number, actId: number): Promise<queries.LanguageRow> {
  const { defaultLanguageId, description } = required(await queries.find(tx, templateId))
  const row = { templateId, languageId: defaultLanguageId, description, sha256: null, fileName: null }
  return (await queries.rowOf(tx, templateId, defaultLanguageId)) ?? queries.insertRow(tx, row, actId)
}

async function fileOf(tx: Context, { uploadId, copyOf }: NewContent): Promise<{ sha256: string; fileName: string }> {
  if (uploadId !== undefined) {
    const { sha256, name } = await attachments.claimUpload(tx, uploadId, '/uploadId')
    return { sha256, fileName: name }
  }
  const row = copyOf === undefined ? undefined : await queries.findRow(tx, copyOf)
  if (row?.sha256 == null || row.fileName === null) throw new Problem('file-not-found', { pointer: '/copyOf' })
  return { sha256: row.sha256, fileName: row.fileName }
}

function rowFree<T>(write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    if (violationOf(error)?.constraint !== 'template_language_once') throw error
    throw new Problem('language-exists', { pointer: '/languageId' })
  })
}

const putContentBack: Inverses[string] = async (tx, { detail }) => {
  requireRight(tx, 'templates.edit')
  const { rowId, was, now } = detail as {
    rowId: number
    was: { sha256: string | null; fileName: string | null }
    now: string | null
  }
  const row = await queries.findRow(tx, rowId)
  const there = was.sha256 === null || (await queries.hasFile(tx, was.sha256))
  if (row === undefined || row.sha256 !== now || !there) throw new Problem('undo-not-possible')
  await queries.changeRow(tx, rowId, was)
}
export const contentInverses: Inverses = {
  'template.content.changed': putContentBack,
  'template.content.removed': putContentBack,
}
