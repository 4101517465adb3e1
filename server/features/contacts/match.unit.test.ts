import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankContacts } from './match.ts'
import type { Candidate } from './matchCandidate.ts'
import { isOneLetterApart, likeness, nameWords } from './matchWords.ts'

let last = 0
const contact = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  id: ++last,
  no: `CT${String(last).padStart(5, '0')}`,
  name,
  companyName: null,
  city: null,
  emails: [],
  phones: [],
  mine: false,
  daysSinceLast: null,
  ...more,
})
const rank = (line: string, candidates: Candidate[], onlyName = false) => {
  const { ranked, sure } = rankContacts(line.split(' '), candidates, onlyName)
  return { names: ranked.map(({ candidate }) => candidate.name), words: ranked[0]?.words, sure }
}

const bellandi = 'Officine Bellandi S.p.A.'
const conti = contact('Anna Conti', { companyName: bellandi, daysSinceLast: 0 })
const anna = contact('Anna Bellandi', { companyName: bellandi, daysSinceLast: 80 })
const company = contact(bellandi, { daysSinceLast: 0 })
const minto = contact('Sara Minto', { companyName: 'Vetreria Isola Alta S.r.l.', city: 'Murano' })
const damico = contact('Niccolò D’Amico', { emails: ['n.damico@isola.example'], phones: ['+390415550182'] })
const all = [minto, company, anna, damico, conti]

test('CON-150 two contacts fit: the one talked to today comes first, the others are listed, and it is not sure', () => {
  expect(rank('Bellandi Anna', all)).toEqual({
    names: ['Anna Conti', 'Anna Bellandi', bellandi],
    words: [0, 1],
    sure: false,
  })
})

test('CON-150 never picks silently when two candidates are close, does when one is clear', () => {
  const annas = [contact('Anna Neri'), contact('Anna Verdi')]
  expect(rank('Anna', annas).sure).toBe(false)
  expect(rank('Anna Verdi', annas)).toEqual({ names: ['Anna Verdi', 'Anna Neri'], words: [0, 1], sure: true })
  expect(rank('Anna', [...annas, contact('Anna Bruni', { mine: true, daysSinceLast: 3 })])).toMatchObject({
    words: [0],
    sure: true,
  })
  expect(rank('Conti', all)).toEqual({ names: ['Anna Conti'], words: [0], sure: true })
})

test.each([
  ['minto', [0]],
  ['MINTO sara', [0, 1]],
  ['Sara', [0]],
  ['min', [0]],
  ['mintp', [0]],
  ['mitno', [0]],
  ['sara vetreria', [0, 1]],
  ['Sara della Vetreria Isola', [0, 1, 2, 3]],
  ['S. Minto', [0, 1]],
  ['Minto Murano', [0, 1]],
])('CON-150 "%s" is Sara Minto', (line, words) => {
  expect(rank(line, all)).toEqual({ names: ['Sara Minto'], words, sure: true })
})

test.each([
  ['niccolo', [0]],
  ["d'amico", [0]],
  ['damico', [0]],
  ['D’AMICO Niccolò', [0, 1]],
  ['N.Damico@isola.example', [0]],
  ['041 555 0182', [0, 1, 2]],
  ['+39 041 5550182 offer', [0, 1, 2]],
  ['(041)5550182', [0]],
  [damico.no.toLowerCase(), [0]],
])('CON-150 "%s" is Niccolò D’Amico: accents, apostrophes, number, e-mail and phone in any form', (line, words) => {
  expect(rank(line, all)).toMatchObject({ words, sure: true })
  expect(rank(line, all).names[0]).toBe('Niccolò D’Amico')
})

test('CON-152 a telephone number that is too short, or a word that fits nothing, finds nobody', () => {
  expect(rank('0182', all).names).toEqual([])
  expect(rank('wants an offer', all)).toEqual({ names: [], words: undefined, sure: false })
  expect(rank('of the spa', all).names).toEqual([])
  expect(rank('S.', all).names).toEqual([])
  expect(rankContacts([], all, false)).toEqual({ ranked: [], sure: false })
})

test('the words of the description are left over', () => {
  expect(rank('Minto wants an offer for Murano', all)).toMatchObject({ words: [0], sure: true })
  expect(rank('offer to Sara Minto', all)).toMatchObject({ words: [2, 3], sure: true })
  expect(rank('Officine Bellandi S.p.A. wants offer', [company])).toMatchObject({ words: [0, 1, 2], sure: true })
})

test('a word that fits nothing leaves a doubt where it may be a part of the name', () => {
  const mario = [contact('Mario Rossi')]
  expect(rank('Rossi Paolo', mario).sure).toBe(false)
  expect(rank('rossi paolo', mario).sure).toBe(true)
  expect(rank('rossi paolo', mario, true).sure).toBe(false)
  expect(rank('rossi srl', mario, true).sure).toBe(true)
})

test('two people behind one telephone number are told apart by who is familiar, or not at all', () => {
  const phones = ['+390415550182']
  const two = [contact('Anna Neri', { phones }), contact('Carlo Neri', { phones, daysSinceLast: 2 })]
  expect(rank('041 5550182', two)).toMatchObject({ names: ['Carlo Neri', 'Anna Neri'], sure: true })
  expect(rank('041 5550182 Anna', two)).toMatchObject({
    names: ['Anna Neri', 'Carlo Neri'],
    words: [0, 1, 2],
    sure: true,
  })
  expect(rank('041 5550182', [contact('Anna Neri', { phones }), contact('Carlo Neri', { phones })]).sure).toBe(false)
})

test.each([
  ['bellandi', 'belandi', true],
  ['bellandi', 'belllandi', true],
  ['bellandi', 'bellondi', true],
  ['bellandi', 'bellnadi', true],
  ['bellandi', 'bellandi', false],
  ['bellandi', 'bellano', false],
  ['bellandi', 'ebllnadi', false],
  ['ab', 'abcd', false],
])('CON-153 %s and %s are one letter apart: %s', (a, b, apart) => {
  expect([isOneLetterApart(a, b), isOneLetterApart(b, a)]).toEqual([apart, apart])
})
test('CON-153 any one slip in a word is one letter apart, and a short word is never misspelt', () => {
  const word = fc.stringMatching(/^[a-z]{5,12}$/)
  fc.assert(
    fc.property(word, fc.nat(11), fc.constantFrom(...'abcz'), (word, place, letter) => {
      const at = place % word.length
      const slips = [
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + letter + word.slice(at),
        word.slice(0, at) + letter + word.slice(at + 1),
      ]
      for (const slip of slips) expect(slip === word || isOneLetterApart(slip, word)).toBe(true)
    }),
  )
  expect([likeness('anja', 'anna'), likeness('bellanda', 'bellandi')]).toEqual([0, 0.7])
})
test('name words are without case, accents, apostrophes and stops', () => {
  expect(nameWords('Rossi-Bianchi & D’Amico S.p.A., Straße 5')).toEqual([
    'rossi',
    'bianchi',
    'damico',
    'spa',
    'strasse',
    '5',
  ])
})

test('ranking: best first, each once, its words ascending and typed; the same whatever the order of candidates', () => {
  const names = ['Anna', 'Conti', 'Bellandi', 'Officine', 'Carlo', 'S.p.A.', 'de', 'Luca', "D'Amico", 'Neri-Bruni']
  const name = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const candidate = fc
    .record({ name, companyName: fc.option(name), mine: fc.boolean(), daysSinceLast: fc.option(fc.nat(500)) })
    .map(({ name, ...more }) => contact(name, more))
  const odd = ['belandi', 'an', 'a', '041', '-', '@', '', '\ud800', 'ﬁ', '😀', 'S.', "'"]
  const typed = fc.array(fc.constantFrom(...names, ...odd), { maxLength: 30 })
  fc.assert(
    fc.property(typed, fc.array(candidate, { maxLength: 8 }), fc.boolean(), (typed, candidates, onlyName) => {
      const { ranked, sure } = rankContacts(typed, candidates, onlyName)
      const scores = ranked.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      expect(new Set(ranked.map(({ candidate }) => candidate)).size).toBe(ranked.length)
      for (const { words } of ranked) {
        expect(words).toEqual([...new Set(words)].sort((a, b) => a - b))
        expect(words.every((index) => index < typed.length)).toBe(true)
        expect(words.length).toBeGreaterThan(0)
      }
      expect(rankContacts(typed, candidates.toReversed(), onlyName)).toEqual({ ranked, sure })
      if (sure) expect((scores[0] ?? 0) - (scores[1] ?? 0)).toBeGreaterThanOrEqual(0.25)
    }),
    { numRuns: 200 },
  )
})

test('a typed full name finds its contact first among others, and 200 candidates take under 50 ms', () => {
  const firsts = ['Anna', 'Carlo', 'Dario', 'Elena', 'Fabio', 'Giulia', 'Ilaria', 'Lina', 'Marco', 'Ruth']
  const surnames = [
    'Adeyemi',
    'Bellandi',
    'Conti',
    'Lanfranchi',
    'Minto',
    'Roncolato',
    'Torresi',
    'Brandt',
    'Neri',
    'Verdi',
    'Rossi',
    'Bianchi',
    'Gallo',
    'Fontana',
    'Costa',
    'Ricci',
    'Marino',
    'Greco',
    'Bruno',
    'Moretti',
  ]
  const people = firsts.flatMap((first) =>
    surnames.map((surname) => contact(`${first} ${surname}`, { companyName: bellandi })),
  )
  for (const person of people.filter((_, index) => index % 7 === 0)) {
    const { ranked, sure } = rankContacts(person.name.toLowerCase().split(' ').reverse(), people, true)
    expect([ranked[0]?.candidate, sure]).toEqual([person, true])
  }
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    rankContacts('anna belandi wants an offer for forty valves and more of it soon'.split(' '), people, false)
    return performance.now() - begun
  })
  expect(Math.min(...times)).toBeLessThan(50)
})
