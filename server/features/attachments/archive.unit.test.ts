import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart } from './archive.ts'

test('names that come again are numbered before their ending', () => {
  expect(apart(['offer.pdf', 'Offer.PDF', 'offer.pdf', 'offer (2).pdf', '.env', '.env', 'letter', 'letter'])).toEqual([
    'offer.pdf',
    'Offer (2).PDF',
    'offer (3).pdf',
    'offer (2) (2).pdf',
    '.env',
    '.env (2)',
    'letter',
    'letter (2)',
  ])
})

test('whatever the names are, no two unpack into one file', () => {
  const name = fc.constantFrom('a', 'A', 'a (2)', 'a.txt', 'A.TXT', 'a (2).txt', 'é', 'e\u0301')
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const keys = apart(names).map((one) => one.normalize('NFC').toLowerCase())
      expect(new Set(keys).size).toBe(names.length)
    }),
  )
})
