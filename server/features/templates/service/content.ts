import { extname } from 'node:path'
import * as attachments from '#features/attachments/service.ts'
import type { Context } from '#kernel/context.ts'
import type { Page } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import { requireSeen } from '#kernel/version.ts'
import * as queries from '../queries/rows.ts'
import type {
  AttachmentVersion,
  ChangedTemplate,
  InteractionTemplate,
  LanguageRowFields,
  NewContent,
} from '../schema.ts'
import { defaultRow, type Row, type State } from '../state.ts'
import { perform } from './perform.ts'
import { getTemplate } from './read.ts'
import { newRow } from './templates.ts'

/**
 * Adds a language to a template; the first one becomes its default.
 * @throws Problem `not-allowed`, `template-not-found`, `language-not-found`, `language-exists`
 */
export const addTemplateLanguage = (ctx: Context, id: number, fields: LanguageRowFields): Promise<ChangedTemplate> =>
  perform(ctx, 'template.language.added', { id, fields }, async (tx, before) => {
    const { languageId, description = null } = fields
    requireFree(before.rows, languageId)
    return { state: { ...before, rows: [...before.rows, await newRow(tx, languageId, description, '/languageId')] } }
  })

/**
 * Changes language and description of a row; the template's default follows its row.
 * @throws Problem `not-allowed`, `template-not-found`, `language-not-available`, `version-required`, `stale`,
 * `language-not-found`, `language-exists`
 */
export const changeTemplateLanguage = (
  ctx: Context,
  id: number,
  rowId: number,
  seen: number | undefined,
  to: LanguageRowFields,
): Promise<ChangedTemplate> =>
  perform(ctx, 'template.language.changed', { id, rowId, seen, to }, async (tx, before, template) => {
    const row = rowOf(before, rowId)
    const shown = template.languages.find((language) => language.id === rowId)
    if (shown !== undefined) await requireSeen(tx, 'template_language', seen, shown)
    const { languageId, description = row.description } = to
    requireFree(
      before.rows.filter((other) => other !== row),
      languageId,
    )
    const { languageCode } = await newRow(tx, languageId, null, '/languageId')
    return { state: replaced(before, row, { ...row, languageId, languageCode, description }) }
  })

/**
 * Removes a language with its file; the default goes to the first that is left.
 * @throws Problem `not-allowed`, `template-not-found`, `language-not-available`
 */
export const removeTemplateLanguage = (ctx: Context, id: number, rowId: number): Promise<ChangedTemplate> =>
  perform(ctx, 'template.language.removed', { id, rowId }, (_, before) => {
    const row = rowOf(before, rowId)
    return { state: { ...before, rows: before.rows.filter((other) => other !== row) } }
  })

/**
 * Gives a row its file: one just sent, a copy of another row's, or one that it had before. Without a row, that of the
 * default language is meant, and made when it is missing. The file it had stays among its versions.
 * @throws Problem `not-allowed`, `template-not-found`, `language-not-available`, `file-not-found`
 */
export const setContent = (
  ctx: Context,
  id: number,
  rowId: number | null,
  content: NewContent,
): Promise<ChangedTemplate> =>
  perform(ctx, 'template.content.changed', { id, rowId, content }, async (tx, before) => {
    const row = rowId === null ? defaultRow(before) : rowOf(before, rowId)
    const file = await fileOf(tx, content, row?.id ?? null)
    if (row !== undefined) return { state: replaced(before, row, { ...row, ...file }) }
    const { defaultLanguageId, description } = before.presets
    const made = await newRow(tx, defaultLanguageId, description, '/defaultLanguageId')
    return { state: { ...before, rows: [...before.rows, { ...made, ...file }] } }
  })

/**
 * Takes the file off a row, the default one without `rowId`; entries that have it keep it.
 * @throws Problem `not-allowed`, `template-not-found`, `language-not-available`, `file-not-found`
 */
export const removeContent = (ctx: Context, id: number, rowId: number | null): Promise<ChangedTemplate> =>
  perform(ctx, 'template.content.removed', { id, rowId }, (_, before) => {
    const row = rowId === null ? defaultRow(before) : rowOf(before, rowId)
    if (row === undefined || row.sha256 === null) throw new Problem('file-not-found')
    return { state: replaced(before, row, { ...row, sha256: null, fileName: null }) }
  })

/** The file of a row, named after the template; without `rowId` that of the default language. @throws Problem `not-allowed`, `template-not-found`, `file-not-found` */
export async function openContent(ctx: Context, id: number, rowId: number | null): Promise<attachments.ServedFile> {
  const template = await getTemplate(ctx, id)
  const row = template.languages.find((one) =>
    rowId === null ? one.languageId === template.defaultLanguageId : one.id === rowId,
  )
  const file = row && (await queries.file(ctx, row.id))
  if (file === undefined) throw new Problem('file-not-found')
  const { fileName, ...stored } = file
  return { ...stored, name: `${template.code}${extname(fileName ?? '')}` }
}

/** The files that a row had before, the last first. @throws Problem `not-allowed`, `template-not-found`, `language-not-available` */
export async function listContentVersions(ctx: Context, id: number, rowId: number): Promise<Page<AttachmentVersion>> {
  requireOwn(await getTemplate(ctx, id), rowId)
  return { items: (await queries.versions(ctx, rowId)).map(({ sha256: _, ...shown }) => shown), next: null }
}

/** @throws Problem `not-allowed`, `template-not-found`, `language-not-available`, `file-not-found` */
export async function openContentVersion(
  ctx: Context,
  id: number,
  rowId: number,
  actId: number,
): Promise<attachments.ServedFile> {
  requireOwn(await getTemplate(ctx, id), rowId)
  return version(ctx, rowId, actId)
}

async function version(
  ctx: Context,
  rowId: number | null,
  actId: number,
  pointer?: string,
): Promise<queries.StoredVersion> {
  const versions = rowId === null ? [] : await queries.versions(ctx, rowId)
  const found = versions.find((one) => one.actId === actId)
  if (found === undefined) throw new Problem('file-not-found', pointer === undefined ? {} : { pointer })
  return found
}

async function fileOf(
  tx: Context,
  { uploadId, copyOf, version: actId }: NewContent,
  rowId: number | null,
): Promise<Pick<Row, 'sha256' | 'fileName'>> {
  if (uploadId !== undefined) {
    const { sha256, name } = await attachments.claimUpload(tx, uploadId, '/uploadId')
    return { sha256, fileName: name }
  }
  if (actId !== undefined) {
    const { sha256, name } = await version(tx, rowId, actId, '/version')
    return { sha256, fileName: name }
  }
  const source = copyOf === undefined ? undefined : await queries.find(tx, copyOf)
  if (source?.sha256 == null) throw new Problem('file-not-found', { pointer: '/copyOf' })
  return { sha256: source.sha256, fileName: source.fileName }
}

/** @throws Problem `language-not-available` */
function rowOf({ rows }: State, id: number): Row {
  const row = rows.find((one) => one.id === id)
  if (row === undefined) throw new Problem('language-not-available')
  return row
}

const replaced = (state: State, row: Row, by: Row): State => ({
  ...state,
  rows: state.rows.map((one) => (one === row ? by : one)),
})

function requireOwn({ languages }: InteractionTemplate, rowId: number): void {
  if (!languages.some(({ id }) => id === rowId)) throw new Problem('language-not-available')
}

function requireFree(rows: readonly Row[], languageId: number | null): void {
  if (rows.some((row) => row.languageId === languageId))
    throw new Problem('language-exists', { pointer: '/languageId' })
}
