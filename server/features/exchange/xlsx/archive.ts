import type { Readable } from 'node:stream'
import * as yauzl from 'yauzl'
import type { FileSource } from '../source.ts'
import { UnreadableFile, type UnreadableReason } from '../unreadable.ts'

/** The parts of a zip file, read where they lie; each says its unpacked size and is held to it. */
export interface Archive {
  readonly names: ReadonlySet<string>
  /** The unpacked bytes of a part. @throws UnreadableFile `damaged` when there is none, `too-big-inside` above `limit` bytes */
  open(name: string, limit: number): Promise<Readable>
}

/** @throws UnreadableFile `damaged` */
export async function openArchive(source: FileSource): Promise<Archive> {
  const zip = await orDamaged(
    yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, { autoClose: false }),
  )
  const entries = new Map<string, yauzl.Entry>()
  await orDamaged(collect(zip, entries))
  return {
    names: new Set(entries.keys()),
    open(name, limit) {
      const entry = entries.get(name)
      if (entry === undefined || entry.isEncrypted()) throw new UnreadableFile('damaged')
      if (entry.uncompressedSize > limit) throw new UnreadableFile('too-big-inside')
      return orDamaged(zip.openReadStreamPromise(entry))
    },
  }
}

/** What a zip is that is not a workbook. */
export function otherKind({ names }: Archive): UnreadableReason {
  if (names.has('xl/workbook.bin')) return 'old-excel'
  if (names.has('word/document.xml')) return 'word'
  if (names.has('ppt/presentation.xml')) return 'slides'
  if (names.has('mimetype') && names.has('content.xml')) return 'open-document'
  return names.has('Index/Document.iwa') || names.has('Index.zip') ? 'numbers' : 'zip'
}

class SourceReader extends yauzl.RandomAccessReader {
  readonly source: FileSource
  constructor(source: FileSource) {
    super()
    this.source = source
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return this.source.read({ start, end: end - 1 })
  }
}

/** A workbook has some dozens of parts; the cap keeps a file of a million empty parts from filling the memory. */
async function collect(zip: yauzl.ZipFile, entries: Map<string, yauzl.Entry>): Promise<void> {
  if (zip.entryCount > 10_000) throw new UnreadableFile('too-big-inside')
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
}

/** Whatever the zip reader finds wrong is the file's fault. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged')
  })
}
