import * as salespeople from '#features/salespeople/service.ts'
import type { Context } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { hashPassword, isGuessable } from '../passwords.ts'
import * as queries from '../queries.ts'
import type { Welcome } from '../schema.ts'
import { hashOf, newToken } from '../tokens.ts'
import { type Opened, opened } from './session.ts'
import { contextIn, type Entrance, SESSION_DAYS } from './who.ts'

/**
 * A link with which the first administrator comes in; those printed before are worth nothing any more.
 * @returns its secret; `null` when there is a user already
 */
export async function firstLink({ databases: { server } }: Entrance): Promise<string | null> {
  if (await queries.hasUsers(server)) return null
  const token = newToken()
  await queries.replaceLink(server, hashOf(token))
  return token
}

/** @throws Problem `link-invalid`, `link-used` */
export const requireLink = async ({ databases: { server } }: Entrance, token: string): Promise<void> =>
  requireUnused(await queries.findLink(server, hashOf(token)), await queries.hasUsers(server))

function requireUnused(link: { usedAt: string | null } | undefined, hasUsers: boolean): void {
  if (link === undefined) throw new Problem('link-invalid', { pointer: '/token' })
  if (link.usedAt !== null || hasUsers) throw new Problem('link-used', { pointer: '/token' })
}

/**
 * Makes the first administrator, who is a salesperson too, names the company and signs in: all of it, or nothing and the
 * link stays good.
 * @throws Problem `link-invalid`, `link-used`, `password-guessable`
 */
export async function welcome(entrance: Entrance, given: Welcome): Promise<Opened> {
  await requireLink(entrance, given.token)
  if (isGuessable(given.password, given)) throw new Problem('password-guessable', { pointer: '/password' })
  const passwordHash = await hashPassword(given.password)
  const { databases } = entrance
  const company = databases.companies()[0] ?? (await databases.createCompany(given.company))
  const token = newToken()
  await company.db.transaction().execute(async (db) => {
    const server = queries.shared(db)
    requireUnused(await queries.lockLink(server, hashOf(given.token)), await queries.hasUsers(server))
    await queries.markLinkUsed(server, hashOf(given.token))
    const userId = await queries.insertUser(server, { ...given, passwordHash })
    const who = { companyId: company.id, userId }
    await queries.insertSession(server, { ...who, tokenHash: hashOf(token) }, SESSION_DAYS)
    await queries.insertMember(db, { userId, name: given.name })
    await found(entrance, await contextIn(entrance, db, who, 'page'), given)
  })
  return opened(entrance, token)
}

/** The company gets its name, its first salesperson, and what every company starts from. */
async function found(
  { seed }: Entrance,
  tx: Context,
  { name, email, company, language, zone }: Welcome,
): Promise<void> {
  await journal(tx, 'company.founded', { detail: { name: company } })
  await queries.renameCompany(queries.shared(tx.db), tx.company.id, company)
  await queries.setUp(tx.db, { language, zone })
  await queries.bookOn(tx.db, tx.user.id, await salespeople.ofUser(tx, { name, email }))
  await seed(tx)
}
