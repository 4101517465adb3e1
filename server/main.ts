import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Command } from 'commander'
import type { FastifyInstance } from 'fastify'
import { type Databases, openDatabases } from '#database/companies.ts'
import { startEmbedded } from '#database/embedded.ts'
import { sentence } from '#database/messages.ts'
import { explained, StartProblem } from '#database/start-problem.ts'
import type { Watcher } from '#database/supervisor.ts'
import { stopReading } from '#features/extraction/service.ts'
import { firstLink } from '#features/users/service/welcome.ts'
import { contextFor, contextOf, type Entrance } from '#features/users/service/who.ts'
import { shownBy, signInRoutes } from '#features/users/sign-in-routes.ts'
import { diskStore } from '#kernel/files.ts'
import { readSettings, type Settings, SettingsProblem } from '#kernel/settings.ts'
import { createApp } from './app.ts'
import { demonstrate, seedDemo } from './demo.ts'
import { jobs } from './features.ts'
import { healthRoutes } from './health-routes.ts'
import { openLive } from './live.ts'
import { announceJob } from './live-routes.ts'
import { seedCompany } from './seed.ts'
import { startWorker } from './worker.ts'

/** What has to be undone when the process ends, last first. */
const ending: (() => Promise<void>)[] = []

async function start(): Promise<void> {
  const { demo } = new Command('carteggio')
    .option('--demo', 'fill an empty company with invented firms and a year of interactions')
    .parse()
    .opts<{ demo?: true }>()
  const settings = readSettings()
  await requirePort(settings)
  let app: FastifyInstance | undefined
  const lost = (error: Error) => app?.log.warn({ error: error.message }, 'connection lost')
  const databases = await open(settings, {
    lost,
    restarted: (pid) => app?.log.warn({ pid }, 'database started again'),
    gone: fail,
  })
  const entrance: Entrance = {
    databases,
    files: diskStore(join(settings.CARTEGGIO_DATA, 'files')),
    seed: demo ? seedDemo : seedCompany,
    secure: settings.PUBLIC_URL?.startsWith('https:') ?? false,
    clock: Date.now,
    remembered: new Map(),
  }
  const live = openLive(databases.url, databases.serverPool, lost)
  app = await createApp({
    live,
    contextOf: (request) => contextOf(entrance, shownBy(request)),
    openRoutes: [signInRoutes(() => entrance)],
    fileLimit: settings.CARTEGGIO_FILE_LIMIT_MB * 2 ** 20,
    logger: { level: settings.LOG_LEVEL },
  })
  await app.register(healthRoutes(databases))
  if (demo) await demonstrate(entrance)
  const worker = await startWorker(databases, jobs, (company, user) => contextFor(entrance, company, user), app.log, {
    alone: settings.DATABASE_URL === undefined,
    done: announceJob(live),
  })
  ending.push(stopReading, () => worker.stop())
  const running = app
  const address = await listen(running, settings)
  ending.push(() => running.close())
  const link = await firstLink(entrance)
  const welcome = link === null ? '' : `Sign in for the first time: ${address}/welcome?token=${link}\n`
  process.stdout.write(`Carteggio is ready at ${address}\n${welcome}`)
}

/** The databases of the server that DATABASE_URL names, or of the one in the data folder; there is a company in the end. */
async function open(
  { DATABASE_URL, CARTEGGIO_DATA }: Settings,
  { lost, ...watcher }: Watcher & { lost: (error: Error) => void },
): Promise<Databases> {
  if (DATABASE_URL !== undefined) return opened(DATABASE_URL, lost)
  const starting = startEmbedded(CARTEGGIO_DATA, { watcher })
  const stopped = starting.then(
    (server) => () => server.stop(),
    () => async () => {},
  )
  ending.push(async () => (await stopped)()) // also when the end comes before it has started
  const server = await starting
  const url = `postgres://${server.user}@localhost/postgres?host=${encodeURIComponent(server.socket)}`
  return explained(CARTEGGIO_DATA, () => opened(url, lost))
}

async function opened(url: string, lost: (error: Error) => void): Promise<Databases> {
  const databases = await openDatabases(url, lost)
  ending.push(() => databases.close())
  if (databases.companies().length === 0) await databases.createCompany('Carteggio')
  return databases
}

/** Tries the port before anything is made. @throws StartProblem when it is taken */
async function requirePort({ HOST, PORT }: Settings): Promise<void> {
  const trial = createServer().listen({ host: HOST, port: PORT })
  await once(trial, 'listening').catch(notFree(PORT))
  trial.close()
  await once(trial, 'close')
}

/** @returns the address for people @throws StartProblem when the port is taken */
async function listen(app: FastifyInstance, { HOST, PORT, PUBLIC_URL }: Settings): Promise<string> {
  const address = new URL(await app.listen({ host: HOST, port: PORT }).catch(notFree(PORT)))
  return PUBLIC_URL ?? `http://localhost:${address.port}`
}

const notFree = (port: number) => (error: unknown) => {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    throw new StartProblem('port-taken', { port }, error)
  throw error
}

/** Undoes everything that was done; what cannot be, as when the database is gone, is told and does not keep the rest. */
async function stop(): Promise<void> {
  for (const end of ending.splice(0).reverse())
    await end().catch((error: unknown) => process.stderr.write(`${told(error)}\n`))
}

/** Ctrl+C comes twice: from the terminal, and passed on by the launcher. */
let stopping: Promise<never> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopping ??= stop().then(() => process.exit(0))
  })

/** Ends the process, saying why. */
function fail(error: unknown): void {
  process.stderr.write(`${told(error)}\n`)
  stopping ??= stop().then(() => process.exit(1))
}

/** What a person can act on, as a sentence; a defect with where it happened. */
function told(error: unknown): string {
  if (error instanceof StartProblem) return error.message
  if (error instanceof SettingsProblem) return sentence('settings-wrong', { settings: error.message })
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

try {
  await start()
} catch (error) {
  await stopping // a start that was interrupted breaks where it stands: nothing to tell
  process.stderr.write(`${told(error)}\n`)
  await stop()
  process.exit(1)
}
