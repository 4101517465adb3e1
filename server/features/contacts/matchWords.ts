import { fold } from '#kernel/filter/fold.ts'

/** Legal forms, joining words, articles: they name nobody, so they weigh little, may be missing, and begin no other word. */
const noise = new Set(
  [
    'spa srl srls snc sas ss scarl coop soc societa agr azienda ditta',
    'ltd limited plc llc llp inc corp co company gmbh ag kg ohg ug bv nv sa sarl sas ab oy as aps group',
    'and of the an from at with for to in on e ed di da del della dei degli dal dalla al alla presso con per un una il lo',
  ].flatMap((words) => words.split(' ')),
)
export const isNoise = (word: string): boolean => noise.has(word)

/** A name's words as they are compared: without case, accents, apostrophes and the stops of abbreviations; hyphens part words. */
export const nameWords = (text: string): string[] =>
  fold(text)
    .replace(/['.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Words that name nobody by themselves: legal forms, joining words, signs. */
export const isJoining = (text: string): boolean => nameWords(text).every(isNoise)

/** Whether one letter changed, missing, added or swapped with its neighbour makes one word of the other. */
export function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || a === b) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return swapped || short.slice(at + 1) === long.slice(at + 1)
}

/** Shorter words are too alike: "Anna" is not a misspelt "Anja" more than it is a misspelt "Enna". */
const LEAST_TO_MISSPELL = 5

/** How well a typed word stands for a word of a name, 0 to 1: the same, its beginning, misspelt by one letter, its initial. */
export function likeness(typed: string, name: string): number {
  if (typed === name) return 1
  if (isNoise(typed)) return 0
  if (typed.length > 1 && name.startsWith(typed)) return 0.7 + (0.2 * typed.length) / name.length
  if (typed.length >= LEAST_TO_MISSPELL && name.length >= LEAST_TO_MISSPELL && isOneLetterApart(typed, name)) return 0.7
  return typed.length === 1 && name.startsWith(typed) ? 0.4 : 0
}
