import { fold } from '#kernel/filter/fold.ts'
import { type Candidate, type Named, NOBODY } from './matchCandidate.ts'

/** A number, e-mail address or telephone number says more than any name. */
const BY_KEY = 10
const LEAST_DIGITS = 6

/** The typed words as keys are compared with: folded, and the telephone numbers among them, each in one or several words. */
export interface TypedKeys {
  readonly folded: readonly string[]
  readonly numbers: readonly { readonly words: readonly number[]; readonly digits: string }[]
}
export const keysOf = (typed: readonly string[]): TypedKeys => ({
  folded: typed.map(fold),
  numbers: figureRuns(typed)
    .map((words) => ({
      words,
      digits: words
        .map((index) => typed[index]?.replace(/\D/g, ''))
        .join('')
        .replace(/^0+/, ''),
    }))
    .filter(({ digits }) => digits.length >= LEAST_DIGITS),
})

/** Neighbouring words of nothing but figures and the signs between them. */
function figureRuns(typed: readonly string[]): number[][] {
  const runs: number[][] = []
  for (const [index, text] of typed.entries()) {
    if (!/^[+(]*\d[\d()./-]*$/.test(text)) continue
    const last = runs.at(-1)
    if (last?.at(-1) === index - 1) last.push(index)
    else runs.push([index])
  }
  return runs
}

/** By something that belongs to this contact alone, or nearly. */
export function byKey({ folded, numbers }: TypedKeys, { no, emails, phones }: Candidate): Named {
  const keys = new Set([no, ...emails].map(fold))
  const word = folded.findIndex((text) => keys.has(text))
  if (word >= 0) return { words: [word], quality: BY_KEY }
  const known = phones.map((phone) => phone.replace(/\D/g, ''))
  const dialled = numbers.find(({ digits }) => known.some((phone) => phone.endsWith(digits)))
  return dialled ? { words: dialled.words, quality: BY_KEY } : NOBODY
}
