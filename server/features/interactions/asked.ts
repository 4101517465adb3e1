/** One thing that a search asks for: words that stand together in their order, or one word, perhaps only its beginning. */
export interface Term {
  readonly text: string
  readonly phrase: boolean
  /** letters and digits that a word of the entry may begin with; `null` when the whole word is asked for */
  readonly beginning: string | null
}

const TERMS = 8
/** A shorter beginning finds too much to be of use. */
const BEGINNING = 3

/** What a search box asks for: words and "phrases in quotes", all of which an entry must have; the first eight count. */
export function termsOf(q: string): Term[] {
  const pieces = q.matchAll(/"([^"]*)"?|([^\s"]+)/g)
  return [...pieces]
    .map(([, phrase, word = '']) => (phrase === undefined ? termOf(word) : phraseOf(phrase)))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .slice(0, TERMS)
}

const phraseOf = (text: string): Term => ({ text: text.trim(), phrase: /\S\s+\S/.test(text), beginning: null })

function termOf(text: string): Term {
  const letters = text.replace(/\*$/, '')
  const isWord = /^[\p{L}\p{N}]+$/u.test(letters) && letters.length >= BEGINNING
  return { text: letters, phrase: false, beginning: isWord ? letters : null }
}
