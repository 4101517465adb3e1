import { Temporal } from 'temporal-polyfill'
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
import { say } from '#kernel/words.ts'
import * as queries from './queries.ts'
import type { ChangedGroup, GroupPatch, GroupQuery, GroupRow, InteractionGroup, NewGroup } from './schema.ts'

/** Groups in the order of their codes, with the figures of their entries in a period. @throws Problem `not-allowed`, `cursor-invalid` */
export async function listGroups(ctx: Context, query: GroupQuery): Promise<Page<GroupRow>> {
  requireRight(ctx, 'interactions.read')
  return queries.list(ctx, query)
}

/** @throws Problem `not-allowed`, `group-not-found` */
export async function getGroup(ctx: Context, id: number): Promise<InteractionGroup> {
  requireRight(ctx, 'interactions.read')
  return required(await queries.find(ctx, id))
}

/** @throws Problem `not-allowed`, `code-exists` */
export async function createGroup(ctx: Context, input: NewGroup): Promise<InteractionGroup> {
  requireRight(ctx, 'templates.edit')
  const fields = { ...input, code: input.code.toUpperCase() }
  return once(ctx, 'createGroup', input, async (tx) => {
    const { actId } = await journal(tx, 'group.created')
    return codeFree(fields.code, () => queries.insert(tx, fields, actId))
  })
}

/** Changes what the patch names; entries keep the group they were logged with. @throws Problem `not-allowed`, `group-not-found`, `version-required`, `stale`, `code-exists` */
export function changeGroup(
  ctx: Context,
  id: number,
  seen: number | undefined,
  patch: GroupPatch,
): Promise<ChangedGroup> {
  const code = patch.code?.toUpperCase()
  return change(ctx, 'group.changed', { id, seen, patch }, async (tx, before) => {
    await requireSeen(tx, 'interaction_group', seen, before)
    return code === undefined ? patch : { ...patch, code }
  })
}

/** From now on the group is not offered any more; figures keep it. @throws Problem `not-allowed`, `group-not-found` */
export const closeGroup = (ctx: Context, id: number): Promise<ChangedGroup> =>
  change(ctx, 'group.closed', { id }, async (_, { closedAt }) => ({
    closedAt: closedAt ?? Temporal.Now.instant().round('microsecond').toString(),
  }))

/** @throws Problem `not-allowed`, `group-not-found` */
export const reopenGroup = (ctx: Context, id: number): Promise<ChangedGroup> =>
  change(ctx, 'group.reopened', { id }, async () => ({ closedAt: null }))

async function change(
  ctx: Context,
  act: string,
  input: { readonly id: number; readonly [more: string]: unknown },
  fieldsOf: (tx: Context, before: InteractionGroup) => Promise<Partial<InteractionGroup>>,
): Promise<ChangedGroup> {
  requireRight(ctx, 'templates.edit')
  return once(ctx, act, input, async (tx) => {
    const before = required(await queries.lock(tx, input.id))
    const fields = await fieldsOf(tx, before)
    const undo = await codeFree(fields.code, () => changeRecord(tx, queries.editable, act, before, fields))
    return { ...required(await queries.find(tx, input.id)), ...undo }
  })
}

/** Deletes a group that nothing uses. @throws Problem `not-allowed`, `group-not-found`, `in-use` */
export async function deleteGroup(ctx: Context, id: number): Promise<Done> {
  requireRight(ctx, 'templates.edit')
  return inTransaction(ctx, async (tx) => {
    const before = required(await queries.lock(tx, id))
    const uses = await queries.uses(tx, id)
    const count = uses.templates + uses.interactions
    if (count > 0) throw new Problem('in-use', { values: { count, ...uses } })
    await journal(tx, 'group.deleted', {
      changes: [{ record: 'interaction_group', recordId: id, before, after: null }],
    })
    await queries.remove(tx, id)
    return { count: 1, undoId: null, undoUntil: null }
  })
}

export const isThere = async (tx: Context, id: number): Promise<boolean> => (await queries.find(tx, id)) !== undefined

/** Gives a company its first groups, named in the user's language. @returns the id of every group, by its code */
export async function seed(tx: Context): Promise<Map<string, number>> {
  const { actId } = await journal(tx, 'groups.seeded')
  const rows = (['letter', 'call', 'meeting', 'mail', 'document', 'system'] as const).map((kind) => ({
    code: say(tx.user.language, `groups:starter.${kind}.code`),
    description: say(tx.user.language, `groups:starter.${kind}.description`),
  }))
  await queries.insertMissing(tx, rows, actId)
  return queries.idsByCode(tx)
}

const back = putBack(queries.editable, 'templates.edit')
export const groupInverses: Inverses = {
  'group.changed': (...act) => codeFree(undefined, () => back(...act)),
  'group.closed': back,
  'group.reopened': back,
}

function required(found: InteractionGroup | undefined): InteractionGroup {
  if (found === undefined) throw new Problem('group-not-found')
  return found
}

function codeFree<T>(code: string | undefined, write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    if (violationOf(error)?.constraint !== 'interaction_group_code') throw error
    throw code === undefined
      ? new Problem('undo-not-possible')
      : new Problem('code-exists', { pointer: '/code', values: { code } })
  })
}
