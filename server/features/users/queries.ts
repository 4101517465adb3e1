import { type Kysely, sql } from 'kysely'
import type { ServerTables } from '#database/companies.ts'
import { HOT } from '#database/pool.ts'
import type { Tables } from '#kernel/tables.ts'

type Server = Kysely<ServerTables>
type Company = Kysely<Tables>

/** The shared tables over a company's connection, which reaches them too: so that one transaction writes both. */
export const shared = (db: Company): Server => db as unknown as Server

export interface Account {
  userId: number
  name: string
  email: string
  language: 'en' | 'it'
  zone: string
  preferences: Record<string, unknown>
  companyId: number
  companyName: string
}
const account = sql`u.id as user_id, u.name, u.email, u.language, u.zone, u.preferences, c.id as company_id, c.name as company_name`

/** Whose session this is, if it is one that has not ended. */
export async function bySession(
  server: Server,
  tokenHash: string,
): Promise<(Account & { expiresAt: string }) | undefined> {
  const { rows } = await sql<Account & { expiresAt: string }>`${sql.raw(HOT)}
    select ${account}, s.expires_at from session s join app_user u on u.id = s.user_id join company c on c.id = s.company_id
    where s.token_hash = ${tokenHash} and s.expires_at > now() and u.closed_at is null`.execute(server)
  return rows[0]
}

/** Whose key this is. */
export async function byKey(server: Server, keyHash: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`${sql.raw(HOT)}
    select ${account} from api_key k join app_user u on u.id = k.user_id join company c on c.id = k.company_id
    where k.key_hash = ${keyHash} and u.closed_at is null`.execute(server)
  return rows[0]
}

export async function byId(server: Server, userId: number, companyId: number): Promise<Account | undefined> {
  const { rows } =
    await sql<Account>`select ${account} from app_user u, company c where u.id = ${userId} and c.id = ${companyId}`.execute(
      server,
    )
  return rows[0]
}

export interface Membership {
  role: string | null
  salespersonId: number | null
  currency: string
  country: string
  zone: string
}
/** What a user is in a company, with what the company has set up. */
export async function membership(company: Company, userId: number): Promise<Membership> {
  const { rows } = await sql<Membership>`${sql.raw(HOT)}
    select member.role, member.salesperson_id, setup.currency, setup.country, setup.zone
    from setup left join member on member.user_id = ${userId}::bigint`.execute(company)
  const [row] = rows
  if (row === undefined) throw new Error('The company has no set-up')
  return row
}

export const credentials = (server: Server, email: string) =>
  server
    .selectFrom('appUser')
    .select(['id', 'passwordHash'])
    .where('email', '=', email.toLowerCase())
    .where('closedAt', 'is', null)
    .executeTakeFirst()

export const hasUsers = async (server: Server): Promise<boolean> =>
  (await server.selectFrom('appUser').select('id').limit(1).executeTakeFirst()) !== undefined

/** E-mail addresses are kept in lower case: however it is typed, an address is one user. @returns its id */
export async function insertUser(
  server: Server,
  { name, email, passwordHash, language, zone }: NewUser,
): Promise<number> {
  const { id } = await server
    .insertInto('appUser')
    .values({ name, email: email.trim().toLowerCase(), passwordHash, language, ...(zone && { zone }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
interface NewUser {
  name: string
  email: string
  passwordHash: string
  language: 'en' | 'it'
  zone?: string
}

export const insertMember = (company: Company, member: { userId: number; name: string }) =>
  company
    .insertInto('member')
    .values({ ...member, role: 'administrator' })
    .execute()

/** What a member records is booked on this salesperson. */
export const bookOn = (company: Company, userId: number, salespersonId: number) =>
  company.updateTable('member').set({ salespersonId }).where('userId', '=', userId).execute()

export const setUp = (company: Company, { language, zone }: { language: string; zone?: string | undefined }) =>
  company
    .updateTable('setup')
    .set({ language, ...(zone && { zone }) })
    .execute()

export const insertSession = (
  server: Server,
  session: { tokenHash: string; userId: number; companyId: number },
  days: number,
) =>
  server
    .insertInto('session')
    .values({ ...session, expiresAt: sql<string>`now() + make_interval(days => ${days})` })
    .execute()

export const extendSession = (server: Server, tokenHash: string, days: number) =>
  server
    .updateTable('session')
    .set({ expiresAt: sql<string>`now() + make_interval(days => ${days})` })
    .where('tokenHash', '=', tokenHash)
    .execute()

export const removeSession = (server: Server, tokenHash: string) =>
  server.deleteFrom('session').where('tokenHash', '=', tokenHash).execute()

export const removeEndedSessions = (server: Server) =>
  server.deleteFrom('session').where('expiresAt', '<', sql<string>`now()`).execute()

export const updateUser = (
  server: Server,
  id: number,
  to: { name?: string; language?: 'en' | 'it'; zone?: string; preferences?: object },
) =>
  server
    .updateTable('appUser')
    .set(({ ref }) => ({
      ...(to.name !== undefined && { name: to.name }),
      ...(to.language !== undefined && { language: to.language }),
      ...(to.zone !== undefined && { zone: to.zone }),
      ...(to.preferences !== undefined && {
        preferences: sql<string>`${ref('preferences')} || ${JSON.stringify(to.preferences)}::jsonb`,
      }),
      closedAt: ref('closedAt'),
    }))
    .where('id', '=', id)
    .execute()

export const renameMember = (company: Company, userId: number, name: string) =>
  company.updateTable('member').set({ name }).where('userId', '=', userId).execute()

export const renameCompany = (server: Server, id: number, name: string) =>
  server.updateTable('company').set({ name }).where('id', '=', id).execute()

/** The one link that is good; earlier ones that nobody used are gone. */
export const replaceLink = (server: Server, tokenHash: string) =>
  server.transaction().execute(async (tx) => {
    await tx.deleteFrom('welcomeLink').where('usedAt', 'is', null).execute()
    await tx.insertInto('welcomeLink').values({ tokenHash, usedAt: null }).execute()
  })

export const findLink = (server: Server, tokenHash: string) =>
  server.selectFrom('welcomeLink').select(['usedAt']).where('tokenHash', '=', tokenHash).executeTakeFirst()

/** `findLink`, kept from others until the end of the transaction: of two that come at once one may use it. */
export const lockLink = (tx: Server, tokenHash: string) =>
  tx.selectFrom('welcomeLink').select(['usedAt']).where('tokenHash', '=', tokenHash).forUpdate().executeTakeFirst()

export const markLinkUsed = (tx: Server, tokenHash: string) =>
  tx.updateTable('welcomeLink').set({ usedAt: sql<string>`now()` }).where('tokenHash', '=', tokenHash).execute()

export const keys = (server: Server, userId: number, companyId: number) =>
  server
    .selectFrom('apiKey')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', userId)
    .where('companyId', '=', companyId)
    .orderBy('id')
    .execute()

export const insertKey = (server: Server, key: { keyHash: string; userId: number; companyId: number; name: string }) =>
  server.insertInto('apiKey').values(key).returning(['id', 'name', 'createdAt']).executeTakeFirstOrThrow()

export const removeKey = async (server: Server, userId: number, id: number): Promise<boolean> => {
  const gone = await server.deleteFrom('apiKey').where('id', '=', id).where('userId', '=', userId).executeTakeFirst()
  return gone.numDeletedRows === 1n
}
