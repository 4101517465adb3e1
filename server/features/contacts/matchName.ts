import { type Candidate, type Named, NOBODY } from './matchCandidate.ts'
import { isJoining, isNoise, likeness, nameWords } from './matchWords.ts'

const COMPANY = 0.9
const CITY = 0.5
const NOISE = 0.2
/** Added when all of the contact's own name was typed. */
const WHOLE_NAME = 0.3
/** An initial alone, or legal forms alone, name nobody. */
const LEAST_WORTH = 0.45

interface NameWord {
  readonly text: string
  readonly weight: number
  readonly own: boolean
}
const wordsOf = ({ name, companyName, city }: Candidate): NameWord[] => [
  ...nameWords(name).map((text) => ({ text, weight: isNoise(text) ? NOISE : 1, own: !isNoise(text) })),
  ...nameWords(companyName ?? '').map((text) => ({ text, weight: isNoise(text) ? NOISE : COMPANY, own: false })),
  ...nameWords(city ?? '').map((text) => ({ text, weight: CITY, own: false })),
]

interface Pair {
  readonly word: number
  readonly atom: number
  readonly by: NameWord
  readonly quality: number
}
/** A typed word, or a part of one with a hyphen, and which word it stands in. */
export interface Atom {
  readonly text: string
  readonly word: number
}
/** A single small letter is an article or a preposition; an initial is written large. */
export const atomsOf = (typed: readonly string[]): Atom[] =>
  typed.flatMap((text, word) => (/^\p{Ll}$/u.test(text) ? [] : nameWords(text).map((part) => ({ text: part, word }))))

/** Each atom with the name word it fits best, no name word twice. */
function pair(atoms: readonly Atom[], names: readonly NameWord[]): Pair[] {
  const possible = atoms.flatMap(({ text, word }, atom) =>
    names
      .map((by) => ({ word, atom, by, quality: likeness(text, by.text) * by.weight }))
      .filter(({ quality }) => quality > 0),
  )
  const taken = new Set<number | NameWord>()
  return possible
    .sort((a, b) => b.quality - a.quality)
    .filter(({ atom, by }) => {
      const free = !taken.has(atom) && !taken.has(by)
      if (free) taken.add(atom).add(by)
      return free
    })
}

/** The best stretch of words that names the contact; one other word may stand between two of them ("Anna of Bellandi"). */
export function byName(typed: readonly string[], atoms: readonly Atom[], candidate: Candidate): Named {
  const names = wordsOf(candidate)
  const pairs = pair(atoms, names)
  const whole = Math.max(names.filter(({ own }) => own).length, 1)
  const best = stretches([...new Set(pairs.map(({ word }) => word))])
    .map((words) => {
      const found = pairs.filter(({ word }) => words.includes(word))
      const worth = found.reduce((sum, { quality }) => sum + quality, 0)
      return { words, worth, quality: worth + (WHOLE_NAME * found.filter(({ by }) => by.own).length) / whole }
    })
    .reduce((best, next) => (next.quality > best.quality ? next : best), { ...NOBODY, worth: 0 })
  if (best.worth < LEAST_WORTH) return NOBODY
  const [from = 0, to = 0] = [best.words[0], best.words.at(-1)]
  const joining = typed.flatMap((text, index) => (index > from && index < to && isJoining(text) ? [index] : []))
  return { words: [...new Set([...best.words, ...joining])].sort((a, b) => a - b), quality: best.quality }
}

/** Cuts indexes where more than one word lies between two of them. */
function stretches(indexes: readonly number[]): number[][] {
  const cut: number[][] = []
  for (const index of indexes.toSorted((a, b) => a - b)) {
    const last = cut.at(-1)
    if (last && index - (last.at(-1) ?? 0) <= 2) last.push(index)
    else cut.push([index])
  }
  return cut
}
