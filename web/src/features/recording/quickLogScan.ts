import { readCost, readDuration } from './quickLogAmounts'
import type { Standpoint } from './quickLogDays'
import { readKind } from './quickLogKind'
import type { AnyMeaning, Field, Meaning, Part, PartValues } from './quickLogParts'
import { lookUp, type Reading, SEPARATORS, spanOf, type Word } from './quickLogText'
import { readWhen } from './quickLogWhen'
import { evaluations, failures, looseSigns, negations } from './quickLogWords'

type Reader = (words: readonly Word[], at: number, from: Standpoint) => Reading<AnyMeaning> | null

const as = <F extends Field>(field: F, reading: Reading<PartValues[F]> | null): Reading<Meaning<F>> | null =>
  reading && { words: reading.words, value: { field, value: reading.value } }

const NAME = /^.([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)[.!?]*$/u
/** `@marco`, `#price2027`, `$valves`: the name behind the sign, as typed. */
const readSign = (sign: string, words: readonly Word[], at: number): Reading<string> | null => {
  const text = words[at]?.text ?? ''
  const name = text.startsWith(sign) ? NAME.exec(text)?.[1] : undefined
  return name === undefined ? null : { words: 1, value: name }
}

/** In order: what could be read two ways is what the first of them says ("2 hours ago" is no duration). */
const readers: readonly Reader[] = [
  (words, at) => as('salesperson', readSign('@', words, at)),
  (words, at) => as('campaign', readSign('#', words, at)),
  (words, at) => as('opportunity', readSign('$', words, at)),
  (words, at, from) => as('when', readWhen(words, at, from)),
  (words, at) => as('cost', readCost(words, at)),
  (words, at) => as('duration', readDuration(words, at)),
  (words, at) => as('failed', lookUp(failures, words, at)),
  (words, at) => as('evaluation', negations.has(words[at - 1]?.plain ?? '') ? null : lookUp(evaluations, words, at)),
  (words, at) => as('kind', readKind(words, at)),
]

/** The last figures of a telephone number, when the unit behind them belongs to what follows: "041 555 0182 € 8", "0182 ore 9". */
const endsNumber = (words: readonly Word[], at: number): boolean => {
  const [before = '', here = '', unit = '', after = ''] = words.slice(at - 1, at + 3).map(({ plain }) => plain)
  return /^[+\d][\d./-]*$/.test(before) && /^\d+$/.test(here) && /^(?:€|ore|h)$/.test(unit) && /^[\d.,:]+$/.test(after)
}

/** How many words from here on were given back to the text. */
const countGivenBack = (text: string, words: readonly Word[], at: number, givenBack: readonly string[]): number => {
  const start = words[at]?.start ?? 0
  const given = givenBack.find((back) => {
    const next = text.charAt(start + back.length)
    return text.startsWith(back, start) && (next === '' || SEPARATORS.test(next))
  })
  return given === undefined
    ? 0
    : words.filter((word) => word.start >= start && word.end <= start + given.length).length
}

/** What is understood among these words, each field once and not one of `known`; and the words that are left. */
export function scan(
  text: string,
  words: readonly Word[],
  from: Standpoint,
  { givenBack, known }: { givenBack: readonly string[]; known: ReadonlySet<Field> },
): { parts: Part[]; left: Word[] } {
  const parts: Part[] = []
  const left: Word[] = []
  const taken = new Set(known)
  const readAt = (at: number): Reading<AnyMeaning> | null => {
    for (const read of readers) {
      const reading = read(words, at, from)
      if (reading && !taken.has(reading.value.field)) return reading
    }
    return null
  }
  const afterLeft = (at: number): boolean => left.length > 0 && left.at(-1) === words[at - 1]
  /** After a word without meaning, a dash with more to come parts words, and a plus before another such word joins them. */
  const joins = (at: number): boolean => {
    const sign = words[at]?.plain ?? ''
    if (!looseSigns.has(sign) || at + 1 === words.length) return false
    return sign !== '+' || readAt(at + 1) === null
  }

  for (let at = 0; at < words.length; ) {
    const back = countGivenBack(text, words, at, givenBack)
    const goesOn = afterLeft(at) && (joins(at) || endsNumber(words, at))
    const reading = back > 0 || goesOn ? null : readAt(at)
    const count = reading?.words ?? Math.max(back, 1)
    const span = reading && spanOf(text, words.slice(at, at + count))
    if (reading && span) {
      parts.push({ ...span, ...reading.value })
      taken.add(reading.value.field)
    } else left.push(...words.slice(at, at + count))
    at += count
  }
  return { parts, left }
}
