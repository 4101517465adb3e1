import type { Readable } from 'node:stream'

/** A file that can be read more than once, whole or in part (`start` and `end` inclusive, in bytes); its size in bytes. */
export interface FileSource {
  readonly size: number
  read(range?: { start: number; end: number }): Readable
}

/** The first bytes of a file, at most `length`. */
export async function head(source: FileSource, length: number): Promise<Buffer> {
  if (source.size === 0) return Buffer.alloc(0)
  const chunks: Buffer[] = []
  for await (const chunk of source.read({ start: 0, end: Math.min(length, source.size) - 1 })) chunks.push(chunk)
  return Buffer.concat(chunks)
}
