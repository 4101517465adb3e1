import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { openDatabases } from '#database/companies.ts'
import { type Context, type Right, rights, type Speech } from '#kernel/context.ts'
import { diskStore } from '#kernel/files.ts'
import type { JobPayload } from '#kernel/jobs.ts'
import { createApp } from '../server/app.ts'
import { jobs } from '../server/features.ts'
import { openLive } from '../server/live.ts'
import { companyDatabase } from './databases.ts'
import { given as givenIn } from './given.ts'

/** What the answer of a request is to a test: its status, its body, its headers. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test names the fields that it expects
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
  readonly raw: Buffer
}

export interface Asked {
  /** Idempotency-Key */
  key?: string
  /** If-Match: the version that was seen */
  version?: number
}

/** A user for a test: all rights unless said otherwise. */
export interface TestUser {
  id: number
  name: string
  language: Speech
  zone: string
  rights: readonly Right[]
  salespersonId: number | null
}

/** A company in a database of its own, copied from a template, with the whole product in front of it; gone when the test ends. */
export async function testCompany(given: Partial<TestUser> = {}) {
  const url = await companyDatabase()
  const databases = await openDatabases(url, () => {}, 5)
  const folder = await mkdtemp(join(tmpdir(), 'carteggio-files-'))
  const files = diskStore(folder)
  const company = databases.company(1)
  const user: TestUser = {
    id: 1,
    name: 'Lina Torresi',
    language: 'en',
    zone: 'Europe/Rome',
    rights,
    salespersonId: null,
    ...given,
  }
  const ctx: Context = {
    db: company.db,
    company: { id: 1, name: 'Adriatica S.r.l.', zone: 'Europe/Rome', currency: 'EUR', country: 'IT' },
    user: { ...user, rights: new Set(user.rights) },
    door: 'api',
    files,
  }
  await company.db.insertInto('member').values({ userId: user.id, name: user.name, role: 'administrator' }).execute()
  const app = await createApp({
    live: openLive(databases.url, databases.serverPool, () => {}),
    contextOf: async (request) => ({ ...ctx, key: request.headers['idempotency-key'] as string | undefined }),
    openRoutes: [],
    fileLimit: 100 * 2 ** 20,
    logger: false,
  })
  await app.ready()
  onTestFinished(async () => {
    await app.close()
    await databases.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    app,
    databases,
    ctx,
    db: company.db,
    files,
    url,
    folder,
    user,
    given: givenIn(ctx),
    ...doors(app),
    ...looks(ctx),
    runJobs: () => runJobs(url, ctx),
  }
}
export type TestCompany = Awaited<ReturnType<typeof testCompany>>

function doors(app: FastifyInstance) {
  const ask = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    { key, version }: Asked = {},
  ): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      headers: { ...(key && { 'idempotency-key': key }), ...(version && { 'if-match': `"${version}"` }) },
      ...(body !== undefined && { payload: body as object }),
    })
    const json = String(answer.headers['content-type']).includes('json')
    return {
      status: answer.statusCode,
      body: json && answer.body !== '' ? answer.json() : answer.body,
      headers: answer.headers,
      raw: answer.rawPayload,
    }
  }
  return {
    ask,
    get: (path: string) => ask('GET', path),
    post: (path: string, body: unknown = {}, asked?: Asked) => ask('POST', path, body, asked),
    patch: (path: string, body: unknown, asked?: Asked) => ask('PATCH', path, body, asked),
    put: (path: string, body: unknown, asked?: Asked) => ask('PUT', path, body, asked),
    delete: (path: string, asked?: Asked) => ask('DELETE', path, undefined, asked),
  }
}

function looks(ctx: Context) {
  return {
    /** How many rows a table has. */
    async count(table: string): Promise<number> {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(ctx.db)
      return rows[0]?.n ?? 0
    },
  }
}

/** Runs every waiting job of the company, and those they ask for, to the end. */
async function runJobs(url: string, ctx: Context): Promise<void> {
  await runOnce({
    connectionString: url,
    noHandleSignals: true,
    taskList: Object.fromEntries(
      Object.entries(jobs).map(([job, act]) => [
        job,
        (payload: unknown) => act({ ...ctx, door: 'job' }, (payload as JobPayload<never>).of),
      ]),
    ),
  })
}
