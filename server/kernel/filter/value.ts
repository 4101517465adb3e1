import type { Part } from './ast.ts'
import { FilterFault } from './fault.ts'
import type { Value } from './syntax.ts'

/** Reads `[ "@" ] value` at `at`; undefined when no value begins there. @throws FilterFault for a quote that is not closed */
export function readValue(text: string, at: number): Value | undefined {
  const marked = text[at] === '@'
  const start = marked ? skipBlanks(text, at + 1) : at
  const value = text[start] === "'" ? quoted(text, start) : bare(text, start)
  if (value === undefined || !marked) return value
  return { ...value, exact: false, start: at }
}

export function skipBlanks(text: string, at: number): number {
  let next = at
  while (next < text.length && /\s/.test(text.charAt(next))) next++
  return next
}

function bare(text: string, start: number): Value | undefined {
  if (/[<>=@]/.test(text.charAt(start))) return undefined
  let end = start
  while (end < text.length && !/[&|()]/.test(text.charAt(end)) && !text.startsWith('..', end)) end++
  const content = text.slice(start, end).trimEnd()
  if (content === '') return undefined
  const parts = collect()
  for (const char of content) parts.add(char, true)
  return { text: content, parts: parts.done(), quoted: false, exact: false, start, end: start + content.length }
}

function quoted(text: string, start: number): Value {
  const parts = collect()
  let content = ''
  let marked = false
  let at = start + 1
  while (at < text.length) {
    const char = text.charAt(at)
    const escaped = char === '\\' ? /^[*?'\\@]/.exec(text.slice(at + 1, at + 2)) : null
    if (char === "'" && text[at + 1] !== "'")
      return { text: content, parts: parts.done(), quoted: true, exact: !marked, start, end: at + 1 }
    const plain = escaped !== null || char === "'" ? text.charAt(at + 1) : char
    if (plain === '@' && escaped === null && at === start + 1 && /^@(?!'(?!'))/.test(text.slice(at))) marked = true
    else {
      parts.add(plain, escaped === null)
      content += plain
    }
    at += escaped !== null || char === "'" ? 2 : 1
  }
  throw new FilterFault(start, text.length, { key: 'quote' }, [
    { from: text.length, to: text.length, text: "'" },
    { from: start, to: start + 1, text: '' },
  ])
}

/** Gathers characters to parts: neighbours make one text, `**` is `*`. */
function collect() {
  const parts: Part[] = []
  let text = ''
  const flush = () => {
    if (text !== '') parts.push({ text })
    text = ''
  }
  return {
    add(char: string, mayBeWild: boolean) {
      const wild = !mayBeWild ? undefined : char === '*' ? 'many' : char === '?' ? 'one' : undefined
      if (wild === undefined) {
        text += char
        return
      }
      flush()
      const last = parts.at(-1)
      if (wild === 'one' || last === undefined || !('wild' in last) || last.wild === 'one') parts.push({ wild })
    },
    done(): readonly Part[] {
      flush()
      return parts
    },
  }
}
