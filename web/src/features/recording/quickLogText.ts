/** A stretch of the line: `start` to `end` (not included), in UTF-16 units, as text areas count. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}
/** A word of the line; `plain` is what it is compared by: lower case, no accents, no full stop at its end. */
export interface Word extends Span {
  readonly plain: string
}
/** What a reader understood: how many words it took, and what they mean. */
export interface Reading<V> {
  readonly words: number
  readonly value: V
}

/** Lower case without accents, typographic apostrophes made straight. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'").toLowerCase()

const withoutStop = (plain: string): string => plain.replace(/[.!?]+$/, '') || plain

/** What stands between parts and belongs to none: blanks, commas, semicolons, and the colon before the description. */
export const SEPARATORS = /[\s,;:]/
const WORD = /[^\s,;:](?:\S*[^\s,;:])?/g

/** The words between two places of the text, without the separators at their ends. */
export const wordsOf = (text: string, start = 0, end = text.length): Word[] =>
  [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    text: word,
    plain: withoutStop(fold(word)),
  }))

/** From the first to the last of these words, with all that stands between them. */
export const spanOf = (text: string, words: readonly Span[]): Span | null => {
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? { start: first.start, end: last.end, text: text.slice(first.start, last.end) } : null
}

const AHEAD = 8
/** The next words as one folded text, single blanks between them: what the patterns of `phrase` read. */
export const ahead = (words: readonly Word[], at: number): string =>
  words
    .slice(at, at + AHEAD)
    .map((word) => word.plain)
    .join(' ')

/** A pattern over `ahead` that begins at its first word and ends with a word. */
export const phrase = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?= |$)`)
export const oneOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
export const countWords = (matched: string): number => (matched === '' ? 0 : matched.split(' ').length)

/** Looks the next one to three words up in a table of folded phrases; the longest wins. */
export function lookUp<V>(table: ReadonlyMap<string, V>, words: readonly Word[], at: number): Reading<V> | null {
  for (let count = Math.min(3, words.length - at); count > 0; count--) {
    const value = table.get(
      words
        .slice(at, at + count)
        .map((word) => word.plain)
        .join(' '),
    )
    if (value !== undefined) return { words: count, value }
  }
  return null
}
