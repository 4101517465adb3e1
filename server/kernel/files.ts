import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file as the store knows it: its SHA-256 in hex is its name, its size is in bytes. */
export interface StoredFile {
  readonly sha256: string
  readonly size: number
}

/** Files by their content: immutable, stored once however often they are used, never whole in memory. */
export interface FileStore {
  /** Keeps what a stream brings; when this resolves, it survives a power cut. A stream that fails leaves nothing. */
  put(content: Readable): Promise<StoredFile>
  /** The bytes of a file, or of a part of it (`end` inclusive). @throws Error ENOENT */
  read(sha256: string, range?: { start: number; end: number }): ReadStream
  has(sha256: string): Promise<boolean>
  remove(sha256: string): Promise<void>
}

/** A store in a folder: `ab/cd/abcd…`. */
export function diskStore(folder: string): FileStore {
  const path = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    async put(content) {
      const draft = join(folder, 'incoming', randomUUID())
      await mkdir(dirname(draft), { recursive: true })
      try {
        const file = await writeDraft(content, draft)
        const target = path(file.sha256)
        await mkdir(dirname(target), { recursive: true })
        await rename(draft, target)
        await syncFolder(dirname(target))
        return file
      } finally {
        await rm(draft, { force: true })
      }
    },
    read: (sha256, range) => createReadStream(path(sha256), range),
    has: (sha256) =>
      stat(path(sha256)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return false
          throw error
        },
      ),
    remove: (sha256) => rm(path(sha256), { force: true }),
  }
}

async function writeDraft(content: Readable, draft: string): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, pass) {
      hash.update(chunk)
      size += chunk.length
      pass(null, chunk)
    },
  })
  await pipeline(content, measure, createWriteStream(draft, { flags: 'wx', flush: true }))
  return { sha256: hash.digest('hex'), size }
}

/** A rename survives a power cut only when the folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
