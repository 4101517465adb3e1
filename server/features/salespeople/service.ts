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
import * as queries from './queries.ts'
import type { ChangedSalesperson, NewSalesperson, Salesperson, SalespersonPatch, SalespersonQuery } from './schema.ts'

/** Salespeople in the order of their codes, for everybody who is signed in: each form picks from them. */
export async function listSalespeople(ctx: Context, { closed = false }: SalespersonQuery): Promise<Page<Salesperson>> {
  return { items: await queries.list(ctx, closed), next: null }
}

/** @throws Problem `salesperson-not-found` */
export async function getSalesperson(ctx: Context, id: number): Promise<Salesperson> {
  return required(await queries.find(ctx, id))
}

/** @throws Problem `not-allowed`, `code-exists` */
export async function createSalesperson(ctx: Context, input: NewSalesperson): Promise<Salesperson> {
  requireRight(ctx, 'setup.edit')
  const fields = { ...input, code: input.code.toUpperCase() }
  return once(ctx, 'createSalesperson', input, async (tx) => {
    const { actId } = await journal(tx, 'salesperson.created')
    return codeFree(fields.code, () => queries.insert(tx, fields, actId))
  })
}

/** Changes what the patch names. @throws Problem `not-allowed`, `salesperson-not-found`, `version-required`, `stale`, `code-exists` */
export async function changeSalesperson(
  ctx: Context,
  id: number,
  seen: number | undefined,
  patch: SalespersonPatch,
): Promise<ChangedSalesperson> {
  const code = patch.code?.toUpperCase()
  return change(ctx, 'salesperson.changed', { id, seen, patch }, async (tx, before) => {
    await requireSeen(tx, 'salesperson', seen, before)
    return code === undefined ? patch : { ...patch, code }
  })
}

/** From now on nothing new is booked on the salesperson; what is there stays. @throws Problem `not-allowed`, `salesperson-not-found` */
export const closeSalesperson = (ctx: Context, id: number): Promise<ChangedSalesperson> =>
  change(ctx, 'salesperson.closed', { id }, async (_, { closedAt }) => ({
    closedAt: closedAt ?? Temporal.Now.instant().round('microsecond').toString(),
  }))

/** @throws Problem `not-allowed`, `salesperson-not-found` */
export const reopenSalesperson = (ctx: Context, id: number): Promise<ChangedSalesperson> =>
  change(ctx, 'salesperson.reopened', { id }, async () => ({ closedAt: null }))

async function change(
  ctx: Context,
  act: string,
  input: { readonly id: number; readonly [more: string]: unknown },
  fieldsOf: (tx: Context, before: Salesperson) => Promise<Partial<Salesperson>>,
): Promise<ChangedSalesperson> {
  requireRight(ctx, 'setup.edit')
  return once(ctx, act, input, async (tx) => {
    const before = required(await queries.lock(tx, input.id))
    const fields = await fieldsOf(tx, before)
    const undo = await codeFree(fields.code, () => changeRecord(tx, queries.editable, act, before, fields))
    return { ...required(await queries.find(tx, input.id)), ...undo }
  })
}

/** Deletes a salesperson whom nothing names. @throws Problem `not-allowed`, `salesperson-not-found`, `in-use` */
export async function deleteSalesperson(ctx: Context, id: number): Promise<Done> {
  requireRight(ctx, 'setup.edit')
  return inTransaction(ctx, async (tx) => {
    const before = required(await queries.lock(tx, id))
    const uses = await queries.uses(tx, id)
    const count = uses.contacts + uses.interactions + uses.members
    if (count > 0) throw new Problem('in-use', { values: { count, ...uses } })
    await journal(tx, 'salesperson.deleted', {
      changes: [{ record: 'salesperson', recordId: id, before, after: null }],
    })
    await queries.remove(tx, id)
    return { count: 1, undoId: null, undoUntil: null }
  })
}

/** Refuses a salesperson on whom nothing new can be booked. @throws Problem `salesperson-not-found`, `salesperson-blocked` */
export async function requireOpen(tx: Context, id: number, pointer: string): Promise<void> {
  const found = await queries.find(tx, id)
  if (found === undefined) throw new Problem('salesperson-not-found', { pointer })
  if (found.closedAt !== null) throw new Problem('salesperson-blocked', { pointer })
}

const back = putBack(queries.editable, 'setup.edit')
export const salespersonInverses: Inverses = {
  'salesperson.changed': (...act) => codeFree(undefined, () => back(...act)),
  'salesperson.closed': back,
  'salesperson.reopened': back,
}

function required(found: Salesperson | undefined): Salesperson {
  if (found === undefined) throw new Problem('salesperson-not-found')
  return found
}

function codeFree<T>(code: string | undefined, write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    if (violationOf(error)?.constraint !== 'salesperson_code') throw error
    throw code === undefined
      ? new Problem('undo-not-possible')
      : new Problem('code-exists', { pointer: '/code', values: { code } })
  })
}

/** Makes the salesperson that a new user is: the code is made of the name's initials. @returns its id */
export async function ofUser(tx: Context, { name, email }: { name: string; email: string }): Promise<number> {
  const initials = name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .toUpperCase()
    .slice(0, 10)
  const { actId } = await journal(tx, 'salesperson.created')
  const taken = new Set((await queries.list(tx, true)).map(({ code }) => code))
  const code =
    [initials, ...Array.from(taken, (_, n) => `${initials}${n + 2}`)].find((one) => !taken.has(one)) ?? initials
  const { id } = await queries.insert(tx, { code, name, email, phone: null, jobTitle: null }, actId)
  return id
}

/** What `%me`, `%user` and `%mysalesperson` stand for in filters; asked only where one may be named. */
export async function tokens(ctx: Context, filters: object): Promise<Record<string, readonly string[]>> {
  if (!Object.values(filters).some((text) => typeof text === 'string' && text.includes('%'))) return {}
  const { salespersonId, name } = ctx.user
  const mine = salespersonId === null ? undefined : await queries.find(ctx, salespersonId)
  return { me: [name], user: [name], mysalesperson: mine === undefined ? [] : [mine.code] }
}
