import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generated } from '../scripts/generated.ts'
import { emptyDatabase } from './databases.ts'

test('what is generated is as the migrations, the routes and the tests make it now', async () => {
  const files = Object.entries(await generated(await emptyDatabase()))
  const kept = await Promise.all(files.map(([path]) => readFile(join(import.meta.dirname, '..', path), 'utf8')))
  expect(files).toHaveLength(5)
  const stale = files.flatMap(([path, text], at) => (text === kept[at] ? [] : [path]))
  expect(stale, 'run: npm run generate').toEqual([])
})
