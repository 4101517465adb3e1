import type { Context } from '#kernel/context.ts'
import { Problem } from '#kernel/problem.ts'
import * as queries from '../queries.ts'
import type { Key, NewKey } from '../schema.ts'
import { hashOf, newToken } from '../tokens.ts'
import { type Entrance, forgetAll } from './who.ts'

/** The caller's keys for programs. */
export const listKeys = ({ databases: { server } }: Entrance, ctx: Context): Promise<Key[]> =>
  queries.keys(server, ctx.user.id, ctx.company.id)

/**
 * Makes a key with which a program acts as the caller. A program cannot: a key that was stolen would make others, and
 * outlive its end.
 * @returns the key itself, this once
 * @throws Problem `not-allowed`
 */
export async function makeKey(entrance: Entrance, ctx: Context, { name }: NewKey): Promise<Key & { key: string }> {
  if (ctx.door !== 'page') throw new Problem('not-allowed', { values: { right: 'page' } })
  const key = `ck_${newToken()}`
  const of = { userId: ctx.user.id, companyId: ctx.company.id }
  return { ...(await queries.insertKey(entrance.databases.server, { ...of, name, keyHash: hashOf(key) })), key }
}

/** Takes a key back: here at once, elsewhere programs that use it are refused within five seconds. @throws Problem `not-found` */
export async function removeKey(entrance: Entrance, ctx: Context, id: number): Promise<void> {
  if (!(await queries.removeKey(entrance.databases.server, ctx.user.id, id))) throw new Problem('not-found')
  forgetAll(entrance)
}
