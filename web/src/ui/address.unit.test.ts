import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearch, writeSearch } from './address'

test('the address keeps every text as it was written', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.isWellFormed())
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/), text), (search) => {
      expect(readSearch(writeSearch(search))).toEqual({ ...search })
    }),
  )
})

test('a filter in the address can be read by a person; what says nothing is left out', () => {
  expect(writeSearch({ city: '@rom*', occurredAt: 'today-30D..', q: '', sort: undefined })).toBe(
    '?city=@rom*&occurredAt=today-30D..',
  )
  expect(writeSearch({})).toBe('')
})
