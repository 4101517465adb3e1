import type { Databases } from '#database/companies.ts'
import * as salespeople from '#features/salespeople/service.ts'
import { type Context, type Door, type Right, rights } from '#kernel/context.ts'
import type { FileStore } from '#kernel/files.ts'
import { Problem } from '#kernel/problem.ts'
import { inTransaction } from '#kernel/transaction.ts'
import { hashPassword, isGuessable, matches } from './passwords.ts'
import * as queries from './queries.ts'
import type { Credentials, Key, NewKey, Session, SessionPatch, Welcome } from './schema.ts'
import { hashOf, newToken } from './tokens.ts'

/** How long a session lasts after its last day of use. */
export const SESSION_DAYS = 30
/** For how long who asks is known from memory; a session that was ended elsewhere ends here within it. */
const REMEMBERED_MS = 5000
/** Most sessions and keys that are remembered at once. */
const REMEMBERED = 10_000

/** What signing in needs before anybody is known. */
export interface Entrance {
  readonly databases: Databases
  readonly files: FileStore
  /** Fills a company that was just made with what every company starts from. */
  readonly seed: (ctx: Context) => Promise<void>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly remembered: Map<string, { readonly who: Promise<Who>; readonly until: number }>
}
interface Who extends queries.Account {
  readonly membership: queries.Membership
}

/** What a request shows of itself. */
export interface Shown {
  readonly session?: string | undefined
  readonly apiKey?: string | undefined
  readonly key?: string | undefined
}

/** Who asks: by API key, else by session. @throws Problem `sign-in-required` */
export async function contextOf(entrance: Entrance, { session, apiKey, key }: Shown): Promise<Context> {
  const door: Door = apiKey === undefined ? 'page' : 'api'
  const secret = apiKey ?? session
  if (secret === undefined) throw new Problem('sign-in-required')
  const who = await remember(entrance, `${door}:${hashOf(secret)}`, () =>
    apiKey === undefined ? whoseSession(entrance, hashOf(secret)) : whoseKey(entrance, hashOf(secret)),
  )
  return { ...contextFrom(entrance, who, door), key }
}

/** The context of a job: it acts for somebody with the rights of the job itself, so that one who left does not stop it. */
export async function contextFor(entrance: Entrance, companyId: number, userId: number): Promise<Context> {
  const account = await queries.byId(entrance.databases.server, userId, companyId)
  if (account === undefined) throw new Error(`There is no user ${userId}`)
  return contextFrom(entrance, await memberOf(entrance, account), 'job')
}

async function remember(entrance: Entrance, name: string, ask: () => Promise<Who>): Promise<Who> {
  const known = entrance.remembered.get(name)
  if (known !== undefined && known.until > entrance.clock()) return known.who
  if (entrance.remembered.size >= REMEMBERED) entrance.remembered.clear()
  const who = ask()
  entrance.remembered.set(name, { who, until: entrance.clock() + REMEMBERED_MS })
  who.catch(() => entrance.remembered.delete(name))
  return who
}

async function whoseSession(entrance: Entrance, tokenHash: string): Promise<Who> {
  const found = await queries.bySession(entrance.databases.server, tokenHash)
  if (found === undefined) throw new Problem('sign-in-required')
  const { expiresAt, ...account } = found
  const dayOld = Date.parse(expiresAt) < entrance.clock() + (SESSION_DAYS - 1) * 86_400_000
  if (dayOld) await queries.extendSession(entrance.databases.server, tokenHash, SESSION_DAYS)
  return memberOf(entrance, account)
}

async function whoseKey(entrance: Entrance, keyHash: string): Promise<Who> {
  const account = await queries.byKey(entrance.databases.server, keyHash)
  if (account === undefined) throw new Problem('sign-in-required')
  return memberOf(entrance, account)
}

async function memberOf({ databases }: Entrance, account: queries.Account): Promise<Who> {
  const membership = await queries.membership(databases.company(account.companyId).db, account.userId)
  if (membership === undefined) throw new Error(`Company ${account.companyId} has no set-up`)
  return { ...account, membership }
}

const rightsOf = (role: string | null): ReadonlySet<Right> => new Set(role === 'administrator' ? rights : [])

function contextFrom({ databases, files }: Entrance, who: Who, door: Door): Context {
  const { membership } = who
  return {
    db: databases.company(who.companyId).db,
    company: {
      id: who.companyId,
      name: who.companyName,
      zone: membership.zone,
      currency: membership.currency,
      country: membership.country,
    },
    user: {
      id: who.userId,
      name: who.name,
      language: who.language,
      zone: who.zone,
      rights: door === 'job' ? new Set(rights) : rightsOf(membership.role),
      salespersonId: membership.salespersonId,
    },
    door,
    files,
  }
}

/** Who is signed in. @throws Problem `sign-in-required` */
export async function readSession(entrance: Entrance, ctx: Context): Promise<Session> {
  const account = await queries.byId(entrance.databases.server, ctx.user.id, ctx.company.id)
  if (account === undefined) throw new Problem('sign-in-required')
  const { userId: id, name, email, language, zone, preferences } = account
  return {
    user: {
      id,
      name,
      email,
      language,
      zone,
      preferences,
      rights: [...ctx.user.rights],
      salespersonId: ctx.user.salespersonId,
    },
    company: { ...ctx.company, name: account.companyName },
  }
}

/**
 * Opens a session. An unknown address and a wrong password cannot be told apart, neither by the answer nor by its time.
 * @returns the session's secret, for the cookie, and who signed in
 * @throws Problem `sign-in-failed`
 */
export async function signIn(
  entrance: Entrance,
  { email, password }: Credentials,
): Promise<{ token: string; session: Session }> {
  const { server } = entrance.databases
  const user = await queries.credentials(server, email.trim())
  if (!(await matches(user?.passwordHash, password)) || user === undefined) throw new Problem('sign-in-failed')
  const [company] = entrance.databases.companies()
  if (company === undefined) throw new Problem('sign-in-failed')
  return openSession(entrance, user.id, company.id)
}

async function openSession(
  entrance: Entrance,
  userId: number,
  companyId: number,
): Promise<{ token: string; session: Session }> {
  const token = newToken()
  await queries.removeEndedSessions(entrance.databases.server)
  await queries.insertSession(entrance.databases.server, { tokenHash: hashOf(token), userId, companyId }, SESSION_DAYS)
  return { token, session: await readSession(entrance, await contextOf(entrance, { session: token })) }
}

/** Ends a session, here at once and everywhere within five seconds. */
export async function signOut(entrance: Entrance, session: string): Promise<void> {
  await queries.removeSession(entrance.databases.server, hashOf(session))
  entrance.remembered.delete(`page:${hashOf(session)}`)
}

/** Changes how the product speaks to its user. @throws Problem `sign-in-required` */
export async function changeSession(entrance: Entrance, ctx: Context, to: SessionPatch): Promise<Session> {
  await queries.updateUser(entrance.databases.server, ctx.user.id, to)
  if (to.name !== undefined) await queries.renameMember(ctx.db, ctx.user.id, to.name)
  entrance.remembered.clear()
  return readSession(entrance, ctx)
}

/** A link with which the first administrator comes in; `null` when there is a user already. @returns its secret */
export async function firstLink({ databases: { server } }: Entrance): Promise<string | null> {
  if (await queries.hasUsers(server)) return null
  const token = newToken()
  await queries.insertLink(server, hashOf(token))
  return token
}

/** @throws Problem `link-invalid`, `link-used` */
export async function requireLink({ databases: { server } }: Entrance, token: string): Promise<void> {
  const link = await queries.findLink(server, hashOf(token))
  if (link === undefined) throw new Problem('link-invalid', { pointer: '/token' })
  if (link.usedAt !== null || (await queries.hasUsers(server))) throw new Problem('link-used', { pointer: '/token' })
}

/**
 * Makes the first administrator, who is a salesperson too, names the company and signs in.
 * @throws Problem `link-invalid`, `link-used`, `password-guessable`
 */
export async function welcome(entrance: Entrance, given: Welcome): Promise<{ token: string; session: Session }> {
  const { server } = entrance.databases
  await requireLink(entrance, given.token)
  if (isGuessable(given.password, given)) throw new Problem('password-guessable', { pointer: '/password' })
  const passwordHash = await hashPassword(given.password)
  if (!(await queries.takeLink(server, hashOf(given.token)))) throw new Problem('link-used', { pointer: '/token' })
  const { name, email, language, zone = 'Europe/Rome' } = given
  const { id } = await queries.insertUser(server, { name, email: email.trim(), passwordHash, language, zone })
  const company = entrance.databases.companies()[0] ?? (await entrance.databases.createCompany(given.company))
  await queries.renameCompany(server, company.id, given.company)
  const ctx = await contextFor(entrance, company.id, id)
  await inTransaction(ctx, async (tx) => {
    const salespersonId = await salespeople.ofUser(tx, { name, email })
    await queries.insertMember(tx.db, { userId: id, name, salespersonId })
    await entrance.seed(tx)
  })
  return openSession(entrance, id, company.id)
}

/** The caller's keys for programs. */
export const listKeys = ({ databases: { server } }: Entrance, ctx: Context): Promise<Key[]> =>
  queries.keys(server, ctx.user.id, ctx.company.id)

/** Makes a key with which a program acts as the caller. @returns the key itself, this once */
export async function makeKey(
  { databases: { server } }: Entrance,
  ctx: Context,
  { name }: NewKey,
): Promise<Key & { key: string }> {
  const key = `ck_${newToken()}`
  const made = await queries.insertKey(server, {
    keyHash: hashOf(key),
    userId: ctx.user.id,
    companyId: ctx.company.id,
    name,
  })
  return { ...made, key }
}

/** Takes a key back; programs that use it are refused within five seconds. @throws Problem `not-found` */
export async function removeKey(entrance: Entrance, ctx: Context, id: number): Promise<void> {
  if (!(await queries.removeKey(entrance.databases.server, ctx.user.id, id))) throw new Problem('not-found')
  entrance.remembered.clear()
}
