import { SEPARATORS } from './quickLogText'

/** From where to where, in UTF-16 units; the end is not included. */
export interface Range {
  readonly start: number
  readonly end: number
}
/** The line cut at its two signs: what is before the colon and follow-up, the follow-up, and what the colon introduces. */
export interface Frame {
  readonly head: readonly Range[]
  readonly followUp: Range | null
  readonly tail: readonly Range[]
  readonly hasColon: boolean
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** `>` at the beginning of a word and to the end of its line; not `->`, `>=`, nor one whose words were given back. */
function followUpOf(text: string, givenBack: readonly string[]): Range | null {
  for (const { index } of text.matchAll(/>(?![>=])/g)) {
    const begins = index === 0 || SEPARATORS.test(text.charAt(index - 1))
    if (begins && !givenBack.some((words) => words.startsWith('>') && text.startsWith(words, index))) {
      return { start: index, end: lineEnd(text, index) }
    }
  }
  return null
}

const isClock = (text: string, at: number): boolean =>
  /(?:^|\D)\d{1,2}:\d{2}$/.test(text.slice(Math.max(0, at - 3), at + 3)) && !/\d/.test(text.charAt(at + 3))

/** The first colon that is neither in a time nor in an address of the web. */
function colonOf(text: string, followUp: Range | null): number {
  for (const { index } of text.matchAll(/:(?!\/\/)/g)) {
    const inside = followUp !== null && index >= followUp.start && index < followUp.end
    if (!inside && !isClock(text, index)) return index
  }
  return -1
}

const around = ({ start, end }: Range, gap: Range | null): Range[] => {
  if (gap === null || gap.end <= start || gap.start >= end) return [{ start, end }]
  return [
    { start, end: gap.start },
    { start: gap.end, end },
  ].filter((range) => range.start < range.end)
}

/** @param givenBack texts that shall stay words whatever they could mean */
export function frameOf(text: string, givenBack: readonly string[]): Frame {
  const followUp = followUpOf(text, givenBack)
  const colon = colonOf(text, followUp)
  const headEnd = colon < 0 ? text.length : colon
  return {
    head: around({ start: 0, end: headEnd }, followUp),
    followUp,
    tail: colon < 0 ? [] : around({ start: colon + 1, end: text.length }, followUp),
    hasColon: colon >= 0,
  }
}
