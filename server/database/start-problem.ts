import { statfs } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { type Reason, sentence } from './messages.ts'

/** The embedded database cannot be had, for a reason that a person can act on; `message` is that sentence. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
  readonly reason: Reason
  readonly values: Record<string, string | number>

  constructor(reason: Reason, values: Record<string, string | number>, cause?: unknown) {
    super(sentence(reason, values), { cause })
    this.reason = reason
    this.values = values
  }
}

/** What initdb or the server said before they gave up. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed'
}

/** Runs a step of the start; what goes wrong in it with disk, rights or engine comes out as a `StartProblem`. */
export async function explained<T>(folder: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw (await problemOf(folder, error)) ?? error
  }
}

async function problemOf(folder: string, error: unknown): Promise<StartProblem | undefined> {
  if (!(error instanceof Error) || error instanceof StartProblem) return
  const words = error.message
  if (/ENOSPC|EDQUOT|No space left on device|free disk space|quota exceeded/i.test(words))
    return new StartProblem('disk-full', { folder }, error)
  const unknown = /could not look up effective user ID (\d+)/.exec(words)
  if (unknown?.[1]) return new StartProblem('account-unknown', { uid: unknown[1] }, error)
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied|Read-only file system|wrong ownership/i.test(words))
    return error instanceof EngineFailed && process.getuid?.() === 0
      ? new StartProblem('folder-closed', { folder }, error)
      : notWritable(folder, error)
  if (await isFull(folder)) return new StartProblem('disk-full', { folder }, error)
  if (error instanceof EngineFailed) return new StartProblem('engine-failed', { folder, output: words }, error)
  return
}

/** A server that finds no room for its log cannot say so: less than one WAL segment (16 MiB) free means the same. */
export async function isFull(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => undefined)
  return disk !== undefined && disk.bavail * disk.bsize < 2 ** 24
}

export const notWritable = (folder: string, cause?: unknown): StartProblem =>
  new StartProblem('folder-not-writable', { folder, account: accountName() }, cause)

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return `user number ${process.getuid?.()}` // no passwd entry
  }
}
