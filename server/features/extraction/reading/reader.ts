import type { ChildProcess } from 'node:child_process'
import { type FileHandle, open } from 'node:fs/promises'
import type { Request } from './isolated.ts'
import { askProcess, endProcess, hasEnded, type Limits, residentBytes, startProcess } from './isolation.ts'
import { kindOf } from './kinds.ts'
import { largestFile } from './limits.ts'
import type { Reading } from './reading.ts'

export type { Part, Reading, RefusalReason } from './reading.ts'

/** A file on the disk, with the media type found by its content. */
export interface FileToRead {
  readonly path: string
  readonly mediaType: string
  readonly name: string
}

/** Reads the text of files, one after another, in a process of its own: whatever a file does there, it does not do it to the server. */
export interface FileReader {
  /** @returns the text, or why there is none; never more than about 500,000 characters. @throws when the file is not on the disk, or reading was stopped */
  read(file: FileToRead): Promise<Reading>
  /** Ends the process, and with it what is being read. */
  stop(): Promise<void>
}

const defaults: Limits & { readonly idleMs: number } = {
  timeMs: 20_000,
  memoryBytes: 400 * 1024 * 1024,
  idleMs: 60_000,
}

/** A reader of files; its process starts with the first file, and ends after `idleMs` without one. */
export function startReader(options: Partial<typeof defaults> = {}): FileReader {
  const limits = { ...defaults, ...options }
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let stopped = false

  /** The end of the process says nothing about the file that it was reading. */
  function requireGoing(): void {
    if (stopped) throw new Error('Reading was stopped')
  }

  async function release(): Promise<void> {
    const process = child
    child = undefined
    if (process !== undefined) await endProcess(process)
  }

  async function readOne({ path, mediaType, name }: FileToRead): Promise<Reading> {
    const kind = kindOf(mediaType, name)
    if (kind === undefined) return { state: 'refused', reason: 'unsupported' }
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size === 0) return { state: 'empty' }
      if (size > largestFile) return { state: 'refused', reason: 'too-large' }
      return await readApart({ kind, size }, file)
    } finally {
      await file.close()
    }
  }

  /** After a file that it stumbled over, or that left it large, the process is not kept: the next file must not suffer for it. */
  async function readApart(request: Request, file: FileHandle): Promise<Reading> {
    requireGoing()
    clearTimeout(idle)
    if (child === undefined || hasEnded(child)) child = startProcess()
    let clean = false
    try {
      const reading = await askProcess(child, request, file, limits)
      requireGoing()
      clean = reading.state !== 'refused'
      return reading
    } finally {
      if (!clean || (await residentBytes(child)) > limits.memoryBytes / 2) await release()
      idle = setTimeout(release, limits.idleMs).unref()
    }
  }

  return {
    read(file) {
      const reading = queue.then(() => readOne(file))
      queue = reading.catch(() => undefined)
      return reading
    },
    async stop() {
      stopped = true
      clearTimeout(idle)
      await release()
      await queue
    },
  }
}
