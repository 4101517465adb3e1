import { pipeline, type Readable, Transform } from 'node:stream'
import * as yauzl from 'yauzl'
import { UnreadableFile } from '#features/exchange/unreadable.ts'
import type { Archive } from '#features/exchange/xlsx/archive.ts'
import { largestArchive, largestEntry, mostEntries } from './limits.ts'
import { Refusal } from './refusal.ts'

/**
 * A zip file in memory. What its entries unpack to is counted as it comes, whatever the file says of their size.
 * @throws Refusal `damaged`, `encrypted`; UnreadableFile `too-big-inside`, also from the streams of its entries
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await orDamaged(yauzl.fromBufferPromise(bytes, { validateEntrySizes: false }))
  const entries = await orDamaged(collect(zip))
  const meter = { left: largestArchive }
  return {
    names: new Set(entries.keys()),
    async open(name, limit) {
      const entry = entries.get(name)
      if (entry === undefined) throw new Refusal('damaged')
      if (entry.isEncrypted()) throw new Refusal('encrypted')
      const packed = await orDamaged(zip.openReadStreamPromise(entry))
      return metered(packed, Math.min(limit, largestEntry), meter)
    },
  }
}

async function collect(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > mostEntries) throw new UnreadableFile('too-big-inside')
  const entries = new Map<string, yauzl.Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  return entries
}

function metered(packed: Readable, limit: number, archive: { left: number }): Readable {
  const entry = { left: limit }
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      entry.left -= chunk.length
      archive.left -= chunk.length
      if (Math.min(entry.left, archive.left) < 0) done(new UnreadableFile('too-big-inside'))
      else done(null, chunk)
    },
  })
  return pipeline(packed, count, () => undefined)
}

/** Whatever the zip reader finds wrong is the file's fault. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof UnreadableFile ? error : new Refusal('damaged')
  })
}
