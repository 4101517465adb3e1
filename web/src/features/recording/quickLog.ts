import type { Temporal } from 'temporal-polyfill'
import type { Language } from '../../i18n/languages'
import type { Standpoint } from './quickLogDays'
import { frameOf, type Range } from './quickLogFrame'
import type { Field, FollowUp, Part } from './quickLogParts'
import { scan } from './quickLogScan'
import { type Span, spanOf, type Word, wordsOf } from './quickLogText'
import { readWhen } from './quickLogWhen'

/** A line as it was understood. Every character of `text` is in exactly one part, or is a blank, comma, semicolon or the colon. */
export interface QuickLog {
  readonly text: string
  /** In the order of the text; each field at most once, but contact and description may come in several stretches. */
  readonly parts: readonly Part[]
  /** The words in front of the colon that mean nothing by themselves: candidates for the contact's name. */
  readonly words: readonly Span[]
  /** With a colon the words are nothing but the name; without one they may be description too. */
  readonly hasColon: boolean
  /** What follows the colon; without a colon, the words that are left. */
  readonly description: string
}

/**
 * Reads a line such as `call Bellandi Anna 12m good: wants an offer > tue send offer`, in English and Italian at once, words in any order.
 * Days lie behind, those of the follow-up ahead. Never throws; nothing that was typed is lost.
 * @param how.now the moment and zone of the user
 * @param how.givenBack texts of parts that the user gave back: they stay words
 */
export function parseQuickLog(
  text: string,
  how: { now: Temporal.ZonedDateTime; language: Language; givenBack?: readonly string[] },
): QuickLog {
  const { now, language, givenBack = [] } = how
  const frame = frameOf(text, givenBack)
  const parts: Part[] = frame.followUp ? [followUpPart(text, frame.followUp, { now, language, toward: 'future' })] : []
  const words: Word[] = []
  for (const { start, end } of frame.head) {
    const known = new Set<Field>(parts.map(({ field }) => field))
    const found = scan(text, wordsOf(text, start, end), { now, language, toward: 'past' }, { givenBack, known })
    parts.push(...found.parts)
    words.push(...found.left)
  }
  parts.push(...frame.tail.flatMap((range) => described(trimmed(text, range))))
  const names = runs(text, words, parts, () => 'contact')
  const told = frame.hasColon ? parts.filter(({ field }) => field === 'description') : names
  return {
    text,
    parts: inOrder([...parts, ...names]),
    words,
    hasColon: frame.hasColon,
    description: told.map((part) => part.text).join(' '),
  }
}

/**
 * The line once it is known which of its `words` name the contact: the others are description, in front of what follows the colon.
 * @param named indexes into `words`; none when the contact is known from elsewhere
 */
export function settleContact(log: QuickLog, named: readonly number[]): QuickLog {
  const names = new Set(named.map((index) => log.words[index]))
  const rest = log.parts.filter((part) => !log.words.some(({ start, end }) => start >= part.start && end <= part.end))
  const parts = inOrder([
    ...rest,
    ...runs(log.text, log.words, rest, (word) => (names.has(word) ? 'contact' : 'description')),
  ])
  const told = parts.filter(({ field }) => field === 'description')
  return { ...log, parts, description: told.map((part) => part.text).join(' ') }
}

const inOrder = (parts: Part[]): Part[] => parts.sort((a, b) => a.start - b.start)

/** Neighbours of one field, with nothing understood between them, make one part. */
function runs(
  text: string,
  words: readonly Span[],
  others: readonly Span[],
  fieldOf: (word: Span) => 'contact' | 'description',
): Part[] {
  const groups: { field: 'contact' | 'description'; words: Span[] }[] = []
  for (const word of words) {
    const field = fieldOf(word)
    const group = groups.at(-1)
    const end = group?.words.at(-1)?.end ?? 0
    const apart = others.some(({ start }) => start >= end && start < word.start)
    if (group?.field === field && !apart) group.words.push(word)
    else groups.push({ field, words: [word] })
  }
  return groups.flatMap((group) => {
    const span = spanOf(text, group.words)
    return span ? [{ ...span, field: group.field, value: span.text }] : []
  })
}

function trimmed(text: string, { start, end }: Range): Span {
  const cut = text.slice(start, end)
  const from = start + cut.length - cut.trimStart().length
  return { start: from, end: from + cut.trim().length, text: cut.trim() }
}
const described = (span: Span): Part[] =>
  span.text === '' ? [] : [{ ...span, field: 'description', value: span.text }]

function followUpPart(text: string, range: Range, from: Standpoint): Part {
  const span = trimmed(text, range)
  return { ...span, field: 'followUp', value: readFollowUp(text, wordsOf(text, span.start + 1, span.end), from) }
}

/** The day stands first or last: `> tue send offer`, `> send offer by tue`. */
function readFollowUp(text: string, words: readonly Word[], from: Standpoint): FollowUp {
  const without = (kept: readonly Word[]) => spanOf(text, kept)?.text ?? ''
  const first = readWhen(words, 0, from)
  if (first) return { when: first.value, text: without(words.slice(first.words)) }
  for (let at = 1; at < words.length; at++) {
    const last = readWhen(words, at, from)
    if (last && at + last.words === words.length) return { when: last.value, text: without(words.slice(0, at)) }
  }
  return { when: null, text: without(words) }
}
