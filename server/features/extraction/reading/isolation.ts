import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type FileHandle, readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { Value } from 'typebox/value'
import type { Request } from './isolated.ts'
import { Reading, type RefusalReason } from './reading.ts'

/** What one reading may take: time, and what the process has in RAM. */
export interface Limits {
  readonly timeMs: number
  readonly memoryBytes: number
}

const root = join(import.meta.dirname, '../../../..')
/** It may read its own program and nothing else: the file comes through its standard input. */
const execArgv = [
  '--permission',
  ...['server/*', 'node_modules/*', 'package.json'].map((path) => `--allow-fs-read=${join(root, path)}`),
  '--max-old-space-size=256',
]
/** A process that fills its memory grows by some hundreds of megabytes a second. */
const watchEveryMs = 50

/** Starts the process that reads: without environment, without files and processes of its own, and behind the server in turn. */
export function startProcess(): ChildProcess {
  const entry = join(import.meta.dirname, 'isolated.ts')
  const child = fork(entry, [], { execArgv, env: {}, stdio: ['pipe', 'ignore', 'ignore', 'ipc'] })
  child.stdin?.on('error', () => undefined)
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  return child
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Ends the process at once, and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Has the process read a file; past a limit it is killed. @throws what reading from the disk throws; the process is then of no use */
export async function askProcess(
  child: ChildProcess,
  request: Request,
  file: FileHandle,
  limits: Limits,
): Promise<Reading> {
  const over = new AbortController()
  const { signal } = over
  let reason: RefusalReason | undefined
  const kill = (why: RefusalReason) => {
    reason ??= why
    child.kill('SIGKILL')
  }
  const timer = setTimeout(kill, limits.timeMs, 'too-slow')
  const watch = setInterval(async () => {
    if ((await residentBytes(child)) > limits.memoryBytes && !signal.aborted) kill('too-much-memory')
  }, watchEveryMs)
  const content = file.createReadStream({ start: 0, end: request.size - 1, autoClose: false })
  try {
    child.send(request)
    if (child.stdin !== null) content.pipe(child.stdin, { end: false })
    return await Promise.race([
      once(child, 'message', { signal }).then(([answer]) => trusted(answer)),
      once(child, 'exit', { signal }).then(() => refusal(reason ?? reasonOfEnd(child))),
      once(content, 'error', { signal }).then(([error]) => Promise.reject(error)),
    ])
  } finally {
    over.abort()
    clearTimeout(timer)
    clearInterval(watch)
    content.destroy()
  }
}

const refusal = (reason: RefusalReason): Reading => ({ state: 'refused', reason })

/** A file may have taken the process over: what it says is checked. */
const trusted = (answer: unknown): Reading => (Value.Check(Reading, answer) ? answer : refusal('damaged'))

/** V8 aborts when its heap is full; the system kills when the machine's memory is. */
const reasonOfEnd = ({ signalCode }: ChildProcess): RefusalReason =>
  signalCode === 'SIGABRT' || signalCode === 'SIGKILL' ? 'too-much-memory' : 'damaged'

/** What the process has in RAM (proc(5)); 0 where the system does not say, there V8's own limit must do. */
export async function residentBytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
}
