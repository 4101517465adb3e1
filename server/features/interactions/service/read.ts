import type { Readable } from 'node:stream'
import * as attachments from '#features/attachments/service.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { explain, type FilterAnswer, type FilterQuestion } from '#kernel/filter/explain.ts'
import { countOf, type Page } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import { logFields } from '../fields.ts'
import * as details from '../queries/details.ts'
import * as log from '../queries/log.ts'
import { found } from '../queries/selection.ts'
import type { Interaction, InteractionCard, InteractionQuery } from '../schema.ts'
import { settingFor } from './setting.ts'

/** Entries the caller may see, newest first unless asked otherwise. @throws Problem `not-allowed`, `filter-invalid`, `cursor-invalid` */
export async function listInteractions(ctx: Context, query: InteractionQuery): Promise<Page<Interaction>> {
  requireRight(ctx, 'interactions.read')
  return log.page(ctx, found(ctx, query, await settingFor(ctx, query)), query)
}

/** How many entries a filter of the log finds, counted to 10,000. @throws Problem `not-allowed`, `filter-invalid` */
export async function countInteractions(
  ctx: Context,
  query: InteractionQuery,
): Promise<{ count: number; more: boolean }> {
  requireRight(ctx, 'interactions.read')
  return countOf(ctx.db, found(ctx, query, await settingFor(ctx, query)))
}

/** What a filter of the log means, or where it stops being one. @throws Problem `not-allowed`, `not-found` for a field that is none */
export async function explainFilter(ctx: Context, question: FilterQuestion): Promise<FilterAnswer> {
  requireRight(ctx, 'interactions.read')
  return explain(logFields, question, await settingFor(ctx, question))
}

/** One entry with its files, comments and links. @throws Problem `not-allowed`, `entry-not-found` */
export async function getInteraction(ctx: Context, id: number): Promise<InteractionCard> {
  const entry = await requireEntry(ctx, id)
  const [cancellation, files, commentList, followedByIds] = await Promise.all([
    details.cancellation(ctx, id),
    details.attachments(ctx, id),
    details.comments(ctx, id),
    details.followers(ctx, id),
  ])
  return { ...entry, cancellation: cancellation ?? null, files, commentList, followedByIds }
}

/** A file of an entry, to be streamed. @throws Problem `not-allowed`, `file-not-found` */
export async function openAttachment(ctx: Context, interactionId: number, id: number): Promise<attachments.ServedFile> {
  requireRight(ctx, 'interactions.read')
  const file = await details.attachment(ctx, interactionId, id)
  if (file === undefined) throw new Problem('file-not-found')
  return file
}

/** Every file of an entry, as one ZIP. @throws Problem `not-allowed`, `entry-not-found`, `file-not-found` when it has none */
export async function openAttachments(ctx: Context, id: number): Promise<{ name: string; content: Readable }> {
  await requireEntry(ctx, id)
  const files = await details.attachments(ctx, id)
  if (files.length === 0) throw new Problem('file-not-found')
  return { name: `${id}.zip`, content: attachments.readArchive(ctx, files) }
}

/** @throws Problem `not-allowed`, `entry-not-found` */
export async function requireEntry(ctx: Context, id: number): Promise<Interaction> {
  requireRight(ctx, 'interactions.read')
  const entry = await log.find(ctx, id)
  if (entry === undefined) throw new Problem('entry-not-found', { values: { id } })
  return entry
}
