import { type ColumnType, type Generated, type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Tables } from '#kernel/tables.ts'
import { migrate } from './migrate.ts'
import { openDatabase, openPool } from './pool.ts'
import { StartProblem } from './start-problem.ts'

/** A company's own connections. */
export interface CompanyDatabase {
  readonly id: number
  readonly schema: string
  readonly db: Kysely<Tables>
}

/** The tables that all companies share (migrations/server). */
export interface ServerTables {
  company: { id: Generated<number>; schemaName: string; name: string }
  appUser: {
    id: Generated<number>
    name: string
    email: string
    passwordHash: string
    language: Generated<'en' | 'it'>
    zone: Generated<string>
    preferences: ColumnType<Record<string, unknown>, string | undefined, string>
    closedAt: string | null
  }
  session: { tokenHash: string; userId: number; companyId: number; createdAt: Generated<string>; expiresAt: string }
  apiKey: {
    id: Generated<number>
    keyHash: string
    userId: number
    companyId: number
    name: string
    createdAt: Generated<string>
  }
  welcomeLink: { tokenHash: string; createdAt: Generated<string>; usedAt: string | null }
}

export interface Databases {
  /** Shared tables; unqualified names are those of `shared`. */
  readonly server: Kysely<ServerTables>
  readonly serverPool: pg.Pool
  readonly url: string
  /** @throws Error when there is no such company */
  company(id: number): CompanyDatabase
  companies(): readonly CompanyDatabase[]
  /** Makes a company with its schema. @returns its connections */
  createCompany(name: string): Promise<CompanyDatabase>
  close(): Promise<void>
}

/** Opens a PostgreSQL server and brings everything on it to the newest state. `lost` hears of connections that broke while idle. */
export async function openDatabases(url: string, lost: (error: Error) => void, poolSize = 10): Promise<Databases> {
  const serverPool = openPool(url, ['shared'], { max: poolSize, lost })
  await requireServer(serverPool)
  await serverPool.query('create schema if not exists shared')
  const server = openDatabase<ServerTables>(serverPool)
  await migrate(server as Kysely<unknown>, 'shared', 'server')
  const open = new Map<number, CompanyDatabase>()
  const openCompany = async ({ id, schemaName }: { id: number; schemaName: string }): Promise<CompanyDatabase> => {
    const db = openDatabase(openPool(url, [schemaName, 'shared'], { max: poolSize, lost }))
    await migrate(db as Kysely<unknown>, schemaName, 'company')
    const company = { id, schema: schemaName, db }
    open.set(id, company)
    return company
  }
  for (const row of await server.selectFrom('company').select(['id', 'schemaName']).orderBy('id').execute())
    await openCompany(row)
  return {
    server,
    serverPool,
    url,
    company(id) {
      const company = open.get(id)
      if (company === undefined) throw new Error(`There is no company ${id}`)
      return company
    },
    companies: () => [...open.values()],
    async createCompany(name) {
      const { rows } = await sql<{ id: number; schemaName: string }>`
        insert into company (schema_name, name) values ('company_' || (select coalesce(max(id), 0) + 1 from company), ${name})
        returning id, schema_name`.execute(server)
      const row = rows[0]
      if (row === undefined) throw new Error('The company was not made')
      await sql`create schema if not exists ${sql.id(row.schemaName)}`.execute(server)
      const company = await openCompany(row)
      await sql`insert into setup (id) values (1) on conflict do nothing`.execute(company.db)
      return company
    },
    async close() {
      for (const { db } of open.values()) await db.destroy()
      await server.destroy()
    },
  }
}

/** The SQL of the product is that of PostgreSQL 15. @throws StartProblem `server-unreachable`, `server-too-old` */
async function requireServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<{ version: string; number: number }>(
      "select current_setting('server_version') as version, current_setting('server_version_num')::int as number",
    )
    .catch((error: NodeJS.ErrnoException) => {
      throw new StartProblem('server-unreachable', { output: error.message || `${error.code}` }, error)
    })
  const [server] = rows
  if (server !== undefined && server.number < 150_000)
    throw new StartProblem('server-too-old', { version: server.version })
}
