import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeOf } from './range.ts'

test.each([
  [undefined, null],
  ['bytes=0-3', { start: 0, end: 3 }],
  ['bytes=7-', { start: 7, end: 9 }],
  ['bytes=7-99', { start: 7, end: 9 }],
  ['bytes=-4', { start: 6, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=5-3', null],
  ['bytes=0-1,3-4', null],
  ['lines=1-2', null],
  ['bytes=-', null],
  ['bytes=99999999999999999999-', 'unsatisfiable'],
])('%j of ten bytes is %j', (header, range) => {
  expect(rangeOf(header, 10)).toEqual(range)
})

test('a range that is given lies in the file, whatever was asked', () => {
  const ends = fc.oneof(fc.nat(30).map(String), fc.constant(''))
  fc.assert(
    fc.property(ends, ends, fc.nat(20), (first, last, size) => {
      const range = rangeOf(`bytes=${first}-${last}`, size)
      if (range === null || range === 'unsatisfiable') return
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.end).toBeLessThan(size)
      expect(range.end).toBeGreaterThanOrEqual(range.start)
    }),
  )
})
