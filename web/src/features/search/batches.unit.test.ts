import { expect, test } from 'vitest'
import { inBatches } from './batches'

test('rows that ask together are answered by one request for each text, at most so many rows in one', async () => {
  const asked: [string, readonly number[]][] = []
  const ask = inBatches(2, async (q, ids) => {
    asked.push([q, ids])
    return new Map(ids.filter((id) => id !== 2).map((id) => [id, `${q}${id}`]))
  })
  expect(await Promise.all([ask('a', 1), ask('a', 2), ask('b', 1), ask('a', 3)])).toEqual(['a1', undefined, 'b1', 'a3'])
  expect(asked).toEqual([
    ['a', [1, 2]],
    ['a', [3]],
    ['b', [1]],
  ])
  const refused = inBatches(2, () => Promise.reject(new Error('no answer')))
  await expect(refused('a', 1)).rejects.toThrow('no answer')
})
