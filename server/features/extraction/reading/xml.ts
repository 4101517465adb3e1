import { SaxesParser } from 'saxes'
import type { Archive } from '#features/exchange/xlsx/archive.ts'
import { type Handlers, local } from '#features/exchange/xlsx/xml.ts'
import { largestEntry } from './limits.ts'
import { Refusal } from './refusal.ts'
import type { TextSink } from './text.ts'

/**
 * Passes an XML text by the handlers until the sink is full. Entities beyond the five of XML stand for nothing: what a document type
 * declares is never looked up. @throws Refusal `damaged`, and what the stream throws
 */
export async function passXml(pieces: AsyncIterable<string>, handlers: Handlers, sink?: TextSink): Promise<void> {
  const parser = parserFor(handlers)
  for await (const piece of pieces) {
    parser.write(piece)
    if (sink?.full === true) return
  }
  parser.close()
}

/** The same with an entry of an archive. */
export async function passEntry(archive: Archive, name: string, handlers: Handlers, sink?: TextSink): Promise<void> {
  const entry = await archive.open(name, largestEntry)
  await passXml(entry.setEncoding('utf8'), handlers, sink)
}

function parserFor({ open, text, close }: Handlers): SaxesParser<{ position: false; xmlns: false }> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.ENTITIES = new Proxy(parser.ENTITIES, { get: entity })
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes))
  parser.on('text', (piece) => text?.(piece))
  parser.on('cdata', (piece) => text?.(piece))
  parser.on('closetag', ({ name }) => close?.(local(name)))
  parser.on('error', () => {
    throw new Refusal('damaged')
  })
  return parser
}

function entity(known: Record<string, string>, name: string): string {
  const value: unknown = known[name]
  return typeof value === 'string' ? value : ''
}
