import type { TextSink } from './text.ts'

/** Groups that hold no text of the document. */
const unread = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'fldinst',
  'listtable',
  'listoverridetable',
  'xmlnstbl',
])
const signs: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': ' ',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
}
/** A word with its number, an escaped byte, a sign, a brace, a run of text; ends of lines mean nothing. */
const token = /\\([a-z]+)(-?\d+)? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n\\]+/giy

interface Group {
  readonly skipped: boolean
  /** How many characters after a Unicode character stand for it where Unicode is not known. */
  readonly substitutes: number
}

/** The text of a document in Rich Text Format 1.9. */
export function readRtf(bytes: Buffer, sink: TextSink): void {
  const rtf = bytes.toString('latin1')
  const outer: Group[] = []
  let group: Group = { skipped: false, substitutes: 1 }
  let decoder = new TextDecoder('windows-1252')
  let toSkip = 0
  const say = (text: string) => {
    const rest = text.slice(Math.min(toSkip, text.length))
    toSkip -= text.length - rest.length
    if (!group.skipped) sink.add(rest)
  }
  const word = (name: string, number: number | undefined) => {
    if (name === 'ansicpg') decoder = decoderFor(number) ?? decoder
    else if (name === 'uc') group = { ...group, substitutes: number ?? 1 }
    else if (name === 'bin') token.lastIndex += number ?? 0
    else if (unread.has(name)) group = { ...group, skipped: true }
    else if (name !== 'u') say(signs[name] ?? '')
    else {
      toSkip = 0
      say(String.fromCharCode((number ?? 0) & 0xffff))
      toSkip = group.substitutes
    }
  }
  token.lastIndex = 0
  for (let found = token.exec(rtf); found !== null && !sink.full; found = token.exec(rtf)) {
    const [, name, number, byte, sign, brace, text] = found
    if (name !== undefined) word(name, number === undefined ? undefined : Number(number))
    else if (byte !== undefined) say(decoder.decode(Buffer.from(byte, 'hex'), { stream: true }))
    else if (sign === '*') group = { ...group, skipped: true }
    else if (brace === '{') outer.push(group)
    else if (brace === '}') group = outer.pop() ?? group
    else say(text ?? signs[sign ?? ''] ?? '')
  }
}

function decoderFor(codePage: number | undefined): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(codePage === 65_001 ? 'utf-8' : `windows-${codePage}`)
  } catch {
    return undefined
  }
}
