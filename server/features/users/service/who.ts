import type { Databases } from '#database/companies.ts'
import { type Context, type Door, type Right, rights } from '#kernel/context.ts'
import type { FileStore } from '#kernel/files.ts'
import { Problem } from '#kernel/problem.ts'
import * as queries from '../queries.ts'
import { hashOf } from '../tokens.ts'

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
  /** People reach us by https, also where a proxy in front speaks http to us. */
  readonly secure: boolean
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly remembered: Map<string, { readonly who: Promise<Who>; readonly until: number }>
}
interface Who extends queries.Account {
  readonly membership: queries.Membership
}

/** What a request shows of itself: the secret of a session or of a key for programs, and its Idempotency-Key. */
export interface Shown {
  readonly session?: string | undefined
  readonly apiKey?: string | undefined
  readonly key?: string | undefined
}

/** Who asks: by a key for programs, else by session. @throws Problem `sign-in-required`, `field-invalid` for an unfit Idempotency-Key */
export async function contextOf(entrance: Entrance, { session, apiKey, key }: Shown): Promise<Context> {
  const door: Door = apiKey === undefined ? 'page' : 'api'
  const secret = apiKey ?? session
  if (secret === undefined) throw new Problem('sign-in-required')
  const hash = hashOf(secret)
  const who = await remember(entrance, `${door}:${hash}`, () =>
    door === 'page' ? whoseSession(entrance, hash) : whoseKey(entrance, hash),
  )
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('field-invalid', { faults: [{ pointer: '/idempotency-key', type: 'pattern' }] })
  return { ...contextFrom(entrance, who, door), key }
}

/** The context of a job: it acts for somebody with the rights of the job itself, so that one who left does not stop it. */
export const contextFor = (entrance: Entrance, companyId: number, userId: number): Promise<Context> =>
  contextIn(entrance, entrance.databases.company(companyId).db, { companyId, userId }, 'job')

/** What a user may do over a connection of the company, or in a transaction of it. */
export async function contextIn(
  entrance: Entrance,
  db: Context['db'],
  { companyId, userId }: { companyId: number; userId: number },
  door: Door,
): Promise<Context> {
  const account = await queries.byId(queries.shared(db), userId, companyId)
  if (account === undefined) throw new Error(`There is no user ${userId}`)
  return { ...contextFrom(entrance, { ...account, membership: await queries.membership(db, userId) }, door), db }
}

/** Forgets whom a secret was found to be: the next request asks the database. */
export function forget({ remembered }: Entrance, secret: string): void {
  for (const door of ['page', 'api']) remembered.delete(`${door}:${hashOf(secret)}`)
}

/** Forgets everybody: what the database says of a user has changed. */
export const forgetAll = ({ remembered }: Entrance): void => remembered.clear()

async function remember({ remembered, clock }: Entrance, name: string, ask: () => Promise<Who>): Promise<Who> {
  const known = remembered.get(name)
  if (known !== undefined && known.until > clock()) return known.who
  if (remembered.size >= REMEMBERED) remembered.clear()
  const who = ask()
  remembered.set(name, { who, until: clock() + REMEMBERED_MS })
  who.catch(() => remembered.delete(name))
  return who
}

async function whoseSession({ databases, clock }: Entrance, tokenHash: string): Promise<Who> {
  const found = await queries.bySession(databases.server, tokenHash)
  if (found === undefined) throw new Problem('sign-in-required')
  const { expiresAt, ...account } = found
  const dayOld = Date.parse(expiresAt) < clock() + (SESSION_DAYS - 1) * 86_400_000
  if (dayOld) await queries.extendSession(databases.server, tokenHash, SESSION_DAYS)
  return memberOf(databases, account)
}

async function whoseKey({ databases }: Entrance, keyHash: string): Promise<Who> {
  const account = await queries.byKey(databases.server, keyHash)
  if (account === undefined) throw new Problem('sign-in-required')
  return memberOf(databases, account)
}

async function memberOf(databases: Databases, account: queries.Account): Promise<Who> {
  return { ...account, membership: await queries.membership(databases.company(account.companyId).db, account.userId) }
}

const rightsOf = (role: string | null): ReadonlySet<Right> => new Set(role === 'administrator' ? rights : [])

function contextFrom({ databases, files }: Entrance, who: Who, door: Door): Context {
  const { role, salespersonId, zone, currency, country } = who.membership
  return {
    db: databases.company(who.companyId).db,
    company: { id: who.companyId, name: who.companyName, zone, currency, country },
    user: {
      id: who.userId,
      name: who.name,
      language: who.language,
      zone: who.zone,
      rights: door === 'job' ? new Set(rights) : rightsOf(role),
      salespersonId,
    },
    door,
    files,
  }
}
