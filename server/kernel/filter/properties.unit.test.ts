import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ast, Field, Setting } from './ast.ts'
import { evaluate, type Stored } from './evaluate.ts'
import { parseFilter } from './parse.ts'
import { filterOn, print } from './print.ts'

const setting: Setting = { language: 'en', zone: 'Europe/Rome', now: '2026-10-25T01:10:00Z', today: '2026-10-25' }
const choices = [
  { key: 'a', en: 'Very good', it: 'Ottima' },
  { key: 'b', en: 'Good & fast', it: 'Buona' },
  { key: 'c', en: 'Bad', it: 'Cattiva' },
]
const fields: readonly Field[] = [
  { kind: 'text' },
  { kind: 'code' },
  { kind: 'number' },
  { kind: 'boolean' },
  { kind: 'date', nullable: true },
  { kind: 'instant', nullable: true },
  { kind: 'time' },
  { kind: 'choice', choices },
  { kind: 'duration', unit: 'min' },
]

/** A filter twice: written, and as a predicate of its own making. */
interface Twin<V> {
  readonly text: string
  readonly fits: (value: V) => boolean
}

/** Grows conditions to trees of and, or, parentheses and stray blanks; predicates grow along. */
function trees<V>(leaf: fc.Arbitrary<Twin<V>>): fc.Arbitrary<Twin<V>> {
  const blanks = fc.constantFrom('', '', ' ', '  ')
  const { tree } = fc.letrec<{ tree: Twin<V>; group: Twin<V> }>((tie) => {
    const operand = fc.oneof({ maxDepth: 2, withCrossShrink: true }, leaf, tie('group'))
    const chain = fc.array(fc.record({ one: operand, sign: fc.constantFrom('&', '|'), left: blanks, right: blanks }), {
      minLength: 1,
      maxLength: 4,
    })
    return {
      group: tie('tree').map(({ text, fits }) => ({ text: `(${text})`, fits })),
      tree: chain.map((links) => ({
        text: links.map(({ one, sign, left, right }, i) => `${i === 0 ? '' : sign}${left}${one.text}${right}`).join(''),
        fits: (value) => runs(links).some((run) => run.every(({ fits }) => fits(value))),
      })),
    }
  })
  return tree
}

/** What stands between two "or" signs. */
function runs<V>(links: readonly { one: Twin<V>; sign: string }[]): Twin<V>[][] {
  const found: Twin<V>[][] = [[]]
  for (const [i, { one, sign }] of links.entries()) {
    if (i > 0 && sign === '|') found.push([])
    found.at(-1)?.push(one)
  }
  return found
}

function agrees<V extends Stored>(field: Field, { text, fits }: Twin<V>, values: readonly V[]): void {
  const parsed = parseFilter(field, text, setting)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`)
  for (const value of values) expect([text, value, evaluate(parsed.ast, value)]).toEqual([text, value, fits(value)])
  if (parsed.absolute === null) return
  const again = parseFilter(field, parsed.absolute, {
    ...setting,
    language: 'it',
    zone: 'Asia/Tokyo',
    today: '2030-01-01',
  })
  expect([parsed.absolute, again.ok && again.ast]).toEqual([parsed.absolute, parsed.ast])
}

const orders = ['<', '<=', '>', '>='] as const
const holds = (order: (typeof orders)[number], difference: number) =>
  order === '<' ? difference < 0 : order === '<=' ? difference <= 0 : order === '>' ? difference > 0 : difference >= 0

describe('FLT-001 to FLT-036 an evaluator of another making agrees', () => {
  // a fold by hand for these characters only
  const plain: Record<string, string> = { A: 'a', À: 'a', à: 'a', B: 'b', ß: 'ss' }
  const folded = (text: string) => [...text].map((char) => plain[char] ?? char).join('')
  const letters = ['a', 'A', 'à', 'À', 'b', 'B', 'ß', '1', '%', '_', '\\', '.', '-', 'ﬁ'.normalize(), '😀', "'"]
  const word = fc
    .string({
      unit: fc.constantFrom(...letters.filter((one) => one !== '.' && one !== "'" && one !== 'ﬁ')),
      minLength: 1,
      maxLength: 3,
    })
    .filter((one) => !/^%\p{L}+[\p{L}\d]*$/u.test(one))
  const anything = fc.string({
    unit: fc.constantFrom(...letters.filter((one) => one !== 'ﬁ'), '&', '|', '(', '*', '@', ' '),
    maxLength: 4,
  })
  const escaped = (text: string) => text.replaceAll(/[*?\\@]/g, '\\$&').replaceAll("'", "''")
  const exactly = (source: string) => new RegExp(`^${source}$`, 'su')
  const literally = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const points = (text: string) =>
    [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join('')
  const difference = (a: string, b: string) => (points(a) < points(b) ? -1 : points(a) > points(b) ? 1 : 0)
  type Value = string | null

  const pattern = fc
    .array(fc.oneof(word, fc.constantFrom('*', '?')), { minLength: 1, maxLength: 4 })
    .filter((parts) => !/^%\p{L}+[\p{L}\d]*$/u.test(parts.join('')))
  const regex = (parts: readonly string[], map: (text: string) => string) =>
    exactly(parts.map((part) => (part === '*' ? '.*' : part === '?' ? '.' : literally(map(part)))).join(''))
  const texts: fc.Arbitrary<Twin<Value>> = fc.oneof(
    fc.record({ parts: pattern, not: fc.boolean(), at: fc.constantFrom('', '@') }).map(({ parts, not, at }) => ({
      text: `${not ? '<>' : ''}${at}${parts.join('')}`,
      fits: (value: Value) => regex(parts, folded).test(folded(value ?? '')) !== not,
    })),
    fc
      .record({ parts: pattern, not: fc.boolean(), equals: fc.constantFrom('', '=') })
      .map(({ parts, not, equals }) => ({
        text: `${not ? '<>' : equals}'${parts.map((part) => (part.length === 1 && '*?'.includes(part) ? part : escaped(part))).join('')}'`,
        fits: (value: Value) => regex(parts, (text) => text).test(value ?? '') !== not,
      })),
    anything.map((text) => ({
      text: `@'${escaped(text)}'`,
      fits: (value: Value) => folded(value ?? '') === folded(text),
    })),
    fc.record({ from: word, to: word }).map(({ from, to }) => ({
      text: `${from}..${to}`,
      fits: (value: Value) =>
        difference(folded(value ?? ''), folded(from)) >= 0 && difference(folded(value ?? ''), folded(to)) <= 0,
    })),
    fc.record({ order: fc.constantFrom(...orders), text: anything }).map(({ order, text }) => ({
      text: `${order}'${escaped(text)}'`,
      fits: (value: Value) => holds(order, difference(value ?? '', text)),
    })),
    fc.constantFrom(
      { text: "''", fits: (value: Value) => (value ?? '') === '' },
      { text: "<>''", fits: (value: Value) => (value ?? '') !== '' },
    ),
  )

  test('texts', () => {
    const values = fc.array(fc.option(fc.oneof(word, anything)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(trees(texts), values, (twin, some) => agrees({ kind: 'text' }, twin, some)),
      { numRuns: 400 },
    )
  })

  test('codes', () => {
    const code = fc.oneof(
      fc.integer({ min: 0, max: 120 }).map(String),
      fc.constantFrom('A', 'A1', 'B10', '007', '', '1A', 'ZÀ'),
    )
    const rank = (text: string): [number, number, string] =>
      text === '' ? [0, 0, ''] : /^\d+$/.test(text) ? [1, Number(text), ''] : [2, 0, text]
    // "1A" stands among the numbers, by its characters: before those that have a zero less in front
    const key = (text: string) => (rank(text)[0] === 1 ? text.padStart(20, '0') : text)
    const filled = code.filter((text) => text !== '')
    const codes: fc.Arbitrary<Twin<string>> = fc.oneof(
      fc.record({ text: filled, not: fc.boolean() }).map(({ text, not }) => ({
        text: `${not ? '<>' : ''}${text.toLowerCase()}`,
        fits: (value: string) => (value === text) !== not,
      })),
      fc.record({ from: filled, to: filled }).map(({ from, to }) => ({
        text: `${from}..${to}`,
        fits: (value: string) => difference(key(value), key(from)) >= 0 && difference(key(value), key(to)) <= 0,
      })),
      fc.record({ order: fc.constantFrom(...orders), text: filled }).map(({ order, text }) => ({
        text: order + text,
        fits: (value: string) => holds(order, difference(key(value), key(text))),
      })),
    )
    fc.assert(
      fc.property(trees(codes), fc.array(code, { minLength: 1 }), (twin, some) => agrees({ kind: 'code' }, twin, some)),
      { numRuns: 200 },
    )
  })

  test('numbers', () => {
    const cents = fc.integer({ min: -300_000, max: 300_000 })
    const written = (number: number) => (number / 100).toLocaleString('en', { minimumFractionDigits: 2 })
    const numbers: fc.Arbitrary<Twin<string | null>> = fc.oneof(
      fc.record({ number: cents, not: fc.boolean() }).map(({ number, not }) => ({
        text: `${not ? '<>' : ''}${written(number)}`,
        fits: (value: string | null) => (value !== null && Math.round(Number(value) * 100) === number) !== not,
      })),
      fc.record({ number: cents, order: fc.constantFrom(...orders) }).map(({ number, order }) => ({
        text: order + written(number),
        fits: (value: string | null) => value !== null && holds(order, Math.round(Number(value) * 100) - number),
      })),
      fc.record({ from: cents, to: cents }).map(({ from, to }) => ({
        text: `${written(from)}..${written(to)}`,
        fits: (value: string | null) =>
          value !== null && Number(value) * 100 >= from - 0.1 && Number(value) * 100 <= to + 0.1,
      })),
      fc.constant({ text: "''", fits: (value: string | null) => value === null }),
    )
    const values = fc.array(fc.option(cents.map((number) => (number / 100).toFixed(2))), { minLength: 1 })
    fc.assert(
      fc.property(trees(numbers), values, (twin, some) => agrees({ kind: 'number' }, twin, some)),
      { numRuns: 200 },
    )
  })

  const day = fc
    .date({ min: new Date('2026-10-20'), max: new Date('2026-10-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const typed = (iso: string) => iso.split('-').reverse().join('/')
  /** Days as texts, which sort as they follow each other. */
  const dayTwins = <V extends string | null>(dayOf: (value: V) => string | null): fc.Arbitrary<Twin<V>> =>
    fc.oneof(
      fc.record({ on: day, not: fc.boolean() }).map(({ on, not }) => ({
        text: `${not ? '<>' : ''}${typed(on)}`,
        fits: (value: V) => (dayOf(value) === on) !== not,
      })),
      fc.record({ on: day, order: fc.constantFrom(...orders) }).map(({ on, order }) => ({
        text: order + typed(on),
        fits: (value: V) => {
          const given = dayOf(value)
          return given !== null && holds(order, given < on ? -1 : given > on ? 1 : 0)
        },
      })),
      fc.record({ from: day, to: day }).map(({ from, to }) => ({
        text: `${typed(from)}..${typed(to)}`,
        fits: (value: V) => {
          const given = dayOf(value)
          return given !== null && given >= from && given <= to
        },
      })),
      fc.constantFrom(
        { text: "''", fits: (value: V) => value === null },
        { text: 'today-3D..', fits: (value: V) => (dayOf(value) ?? '') >= '2026-10-22' },
        {
          text: '<>week',
          fits: (value: V) => !((dayOf(value) ?? '') >= '2026-10-19' && (dayOf(value) ?? '') <= '2026-10-25'),
        },
      ),
    )

  test('days', () => {
    const values = fc.array(fc.option(day), { minLength: 1 })
    fc.assert(
      fc.property(trees(dayTwins((value: string | null) => value)), values, (twin, some) =>
        agrees({ kind: 'date', nullable: true }, twin, some),
      ),
      { numRuns: 200 },
    )
  })

  test('FLT-033 instants, over the night in which the clock is set back', () => {
    const calendar = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Rome', dateStyle: 'short' })
    const dayOf = (value: string | null) => (value === null ? null : calendar.format(new Date(value)))
    const instant = fc
      .date({ min: new Date('2026-10-24T18:00Z'), max: new Date('2026-10-26T06:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString())
    const values = fc.array(fc.option(instant), { minLength: 1 })
    fc.assert(
      fc.property(trees(dayTwins(dayOf)), values, (twin, some) =>
        agrees({ kind: 'instant', nullable: true }, twin, some),
      ),
      { numRuns: 200 },
    )
  })
})

describe('whatever is typed', () => {
  const pieces = [
    '|',
    '&',
    '(',
    ')',
    "'",
    '..',
    '<',
    '>',
    '=',
    '@',
    '%',
    '%me',
    '*',
    '?',
    '\\',
    ' ',
    '-',
    '+',
    'a',
    'today',
    'week',
    '1',
    '30D',
    'CM',
    '24/10/2026',
    '14:30',
    '.',
    ',',
    'à',
    '\0',
    '\ud800',
    '😀',
    '2026-03-29',
    '02:30',
    '9999',
    'Good & fast',
  ]
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join('')),
  )

  test('FLT-036 never throws: it is a filter, or has a place inside the text and a nearest reading that is one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), garbage, (field, text) => {
        const parsed = parseFilter(field, text, setting)
        if (parsed.ok) {
          expect(() => evaluate(parsed.ast, null)).not.toThrow()
          return
        }
        expect(parsed.at).toBeGreaterThanOrEqual(0)
        expect(parsed.at).toBeLessThanOrEqual(text.length)
        expect(parsed.message).toContain(parsed.expected)
        if (parsed.nearest !== undefined)
          expect([parsed.nearest, parseFilter(field, parsed.nearest, setting).ok]).toEqual([parsed.nearest, true])
      }),
      { numRuns: 3000 },
    )
  })

  test('what is printed reads back as the same filter, whoever reads it', () => {
    const elsewhere: Setting = {
      language: 'it',
      zone: 'America/St_Johns',
      now: '2031-05-05T05:05:05Z',
      today: '2031-05-05',
    }
    fc.assert(
      fc.property(fc.constantFrom(...fields), garbage, (field, text) => {
        const parsed = parseFilter(field, text, setting)
        if (!parsed.ok || parsed.absolute === null) return
        const again = parseFilter(field, parsed.absolute, elsewhere)
        expect([parsed.absolute, again.ok && again.ast]).toEqual([parsed.absolute, parsed.ast])
        expect(again.ok && print(again.ast)).toBe(parsed.absolute)
      }),
      { numRuns: 3000 },
    )
  })

  test('FLT-039 the filter on any value of a cell finds it', () => {
    const value = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 20 }), garbage)
      .filter((text) => text.isWellFormed() && !text.includes('\0'))
    fc.assert(
      fc.property(value, (text) => {
        const parsed = parseFilter({ kind: 'text' }, filterOn({ kind: 'text' }, text), setting)
        expect(parsed.ok && evaluate(parsed.ast, text)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('trees laid flat: nothing stands directly in its like', () => {
    const isFlat = (ast: Ast): boolean =>
      (ast.is !== 'all' && ast.is !== 'any') || ast.of.every((one) => one.is !== ast.is && isFlat(one))
    fc.assert(
      fc.property(garbage, (text) => {
        const parsed = parseFilter({ kind: 'text' }, text, setting)
        expect(!parsed.ok || isFlat(parsed.ast)).toBe(true)
      }),
    )
  })
})
