import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startEmbedded } from '#database/embedded.ts'
import type { Engine } from '#database/engine.ts'
import { aptInstall, exists } from './apt.ts'

const oldest = 15 // the floor of the product's SQL
const programs = '/usr/lib/postgresql'

/**
 * Lends the address of a throw-away server of Debian's PostgreSQL, the oldest from 15 on, installed where we may.
 * @returns what `use` returns; undefined when there is no such PostgreSQL
 */
export async function withDebianPostgres<T>(use: (url: string) => Promise<T>): Promise<T | undefined> {
  const engine = (await findPostgres()) ?? ((await installPostgres()) ? await findPostgres() : undefined)
  if (!engine) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'carteggio-debian-'))
  const server = await startEmbedded(folder, { durable: false, engine })
  try {
    return await use(`postgres://${server.user}@localhost/postgres?host=${encodeURIComponent(server.socket)}`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

async function findPostgres(): Promise<Engine | undefined> {
  const versions = (await readdir(programs).catch(() => [])).map(Number).sort((a, b) => a - b)
  for (const version of versions.filter((version) => version >= oldest))
    if (await exists(`${programs}/${version}/bin/initdb`))
      return { bin: `${programs}/${version}/bin`, version: `${version}` }
  return undefined
}

/** Without the cluster of its own that the package would make and start. */
async function installPostgres(): Promise<boolean> {
  const config = '/etc/postgresql-common/createcluster.conf'
  if (process.getuid?.() === 0 && !(await exists(config))) {
    await mkdir(dirname(config), { recursive: true })
    await writeFile(config, 'create_main_cluster = false\n')
  }
  return aptInstall('postgresql')
}
