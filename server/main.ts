import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDatabases } from '#database/companies.ts'
import { startEmbedded } from '#database/embedded.ts'
import { StartProblem } from '#database/start-problem.ts'
import { firstLink } from '#features/users/service/welcome.ts'
import { contextFor, contextOf, type Entrance } from '#features/users/service/who.ts'
import { shownBy, signInRoutes } from '#features/users/sign-in-routes.ts'
import { diskStore } from '#kernel/files.ts'
import { readSettings, type Settings } from '#kernel/settings.ts'
import { createApp } from './app.ts'
import { jobs } from './features.ts'
import { seedCompany } from './seed.ts'
import { startWorker } from './worker.ts'

/** What has to be undone when the process ends, last first. */
const ending: (() => Promise<void>)[] = []

async function start(): Promise<void> {
  const settings = readSettings()
  const url = settings.DATABASE_URL ?? (await embedded(settings))
  let app: FastifyInstance | undefined
  const databases = await openDatabases(url, (error) => app?.log.warn({ error: error.message }, 'connection lost'))
  ending.push(() => databases.close())
  if (databases.companies().length === 0) await databases.createCompany('Carteggio')
  const entrance: Entrance = {
    databases,
    files: diskStore(join(settings.CARTEGGIO_DATA, 'files')),
    seed: seedCompany,
    secure: settings.PUBLIC_URL?.startsWith('https:') ?? false,
    clock: Date.now,
    remembered: new Map(),
  }
  app = await createApp({
    contextOf: (request) => contextOf(entrance, shownBy(request)),
    openRoutes: [signInRoutes(() => entrance)],
    fileLimit: settings.CARTEGGIO_FILE_LIMIT_MB * 2 ** 20,
    logger: { level: settings.LOG_LEVEL },
  })
  const worker = await startWorker(databases, jobs, (company, user) => contextFor(entrance, company, user), app.log, {
    alone: settings.DATABASE_URL === undefined,
  })
  ending.push(() => worker.stop())
  const address = await listen(app, settings)
  const open = app
  ending.push(() => open.close())
  process.stdout.write(`Carteggio is ready at ${address}\n`)
  const link = await firstLink(entrance)
  if (link !== null) process.stdout.write(`Sign in for the first time: ${address}/welcome?token=${link}\n`)
}

async function embedded({ CARTEGGIO_DATA }: Settings): Promise<string> {
  const server = await startEmbedded(CARTEGGIO_DATA)
  ending.push(() => server.stop())
  return `postgres://${server.user}@localhost/postgres?host=${encodeURIComponent(server.socket)}`
}

/** @returns the address for people @throws StartProblem when the port is taken */
async function listen(app: FastifyInstance, { HOST, PORT, PUBLIC_URL }: Settings): Promise<string> {
  try {
    const address = new URL(await app.listen({ host: HOST, port: PORT }))
    return PUBLIC_URL ?? `http://localhost:${address.port}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new StartProblem('port-taken', { port: PORT }, error)
    throw error
  }
}

async function stop(): Promise<void> {
  for (const end of ending.splice(0).reverse()) await end()
}

/** Ctrl+C comes twice: from the terminal, and passed on by the launcher. */
let stopping: Promise<never> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopping ??= stop().then(() => process.exit(0))
  })

try {
  await start()
} catch (error) {
  process.stderr.write(
    `${error instanceof StartProblem ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  await stop()
  process.exit(1)
}
