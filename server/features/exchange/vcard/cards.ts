import type { Charset } from '../charset.ts'
import type { FileSource } from '../source.ts'
import { type CardLine, cardLines } from './lines.ts'
import { type Property, readProperty } from './property.ts'

/** One vCard. `leftOut` names, once for each time, what is not read: pictures, sounds, keys, the card of an agent, faulty lines. */
export interface Card {
  readonly line: number
  readonly version: string
  readonly properties: readonly Property[]
  readonly leftOut: readonly string[]
}

const unread = new Set(['photo', 'logo', 'sound', 'key', 'agent', 'x-ms-ol-design'])
const maxProperties = 2000

/** The cards of a file (vCard 2.1, RFC 2426, RFC 6350), one after the other; a card within a card (AGENT) is passed over. */
export async function* readCards(source: FileSource, charset: Charset): AsyncGenerator<Card> {
  let open: { line: number; lines: CardLine[] } | undefined
  let inner = 0
  for await (const content of cardLines(source, charset)) {
    const mark = /^\s*(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(content.text)?.[1]?.toUpperCase()
    if (mark === 'BEGIN' && open && /(^|\.)AGENT\b[^:]*:\s*$/i.test(open.lines.at(-1)?.text ?? '')) inner += 1
    else if (mark === 'END' && inner > 0) inner -= 1
    else if (mark !== undefined) {
      if (open) yield cardOf(open, charset)
      open = mark === 'BEGIN' ? { line: content.line, lines: [] } : undefined
      inner = 0
    } else if (inner === 0 && open && open.lines.length < maxProperties) open.lines.push(content)
  }
  if (open) yield cardOf(open, charset)
}

function cardOf({ line, lines }: { line: number; lines: CardLine[] }, charset: Charset): Card {
  const version =
    lines.map(({ text }) => /^VERSION:\s*([\d.]+)/i.exec(text)?.[1]).find((found) => found !== undefined) ?? ''
  const properties: Property[] = []
  const leftOut: string[] = []
  for (const { text } of lines) {
    const name = /^(?:[\w-]+\.)?([\w-]+)/.exec(text)?.[1]?.toLowerCase() ?? ''
    const property = unread.has(name) ? undefined : readProperty(text, version, charset)
    if (property) properties.push(property)
    else leftOut.push(name)
  }
  return { line, version, properties, leftOut }
}
