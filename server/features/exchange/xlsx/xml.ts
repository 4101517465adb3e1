import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../unreadable.ts'

export type Attributes = Readonly<Record<string, string>>

/** What to do as an XML text goes by; names come without their prefix, since writers differ in whether they use one. */
export interface Handlers {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/** A text or tag is held until it ends; no cell is nearly as long. In characters. */
const longestText = 4 * 1024 * 1024

/** Reads XML in pieces; what the handlers `emit` while a piece is read is given on before the next piece. @throws UnreadableFile `damaged`, `too-big-inside` */
export async function* readXml<T>(
  stream: Readable,
  handlers: (emit: (item: T) => void) => Handlers,
): AsyncGenerator<T> {
  let found: T[] = []
  const parser = parserFor(handlers((item) => found.push(item)))
  stream.setEncoding('utf8')
  try {
    let sinceTag = 0
    for await (const piece of stream) {
      sinceTag = piece.includes('<') ? piece.length - piece.lastIndexOf('<') : sinceTag + piece.length
      if (sinceTag > longestText) throw new UnreadableFile('too-big-inside')
      parser.write(piece)
      const ready = found
      found = []
      yield* ready
    }
    parser.close()
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged')
  }
  yield* found
}

/** Reads a small XML part whole. */
export async function passXml(stream: Readable, handlers: Handlers): Promise<void> {
  for await (const _ of readXml<never>(stream, () => handlers));
}

function parserFor({ open, text, close }: Handlers): SaxesParser<{ position: false; xmlns: false }> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.on('closetag', ({ name }) => close?.(local(name)))
  parser.on('error', (error) => {
    throw error
  })
  return parser
}

export const local = (name: string): string => name.slice(name.indexOf(':') + 1)
