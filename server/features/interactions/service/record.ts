import { createHash } from 'node:crypto'
import * as attachments from '#features/attachments/service.ts'
import * as extraction from '#features/extraction/service.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { journalChanges } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { inTransaction } from '#kernel/transaction.ts'
import { violationOf } from '#kernel/violation.ts'
import { entryOf, type Plan, planOf } from '../plan.ts'
import * as details from '../queries/details.ts'
import * as drafts from '../queries/drafts.ts'
import * as log from '../queries/log.ts'
import * as queries from '../queries/record.ts'
import { refreshWords } from '../queries/words.ts'
import type { Logged, NewInteraction } from '../schema.ts'

/**
 * Logs one interaction with each of the contacts: all of them or none. What is left out follows the template and the
 * contact; uploads and the template's file become the entries' own. The draft it came from ends with it.
 * @returns the entries in the order of the contacts; for an Idempotency-Key that was used before, those of the first time
 * @throws Problem `not-allowed`; all together, each at its field: `contact-not-found`, `contact-privacy-blocked`,
 * `template-not-found`, `template-closed`, `field-required`, `salesperson-not-found`, `salesperson-blocked`,
 * `language-not-available`, `email-needs-content`; `entry-not-found`, `draft-not-found`, `file-not-found`, `key-reused`
 */
export async function logInteractions(ctx: Context, input: NewInteraction): Promise<Logged> {
  requireRight(ctx, 'interactions.record')
  const key = ctx.key === undefined ? undefined : { key: ctx.key, inputHash: hashOf(input) }
  try {
    return await record(ctx, input, key)
  } catch (error) {
    const answered = key && (await earlierAnswer(ctx, key))
    if (answered) return answered
    throw violationOf(error)?.constraint === 'interaction_template' ? deletedMeanwhile() : error
  }
}

const hashOf = (input: NewInteraction): string => createHash('sha256').update(JSON.stringify(input)).digest('hex')

const deletedMeanwhile = () => new Problem('template-not-found', { pointer: '/templateId' })

type Key = { readonly key: string; readonly inputHash: string } | undefined

async function record(ctx: Context, input: NewInteraction, key: Key): Promise<Logged> {
  const known = await queries.resolve(ctx, {
    contactIds: input.contactIds,
    templateId: input.templateId,
    salespersonId: input.salespersonId ?? null,
  })
  const plan = planOf(input, known)
  return isOneStatement(input, plan)
    ? write(ctx, input, plan, key)
    : inTransaction(ctx, (tx) => write(tx, input, plan, key))
}

/** Most interactions are one statement, which is its own transaction; files, comment and draft need one around it. */
const isOneStatement = (input: NewInteraction, { templateFiles }: Plan): boolean =>
  !input.uploadIds?.length &&
  templateFiles.every((file) => file === null) &&
  input.comment == null &&
  input.draftId === undefined &&
  input.followsId == null

async function write(tx: Context, input: NewInteraction, plan: Plan, key: Key): Promise<Logged> {
  if (input.followsId != null && !(await log.find(tx, input.followsId)))
    throw new Problem('entry-not-found', { pointer: '/followsId', values: { id: input.followsId } })
  const written = await queries.write(tx, plan.shared, plan.rows, key)
  const first = written[0]
  if (first === undefined)
    throw new Problem('contact-privacy-blocked', { pointer: '/contactIds', values: { no: '', name: '' } })
  const files = await attach(tx, input, plan, written)
  if (input.comment != null)
    await details.insertComments(
      tx,
      written.map(({ id }) => id),
      input.comment,
      first.actId,
    )
  if (input.comment != null || files.textKnown)
    await refreshWords(
      tx,
      written.map(({ id }) => id),
    )
  if (input.draftId !== undefined) await finishDraft(tx, input.draftId, first.actId)
  const entries = written.map((row, n) =>
    entryOf(tx, plan, row, n, { attachments: files.counts[n] ?? 0, comments: input.comment == null ? 0 : 1 }),
  )
  return { entries, undoId: first.actId, undoUntil: first.undoUntil }
}

/** Gives every entry its own reference to the files. @returns how many each has, and whether the text of any has been read before */
async function attach(
  tx: Context,
  input: NewInteraction,
  plan: Plan,
  written: readonly queries.Written[],
): Promise<{ counts: number[]; textKnown: boolean }> {
  const uploads = input.uploadIds?.length ? await attachments.claimUploads(tx, input.uploadIds) : []
  const given = written.map(({ id }, n) => {
    const file = plan.templateFiles[n]
    return [
      ...(file ? [{ interactionId: id, sha256: file.sha256, name: file.name, origin: 'template' as const }] : []),
      ...uploads.map(({ sha256, name }) => ({ interactionId: id, sha256, name, origin: 'imported' as const })),
    ]
  })
  const counts = given.map((files) => files.length)
  const all = given.flat()
  if (all.length === 0) return { counts, textKnown: false }
  await details.insertAttachments(tx, all, written[0]?.actId ?? 0)
  const read = await extraction.filesAttached(tx, [...new Set(all.map(({ sha256 }) => sha256))])
  return { counts, textKnown: read.length > 0 }
}

async function finishDraft(tx: Context, draftId: number, actId: number): Promise<void> {
  const draft = await drafts.remove(tx, draftId)
  if (draft === undefined) throw new Problem('draft-not-found', { pointer: '/draftId' })
  await journalChanges(tx, actId, [
    { record: 'draft', recordId: draftId, before: { userId: draft.userId, startedAt: draft.startedAt }, after: null },
  ])
}

async function earlierAnswer(
  ctx: Context,
  { key, inputHash }: { key: string; inputHash: string },
): Promise<Logged | undefined> {
  const before = await queries.earlier(ctx, key)
  if (before === undefined) return undefined
  if (before.act !== 'logInteractions' || before.inputHash !== inputHash) throw new Problem('key-reused')
  const { actId } = before.answer as { actId: number }
  const entries = await log.ofAct(ctx, actId)
  return { entries, undoId: actId, undoUntil: await log.undoUntil(ctx, actId) }
}
