import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartProblem } from './start-problem.ts'

/** Held here, because a lock whose handle is collected as garbage is a lock released. */
const held = new Set<DatabaseSync>()

/**
 * Makes this process the owner of a data folder. The lock is the operating system's own (POSIX record lock, reached
 * through SQLite as Node has no call for it): it ends with the process, however that ends, and holds between
 * containers that share the folder, where process numbers mean nothing.
 * @returns what gives the folder back; a second call does nothing
 * @throws StartProblem `folder-in-use`, with the owner's process number
 */
export async function takeFolder(folder: string): Promise<() => void> {
  const lock = new DatabaseSync(join(folder, 'owner.lock'), { timeout: 0 })
  const owner = join(folder, 'owner.pid')
  try {
    lock.exec('pragma journal_mode = memory; begin immediate')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    const pid = await readFile(owner, 'utf8').catch(() => '?')
    throw new StartProblem('folder-in-use', { folder, pid: pid.trim() }, error)
  }
  held.add(lock)
  await writeFile(owner, `${process.pid}\n`)
  return () => {
    if (held.delete(lock)) lock.close()
  }
}

const busy = 5 // SQLITE_BUSY
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === busy
