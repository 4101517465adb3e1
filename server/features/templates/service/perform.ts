import { listed, type Undo, writeChanges } from '#kernel/changes.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { type Change, changeOf, journal, journalChanges } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { once } from '#kernel/transaction.ts'
import type { Inverses } from '#kernel/undo.ts'
import { violationOf } from '#kernel/violation.ts'
import * as rows from '../queries/rows.ts'
import * as queries from '../queries/templates.ts'
import type { ChangedTemplate, InteractionTemplate } from '../schema.ts'
import { isSound, type Row, type State, settled, stateOf, told } from '../state.ts'
import { inWhole, required } from './read.ts'

const record = queries.editable.table
const rowRecord = rows.editable.table

/** What an act makes of a template; `asked`: its action was asked for and must go with the content. */
export interface Wish {
  readonly state: State
  readonly asked?: boolean
}

/**
 * One act on a template and its rows that can be taken back. Without a difference there is no act.
 * @param wish what becomes of the template as it is, locked; throws what is wrong with it
 * @throws Problem `not-allowed`, `template-not-found`, `code-exists`, `wizard-action-conflict`, `key-reused`
 */
export async function perform(
  ctx: Context,
  act: string,
  input: { readonly id: number; readonly [more: string]: unknown },
  wish: (tx: Context, before: State, template: InteractionTemplate) => Promise<Wish> | Wish,
): Promise<ChangedTemplate> {
  requireRight(ctx, 'templates.edit')
  return once(ctx, act, input, async (tx) => {
    const template = required(await queries.lock(tx, input.id))
    const before = stateOf(template, await rows.of(tx, input.id))
    const { state, asked = false } = await wish(tx, before, inWhole(template))
    const undo = await write(tx, act, input.id, before, settled(before, state, asked))
    return { ...inWhole(required(await queries.find(tx, input.id))), ...undo }
  })
}

async function write(tx: Context, act: string, id: number, before: State, after: State): Promise<Undo> {
  const changes = rowChanges(before.rows, after.rows)
  const rowsChanged = changes.added.length + changes.changed.length + changes.removed.length > 0
  const was = { ...before.presets, ...told(before.rows) }
  const becomes = { ...after.presets, ...told(after.rows) }
  const change = changeOf(record, id, was, becomes) ?? (rowsChanged ? sameNames(id, becomes.attachments) : null)
  if (change === null) return { undoId: null, undoUntil: null }
  const { actId, undoUntil } = await journal(tx, act, { undoable: true })
  await writeRows(tx, id, changes, actId)
  await codeFree(after.presets.code, () => writeChanges(tx, queries.editable, listed([change]), actId))
  return { undoId: actId, undoUntil }
}

/** Another file of the same name: the history of the template still shows the act. */
const sameNames = (recordId: number, attachments: string | null): Change => ({
  record,
  recordId,
  before: { attachments },
  after: { attachments },
})

const fieldsOf = ({ languageId, description, sha256, fileName }: Row) => ({ languageId, description, sha256, fileName })

function rowChanges(before: readonly Row[], after: readonly Row[]) {
  const kept = new Map(after.map((row) => [row.id, row]))
  return {
    removed: before.filter(({ id }) => !kept.has(id)),
    changed: before.flatMap((row) => {
      const now = kept.get(row.id)
      const change = now && changeOf(rowRecord, row.id ?? 0, fieldsOf(row), fieldsOf(now))
      return change ? [withFile(change, row, now)] : []
    }),
    added: after.filter(({ id }) => id === null),
  }
}

/** An earlier file is found again under the name it had, also where only its content changed. */
const withFile = (change: Change, before: Row, after: Row): Change => ({
  ...change,
  before: { ...change.before, fileName: before.fileName },
  after: { ...change.after, fileName: after.fileName },
})

async function writeRows(
  tx: Context,
  templateId: number,
  { removed, changed, added }: ReturnType<typeof rowChanges>,
  actId: number,
): Promise<void> {
  const gone = removed.map((row) => ({ record: rowRecord, recordId: row.id ?? 0, before: fieldsOf(row), after: null }))
  if (gone.length > 0)
    await rows.remove(
      tx,
      gone.map(({ recordId }) => recordId),
    )
  await rows.change(tx, changed, actId)
  const made: Change[] = []
  for (const row of added) {
    const { id } = await rows.insert(tx, templateId, fieldsOf(row), actId)
    made.push({ record: rowRecord, recordId: id, before: null, after: fieldsOf(row) })
  }
  await journalChanges(tx, actId, [...gone, ...made])
}

/** @throws Problem `code-exists` */
export function codeFree<T>(code: string, write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    if (violationOf(error)?.constraint !== 'interaction_template_code') throw error
    throw new Problem('code-exists', { pointer: '/code', values: { code } })
  })
}

/** Takes an act on a template back: its rows first, then its presets; all of it as the act left it, or nothing. */
const back: Inverses[string] = async (tx, act, undoActId) => {
  requireRight(tx, 'templates.edit')
  const hung = await rows.hung(tx, act.id)
  const swapped = hung.map((change) => ({ ...change, before: change.after, after: change.before }))
  const own = swapped.filter((change) => change.record === record)
  const id = own[0]?.recordId ?? 0
  requireStill((await queries.lock(tx, id)) !== undefined)
  try {
    await rowsBack(
      tx,
      id,
      swapped.filter((change) => change.record === rowRecord),
      undoActId,
    )
    requireStill((await writeChanges(tx, queries.editable, listed(own), undoActId)).length === own.length)
  } catch (error) {
    throw violationOf(error) === null ? error : new Problem('undo-not-possible')
  }
  requireStill(isSound(stateOf(required(await queries.find(tx, id)), await rows.of(tx, id))))
}

async function rowsBack(tx: Context, templateId: number, swapped: readonly Change[], actId: number): Promise<void> {
  const made: Change[] = []
  for (const change of swapped.filter(({ after }) => after === null)) {
    requireStill(await rows.takeBack(tx, change.recordId, change.before as unknown as rows.RowFields))
    made.push(change)
  }
  const changed = swapped.filter(({ before, after }) => before !== null && after !== null)
  requireStill((await rows.change(tx, changed, actId)) === changed.length)
  for (const change of swapped.filter(({ before }) => before === null)) {
    const row = change.after as unknown as rows.RowFields
    await rows.bringBack(tx, change.recordId, templateId, row, actId)
    made.push(change)
  }
  await journalChanges(tx, actId, made)
}

function requireStill(still: boolean): void {
  if (!still) throw new Problem('undo-not-possible')
}

export const templateInverses: Inverses = {
  'template.changed': back,
  'template.closed': back,
  'template.reopened': back,
  'template.content.changed': back,
  'template.content.removed': back,
  'template.language.added': back,
  'template.language.changed': back,
  'template.language.removed': back,
}
