import { expect, test } from 'vitest'
import { unseen } from './useNewRows'

const rows = (...ids: number[]) => ids.map((id) => ({ id }))

test('only rows that are not shown and stand before one that is are new', () => {
  expect(unseen(rows(9, 8, 3, 2), rows(3, 2, 1))).toBe(2)
  expect(unseen(rows(3, 2), rows(3, 2, 1))).toBe(0)
  expect(unseen(rows(3, 7, 2), rows(3, 2))).toBe(1)
  expect(unseen(rows(2, 1), rows(3, 2))).toBe(0)
  expect(unseen(rows(9, 8), rows(3, 2))).toBe(2)
  expect(unseen(rows(1), rows())).toBe(1)
})
