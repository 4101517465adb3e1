import * as salespeople from '#features/salespeople/service.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { journal, unjournal } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { once } from '#kernel/transaction.ts'
import type { Inverses } from '#kernel/undo.ts'
import { selected } from '../queries/selection.ts'
import * as state from '../queries/state.ts'
import type { Cancel, Changed, Evaluate, Reassign, Selected } from '../schema.ts'
import { settingFor } from './setting.ts'

/** Strikes entries out: kept, not counted. Those canceled already are left alone. @throws Problem `not-allowed`, `filter-invalid` */
export const cancelInteractions = (ctx: Context, { reason, ...selection }: Cancel): Promise<Changed> =>
  change(
    ctx,
    'cancelInteractions',
    'interactions.cancel',
    'interaction.canceled',
    { selection, reason },
    (tx, ids, actId) => state.setCanceled(tx, ids, true, actId, reason ?? null),
  )

/** Takes canceled entries back into the log. @throws Problem `not-allowed`, `filter-invalid` */
export const restoreInteractions = (ctx: Context, selection: Selected): Promise<Changed> =>
  change(ctx, 'restoreInteractions', 'interactions.cancel', 'interaction.restored', { selection }, (tx, ids, actId) =>
    state.setCanceled(tx, ids, false, actId, null),
  )

/** Sets how it went, 1 very positive to 5 very negative, `null` clears it; canceled entries too. @throws Problem `not-allowed`, `filter-invalid` */
export const evaluateInteractions = (ctx: Context, { evaluation, ...selection }: Evaluate): Promise<Changed> =>
  change(
    ctx,
    'evaluateInteractions',
    'interactions.record',
    'interaction.evaluated',
    { selection, evaluation },
    (tx, ids, actId) => state.setEvaluation(tx, ids, evaluation, actId),
  )

/** Gives entries to another salesperson. @throws Problem `not-allowed`, `filter-invalid`, `salesperson-not-found`, `salesperson-blocked` */
export const reassignInteractions = (ctx: Context, { salespersonId, ...selection }: Reassign): Promise<Changed> =>
  change(
    ctx,
    'reassignInteractions',
    'interactions.cancel',
    'interaction.reassigned',
    { selection, salespersonId },
    async (tx, ids, actId) => {
      await salespeople.requireOpen(tx, salespersonId, '/salespersonId')
      return state.setSalesperson(tx, ids, salespersonId, actId)
    },
  )

async function change(
  ctx: Context,
  name: string,
  right: Parameters<typeof requireRight>[1],
  act: string,
  input: { selection: Selected; [value: string]: unknown },
  write: (tx: Context, ids: state.Ids, actId: number) => Promise<number>,
): Promise<Changed> {
  requireRight(ctx, right)
  return once(ctx, name, input, async (tx) => {
    const { selection } = input
    const { actId, undoUntil } = await journal(tx, act, { undoable: true })
    const count = await write(tx, selected(tx, selection, await settingFor(tx, selection.filter)), actId)
    if (count > 0) return { count, undoId: actId, undoUntil }
    await unjournal(tx, actId)
    return { count, undoId: null, undoUntil: null }
  })
}

/** What takes the acts on entries back. Taking back a log cancels its entries: the ledger is never rewritten. */
export const interactionInverses: Inverses = {
  'interaction.logged': async (tx, act, undoActId) => {
    requireRight(tx, 'interactions.record')
    requireSome(await state.setCanceled(tx, state.loggedBy(tx, act.id), true, undoActId, null))
  },
  'interaction.canceled': async (tx, act, undoActId) => {
    requireRight(tx, 'interactions.cancel')
    requireSome(await state.setCanceled(tx, state.changedBy(tx, act.id), false, undoActId, null))
  },
  'interaction.restored': async (tx, act, undoActId) => {
    requireRight(tx, 'interactions.cancel')
    requireSome(await state.setCanceled(tx, state.changedBy(tx, act.id), true, undoActId, null))
  },
  'interaction.evaluated': async (tx, act, undoActId) => {
    requireRight(tx, 'interactions.record')
    requireSome(await state.putBack(tx, act.id, undoActId, 'evaluation', 'evaluation'))
  },
  'interaction.reassigned': async (tx, act, undoActId) => {
    requireRight(tx, 'interactions.cancel')
    requireSome(await state.putBack(tx, act.id, undoActId, 'salesperson_id', 'salespersonId'))
  },
}

function requireSome(count: number): void {
  if (count === 0) throw new Problem('undo-not-possible')
}
