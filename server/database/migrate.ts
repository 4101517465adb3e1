import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { StartProblem } from './start-problem.ts'

const folder = (set: MigrationSet) => fileURLToPath(new URL(`../../migrations/${set}`, import.meta.url))

/** `server`: what all companies share; `company`: what each has in a schema of its own. */
export type MigrationSet = 'server' | 'company'
interface MigrationFile {
  readonly name: string
  readonly statements: readonly string[]
  readonly sha256: string
  readonly outsideTransaction: boolean
}

/** The files of a set in their order. A statement ends with `;` at the end of a line. */
export async function migrationFiles(set: MigrationSet): Promise<MigrationFile[]> {
  const names = (await readdir(folder(set))).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder(set)}/${name}`, 'utf8')
      const statements = text
        .split(/;[ \t]*\n/)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== '')
      const sha256 = createHash('sha256').update(text).digest('hex')
      return {
        name: name.slice(0, -4),
        statements,
        sha256,
        outsideTransaction: text.startsWith('-- outside transaction'),
      }
    }),
  )
}

/**
 * Brings the schema that the connection's search path names to the newest state: forward only, one transaction a file
 * unless the file says otherwise, one process at a time.
 * @param until the last file to run, by which tests make an earlier version; all when left out
 * @throws StartProblem `database-newer`; Error when a file that ran has changed since, or when a statement fails
 */
export async function migrate(db: Kysely<unknown>, schema: string, set: MigrationSet, until?: string): Promise<void> {
  const files = await migrationFiles(set)
  const bySource = Object.fromEntries(files.map((file) => [file.name, migrationOf(file)]))
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => bySource },
    migrationTableSchema: schema,
  })
  await requireSame(db, files)
  const done = new Set((await migrator.getMigrations()).flatMap(({ name, executedAt }) => (executedAt ? [name] : [])))
  for (const file of files.filter(({ name }) => !done.has(name) && (until === undefined || name <= until))) {
    const { error } = await migrator.migrateTo(file.name, { disableTransactions: file.outsideTransaction })
    if (error !== undefined) throw error
  }
}

const migrationOf = (file: MigrationFile): Migration => ({
  async up(db) {
    for (const statement of file.statements) await sql.raw(statement).execute(db)
    await sql`create table if not exists migration_checksum (name text primary key, sha256 text not null)`.execute(db)
    await sql`insert into migration_checksum (name, sha256) values (${file.name}, ${file.sha256})`.execute(db)
  },
})

async function requireSame(db: Kysely<unknown>, files: readonly MigrationFile[]): Promise<void> {
  const exists = await sql<{ there: boolean }>`select exists (select 1 from information_schema.tables
    where table_schema = any(current_schemas(false)) and table_name = 'migration_checksum'
      and table_schema = (current_schemas(false))[1]) as there`.execute(db)
  if (exists.rows[0]?.there !== true) return
  const ran = await sql<{
    name: string
    sha256: string
  }>`select name, sha256 from migration_checksum order by name`.execute(db)
  for (const { name, sha256 } of ran.rows) {
    const file = files.find((one) => one.name === name)
    if (file === undefined) throw new StartProblem('database-newer', { migration: name })
    if (file.sha256 !== sha256) throw new Error(`The migration ${name} has changed since it ran`)
  }
}
