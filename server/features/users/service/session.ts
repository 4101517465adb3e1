import type { Context } from '#kernel/context.ts'
import { Problem } from '#kernel/problem.ts'
import { inTransaction } from '#kernel/transaction.ts'
import { matches } from '../passwords.ts'
import * as queries from '../queries.ts'
import type { Credentials, Session, SessionPatch } from '../schema.ts'
import { hashOf, newToken } from '../tokens.ts'
import { contextOf, type Entrance, forget, forgetAll, SESSION_DAYS } from './who.ts'

/** A session as it was just opened: its secret, for the cookie, and who signed in. */
export interface Opened {
  readonly token: string
  readonly session: Session
}

/**
 * Opens a session. An unknown address and a wrong password cannot be told apart, neither by the answer nor by its time.
 * @throws Problem `sign-in-failed`
 */
export async function signIn(entrance: Entrance, { email, password }: Credentials): Promise<Opened> {
  const { server } = entrance.databases
  const user = await queries.credentials(server, email.trim())
  const [company] = entrance.databases.companies()
  if (!(await matches(user?.passwordHash, password)) || user === undefined || company === undefined)
    throw new Problem('sign-in-failed')
  const token = newToken()
  await queries.removeEndedSessions(server)
  await queries.insertSession(
    server,
    { tokenHash: hashOf(token), userId: user.id, companyId: company.id },
    SESSION_DAYS,
  )
  return opened(entrance, token)
}

export async function opened(entrance: Entrance, token: string): Promise<Opened> {
  return { token, session: await readSession(entrance, await contextOf(entrance, { session: token })) }
}

/** Ends a session, here at once and everywhere within five seconds. */
export async function signOut(entrance: Entrance, token: string): Promise<void> {
  await queries.removeSession(entrance.databases.server, hashOf(token))
  forget(entrance, token)
}

/** Who is signed in. @throws Problem `sign-in-required` */
export async function readSession({ databases }: Entrance, ctx: Context): Promise<Session> {
  const account = await queries.byId(databases.server, ctx.user.id, ctx.company.id)
  if (account === undefined) throw new Problem('sign-in-required')
  const { userId: id, name, email, language, zone, preferences, companyName } = account
  const { rights, salespersonId } = ctx.user
  return {
    user: { id, name, email, language, zone, preferences, rights: [...rights], salespersonId },
    company: { ...ctx.company, name: companyName },
  }
}

/** Changes how the product speaks to its user, and what the user is called. @throws Problem `sign-in-required` */
export async function changeSession(entrance: Entrance, ctx: Context, to: SessionPatch): Promise<Session> {
  await inTransaction(ctx, async (tx) => {
    await queries.updateUser(queries.shared(tx.db), ctx.user.id, to)
    if (to.name !== undefined) await queries.renameMember(tx.db, ctx.user.id, to.name)
  })
  forgetAll(entrance)
  return readSession(entrance, ctx)
}
