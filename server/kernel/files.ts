import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file as the store knows it: its SHA-256 in hex is its name, its size is in bytes. */
export interface StoredFile {
  readonly sha256: string
  readonly size: number
}
/** Part of a file in bytes, `end` inclusive. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}
/** A file that has come in whole and is safe on the disk, but not yet one of the store's. */
export interface ReceivedFile extends StoredFile {
  read(range?: ByteRange): ReadStream
  /** Makes it one of the store's; called where the row that names it is locked, so that no sweep comes between. */
  keep(): Promise<void>
}

/** Files by their content: immutable, stored once however often they are used, never whole in memory. */
export interface FileStore {
  /**
   * Takes what a stream brings and gives it to `record`, which keeps it and writes its row; when this resolves, it survives
   * a power cut. A stream that fails, or a `record` that throws, leaves nothing.
   */
  receive<T>(content: Readable, record: (file: ReceivedFile) => Promise<T>): Promise<T>
  /** The bytes of a file, or of a part of it. @throws Error ENOENT */
  read(sha256: string, range?: ByteRange): ReadStream
  has(sha256: string): Promise<boolean>
  /** Where the bytes lie, for a process of its own that reads them. */
  path(sha256: string): string
  remove(sha256: string): Promise<void>
  /** Clears what a crash cut off before a time: tells `record` of each file that may stand in the store without a row. */
  clear(before: Date, record: (file: StoredFile) => Promise<void>): Promise<void>
}

/** A store in a folder: `ab/cd/abcd…`, what is on its way in `incoming`. */
export function diskStore(folder: string): FileStore {
  const path = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const incoming = join(folder, 'incoming')
  const has = (sha256: string) => found(stat(path(sha256))).then((file) => file !== undefined)
  return {
    async receive(content, record) {
      await mkdir(incoming, { recursive: true })
      const draft = join(incoming, randomUUID())
      let kept = false
      const keep = async (sha256: string) => {
        kept = true
        await linkDurably(draft, path(sha256))
      }
      try {
        const file = await writeDraft(content, draft)
        const received = {
          ...file,
          read: (range?: ByteRange) => createReadStream(draft, range),
          keep: () => keep(file.sha256),
        }
        const answer = await record(received)
        kept = false
        return answer
      } finally {
        if (!kept) await rm(draft, { force: true }) // kept, but its row failed: `clear` finds it by its draft
      }
    },
    read: (sha256, range) => createReadStream(path(sha256), range),
    has,
    path,
    remove: (sha256) => rm(path(sha256), { force: true }),
    async clear(before, record) {
      for (const name of (await found(readdir(incoming))) ?? []) {
        const draft = join(incoming, name)
        const state = await found(stat(draft))
        if (state === undefined || state.mtime >= before) continue
        const file = await measure(
          createReadStream(draft),
          new Writable({ write: (_chunk, _encoding, done) => done() }),
        )
        if (await has(file.sha256)) await record(file)
        await rm(draft, { force: true })
      }
    },
  }
}

const writeDraft = (content: Readable, draft: string): Promise<StoredFile> =>
  measure(content, createWriteStream(draft, { flags: 'wx', flush: true }))

async function measure(content: Readable, into: Writable): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const scale = new Transform({
    transform(chunk: Buffer, _, pass) {
      hash.update(chunk)
      size += chunk.length
      pass(null, chunk)
    },
  })
  await pipeline(content, scale, into)
  return { sha256: hash.digest('hex'), size }
}

/** The file itself is on the disk already; its new name survives a power cut only when the folder is there too. */
async function linkDurably(draft: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  await link(draft, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const folder = await open(dirname(target), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What an act on the file system finds; `undefined` when there is nothing. */
const found = <T>(act: Promise<T>): Promise<T | undefined> =>
  act.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
