import { type Charset, decode } from '../charset.ts'
import { unixLines } from '../lines.ts'
import { longestRow } from '../row.ts'
import type { FileSource } from '../source.ts'

/** A content line put together again; `text` holds bytes, one a character, since its charset is known only once it is taken apart. */
export interface CardLine {
  readonly line: number
  readonly text: string
}

/**
 * The content lines of a file of vCards. Joins what was folded (RFC 6350 3.2; in 2.1 the blank at a fold is part of the text), soft breaks
 * of quoted-printable, base64 that nobody indented, and lines that lost their escape. Beyond `longestRow` bytes a line is cut: only
 * pictures and keys are that long.
 */
export async function* cardLines(source: FileSource, charset: Charset): AsyncGenerator<CardLine> {
  let current: Folded | undefined
  let version = ''
  let line = 0
  for await (const text of physicalLines(source, charset)) {
    line += 1
    if (current && belongs(current, text, version)) continue
    if (current) yield { line: current.line, text: current.parts.join('') }
    current = text.trim() === '' ? undefined : begin(line, text)
    version = /^VERSION:\s*([\d.]+)/i.exec(text)?.[1] ?? (/^BEGIN:/i.test(text) ? '' : version)
  }
  if (current) yield { line: current.line, text: current.parts.join('') }
}

interface Folded {
  readonly line: number
  readonly parts: string[]
  length: number
  readonly encoding: 'base64' | 'none' | 'quoted-printable'
  readonly closed: boolean
}

function begin(line: number, text: string): Folded {
  const named = /^[^:]{0,500};(?:ENCODING=)?"?(QUOTED-PRINTABLE|BASE64|B)\b/i.exec(text)?.[1]?.toUpperCase()
  const encoding = named === undefined ? 'none' : named === 'QUOTED-PRINTABLE' ? 'quoted-printable' : 'base64'
  return { line, parts: [text], length: text.length, encoding, closed: /^(BEGIN|END):/i.test(text) }
}

/** Whether a line goes on with the one before; if so, it is added there. */
function belongs(current: Folded, next: string, version: string): boolean {
  const last = current.parts.at(-1) ?? ''
  if (current.encoding === 'quoted-printable' && last.endsWith('=')) {
    current.parts[current.parts.length - 1] = last.slice(0, -1)
    return add(current, next)
  }
  if (next.trim() === '' || current.closed) return false
  if (/^[ \t]/.test(next))
    return add(current, version === '2.1' && current.encoding === 'none' ? ` ${next.trimStart()}` : next.slice(1))
  if (next.includes(':')) return false
  return add(current, current.encoding === 'base64' ? next : `\\n${next}`)
}

function add(current: Folded, text: string): true {
  if (current.length < longestRow) {
    current.parts.push(text)
    current.length += text.length
  }
  return true
}

/** Lines as bytes in characters; what is in UTF-16 becomes UTF-8 first. */
async function* physicalLines(source: FileSource, charset: Charset): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of unixLines(bytes(source, charset))) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()?.slice(0, longestRow) ?? ''
    yield* lines
  }
  yield rest
}

async function* bytes(source: FileSource, charset: Charset): AsyncGenerator<string> {
  if (charset.startsWith('utf-16')) {
    for await (const text of decode(source, charset)) yield Buffer.from(text).toString('latin1')
    return
  }
  let begin = true
  for await (const chunk of source.read()) {
    const text = chunk.toString('latin1')
    yield begin ? text.replace(/^\xef\xbb\xbf/, '') : text
    begin = false
  }
}
