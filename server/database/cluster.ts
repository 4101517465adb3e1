import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './engine.ts'
import { type Place, user } from './launch.ts'
import { StartProblem } from './start-problem.ts'

/** initdb beside the place and a rename into it: a cluster that was killed half-made is never taken for one. */
export async function createCluster({ home, cluster, account, engine, durable }: Place): Promise<void> {
  for (const entry of await readdir(home))
    if (entry.startsWith('cluster-')) await rm(join(home, entry), { recursive: true, maxRetries: 3 })
  if (await stat(cluster).catch(() => undefined)) return
  const made = await mkdtemp(`${cluster}-`)
  if (account) await chown(made, account.uid, account.gid)
  const options = [
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
  ]
  const sync = durable ? [] : ['--no-sync']
  await run(engine, account, 'initdb', [`--pgdata=${made}`, `--username=${user}`, ...options, ...sync])
  await rename(made, cluster)
  const directory = await open(home) // the new name itself must survive a power cut
  await directory.sync()
  await directory.close()
}

/** @throws StartProblem `other-version` when another major version made the cluster */
export async function requireVersion({ home, cluster, engine }: Place): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const needed = engine.version.split('.')[0] ?? ''
  if (found !== needed) throw new StartProblem('other-version', { folder: home, found, needed })
}
