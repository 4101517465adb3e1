import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#database/embedded.ts'
import { generated } from './generated.ts'

/** Writes what is generated into the repository; to be run after every change of a migration or a route. */
const folder = await mkdtemp(join(tmpdir(), 'carteggio-generate-'))
const server = await startEmbedded(folder, { durable: false })
try {
  const files = await generated(
    `postgres://${server.user}@localhost/postgres?host=${encodeURIComponent(server.socket)}`,
  )
  for (const [path, text] of Object.entries(files)) await writeFile(join(import.meta.dirname, '..', path), text)
} finally {
  await server.stop()
  await rm(folder, { recursive: true })
}
