import { once } from 'node:events'
import { extract } from './extract.ts'
import type { Kind } from './kinds.ts'

/** What the process is asked: to read `size` bytes from its standard input. */
export interface Request {
  readonly kind: Kind
  readonly size: number
}

const { stdin } = process

async function take(size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size)
  for (let at = 0; at < size; ) {
    const chunk: Buffer | null = stdin.read()
    if (chunk === null) await once(stdin, 'readable')
    else at += chunk.copy(bytes, at)
  }
  return bytes
}

process.on('message', async ({ kind, size }: Request) => {
  process.send?.(await extract(kind, await take(size)))
})
