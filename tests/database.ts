import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#database/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** the maintenance database of a server on which tests may create databases */
    databaseUrl: string
  }
}

/** One throw-away embedded PostgreSQL for the whole run, or the server that TEST_DATABASE_URL names. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { TEST_DATABASE_URL: given } = process.env
  if (given) {
    project.provide('databaseUrl', given)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'carteggio-tests-'))
  const server = await startEmbedded(folder, { durable: false })
  project.provide(
    'databaseUrl',
    `postgres://${server.user}@localhost/postgres?host=${encodeURIComponent(server.socket)}`,
  )
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}
