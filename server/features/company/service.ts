import * as interactions from '#features/interactions/service/read.ts'
import { type Context, type Right, requireRight } from '#kernel/context.ts'
import { changeOf, journal } from '#kernel/journal.ts'
import type { Page } from '#kernel/page.ts'
import { Problem } from '#kernel/problem.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import { requireSeen, requireVersion } from '#kernel/version.ts'
import { violationOf } from '#kernel/violation.ts'
import { hasWords, say } from '#kernel/words.ts'
import * as queries from './queries.ts'
import type { HistoryQuery, HistoryRow, NewView, Setup, SetupPatch, View, ViewPatch } from './schema.ts'

/** The right that reading a record's history asks for. */
const rightOf: Readonly<Record<HistoryQuery['record'], Right>> = {
  contact: 'contacts.read',
  interaction: 'interactions.read',
  salesperson: 'contacts.read',
  language: 'contacts.read',
  interaction_group: 'interactions.read',
  interaction_template: 'interactions.read',
  setup: 'setup.edit',
}

/** For everybody who is signed in: each form starts from it. */
export const readSetup = (ctx: Context): Promise<Setup> => queries.setup(ctx)

/** @throws Problem `not-allowed`, `version-required`, `stale` */
export function changeSetup(ctx: Context, seen: number | undefined, to: SetupPatch): Promise<Setup> {
  requireRight(ctx, 'setup.edit')
  return inTransaction(ctx, async (tx) => {
    const before = await queries.lockSetup(tx)
    await requireSeen(tx, 'setup', seen, { id: 1, ...before })
    const change = changeOf('setup', 1, before, to)
    if (change === null) return before
    await journal(tx, 'setup.changed', { changes: [change] })
    await queries.changeSetup(tx, to)
    return queries.setup(tx)
  })
}

/** What happened to a record, newest first; its making stands at the end. @throws Problem `not-allowed`, `entry-not-found`, `cursor-invalid` */
export async function readHistory(ctx: Context, query: HistoryQuery): Promise<Page<HistoryRow>> {
  requireRight(ctx, rightOf[query.record])
  if (query.record === 'interaction') await interactions.requireEntry(ctx, query.id)
  const { items, next } = await queries.history(ctx, query)
  const made = next === null && query.record !== 'setup' ? await queries.making(ctx, query.record, query.id) : undefined
  const rows = made === undefined || items.some(({ actId }) => actId === made.actId) ? items : [...items, made]
  return { items: rows.map((row) => ({ ...row, said: inWords(ctx, row.act) })), next }
}

function inWords(ctx: Context, act: string): string {
  const key = `journal:${act}`
  return hasWords(key) ? say(ctx.user.language, key) : act
}

export const listViews = async (ctx: Context, list: string): Promise<Page<View>> => ({
  items: await queries.views(ctx, list),
  next: null,
})

/** Keeps a view under its name; the caller's own of that name is replaced. */
export const saveView = (ctx: Context, view: NewView): Promise<Page<View>> =>
  once(ctx, 'saveView', view, async (tx) => {
    await queries.saveView(tx, view)
    return listViews(tx, view.list)
  })

/**
 * Renames a view of the caller's own, or changes what it shows and to whom.
 * @throws Problem `not-found` for what is not the caller's own, `version-required`, `stale`, `view-exists`
 */
export const changeView = (ctx: Context, id: number, seen: number | undefined, to: ViewPatch): Promise<View> =>
  inTransaction(ctx, async (tx) => {
    const before = await queries.lockView(tx, id)
    if (before === undefined) throw new Problem('not-found')
    requireVersion(seen, before, tx.user.name)
    if (changeOf('saved_view', id, before, to) === null) return before
    const changed = { ...before, ...to, version: before.version + 1 }
    await queries.changeView(tx, changed).catch((error: unknown) => {
      if (violationOf(error)?.constraint !== 'saved_view_name') throw error
      throw new Problem('view-exists', { pointer: '/name', values: { name: changed.name } })
    })
    return changed
  })

/** @throws Problem `not-found` for what is not the caller's own */
export const removeView = (ctx: Context, id: number): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    if (!(await queries.removeView(tx, id))) throw new Problem('not-found')
  })
