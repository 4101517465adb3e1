import type { Candidate } from './matchCandidate.ts'
import { byKey, keysOf } from './matchKey.ts'
import { atomsOf, byName } from './matchName.ts'
import { isJoining } from './matchWords.ts'

export interface Ranked<C> {
  readonly candidate: C
  /** To be compared with the others' of the same ranking only. */
  readonly score: number
  /** Which of the typed words name this contact: indexes, ascending. */
  readonly words: readonly number[]
}
export interface Ranking<C> {
  /** Best first; only those that at least one word names. */
  readonly ranked: readonly Ranked<C>[]
  /** Whether the first is clearly meant: well named, and clearly before the second. */
  readonly sure: boolean
}

/** Longer lines are description; the name stands near their beginning. */
const MOST_WORDS = 20
const CLEARLY = 0.25
const WELL_NAMED = 0.7

/**
 * Ranks the contacts that words of a quick log line could mean: by how many words name them and how well (name, employer, city, beginnings, one
 * letter wrong; or number, e-mail, telephone number), then by how familiar they are. Never silently picks one of two that are close.
 * @param words as typed
 * @param onlyName whether the words are nothing but the name (the line has a colon): one that fits nothing then leaves a doubt
 */
export function rankContacts<C extends Candidate>(
  words: readonly string[],
  candidates: readonly C[],
  onlyName: boolean,
): Ranking<C> {
  const typed = words.slice(0, MOST_WORDS)
  const [atoms, keys] = [atomsOf(typed), keysOf(typed)]
  const ranked = candidates
    .map((candidate) => {
      const found = [byKey(keys, candidate), byName(typed, atoms, candidate)]
      const quality = found.reduce((sum, named) => sum + named.quality, 0)
      const named = [...new Set(found.flatMap(({ words }) => words))].sort((a, b) => a - b)
      return { candidate, quality, score: quality + familiarity(candidate), words: named }
    })
    .filter(({ quality }) => quality > 0)
    .sort(
      (a, b) =>
        b.score - a.score || a.candidate.name.localeCompare(b.candidate.name) || a.candidate.id - b.candidate.id,
    )
  const [first, second] = ranked
  const sure =
    first !== undefined &&
    first.quality >= WELL_NAMED &&
    (second === undefined || first.score - second.score >= CLEARLY) &&
    !leavesDoubt(typed, first.words, onlyName)
  return { ranked: ranked.map(({ candidate, score, words }) => ({ candidate, score, words })), sure }
}

/** 0 to 0.5: what was talked about today is meant more often than what rested for a year. */
function familiarity({ mine, daysSinceLast }: Candidate): number {
  const steps: readonly (readonly [days: number, worth: number])[] = [
    [1, 0.4],
    [7, 0.3],
    [30, 0.2],
    [90, 0.1],
    [365, 0.05],
  ]
  const recent = steps.find(([days]) => daysSinceLast !== null && daysSinceLast <= days)?.[1] ?? 0
  return recent + (mine ? 0.1 : 0)
}

/** Whether a word that fits nothing may be a part of the name: any where nothing but the name was typed, else a neighbour in capitals. */
function leavesDoubt(typed: readonly string[], named: readonly number[], onlyName: boolean): boolean {
  const [from = 0, to = 0] = [named[0], named.at(-1)]
  return typed.some((text, index) => {
    if (named.includes(index) || isJoining(text)) return false
    return onlyName || (index >= from - 1 && index <= to + 1 && /^\p{Lu}/u.test(text))
  })
}
