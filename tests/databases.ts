import { createHash, randomUUID } from 'node:crypto'
import { makeWorkerUtils } from 'graphile-worker'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { openDatabases } from '#database/companies.ts'
import { migrationFiles } from '#database/migrate.ts'

/** An empty database, gone when the test ends. @returns its address */
export const emptyDatabase = (): Promise<string> => newDatabase('template0')

/** A database with one company, Adriatica S.r.l., and a queue; gone when the test ends. @returns its address */
export const companyDatabase = async (): Promise<string> => newDatabase(await companyTemplate())

async function newDatabase(template: string): Promise<string> {
  const server = inject('databaseUrl')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await withClient(server, (admin) => admin.query(`create database ${name} template ${template}`))
  onTestFinished(async () => {
    await withClient(server, (admin) => admin.query(`drop database ${name} with (force)`))
  })
  return databaseIn(server, name)
}

/** What companies are copied from, made by the first test that wants one; other migrations make another. */
async function companyTemplate(): Promise<string> {
  const server = inject('databaseUrl')
  const name = await templateName()
  await withClient(server, async (admin) => {
    await admin.query('select pg_advisory_lock(4870)')
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount !== 0) return
    await admin.query(`drop database if exists ${name}_draft`) // of a run that was killed
    await admin.query(`create database ${name}_draft template template0`)
    await fill(databaseIn(server, `${name}_draft`))
    await admin.query(`alter database ${name}_draft rename to ${name}`)
  })
  return name
}

async function templateName(): Promise<string> {
  const hash = createHash('sha256')
  for (const set of ['server', 'company'] as const)
    for (const { sha256 } of await migrationFiles(set)) hash.update(sha256)
  return `carteggio_template_${hash.digest('hex').slice(0, 8)}`
}

async function fill(url: string): Promise<void> {
  const databases = await openDatabases(url, () => {}, 2)
  await databases.createCompany('Adriatica S.r.l.')
  await databases.close()
  const queue = await makeWorkerUtils({ connectionString: url })
  await queue.migrate()
  await queue.release()
}

function databaseIn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end() // gives its locks back too
  }
}
