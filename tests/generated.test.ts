import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generated } from '../scripts/generated.ts'
import { emptyDatabase } from './databases.ts'

test('what is generated is as the migrations and the routes make it now; else run npm run generate', async () => {
  const files = await generated(await emptyDatabase())
  expect(Object.keys(files)).toHaveLength(4)
  for (const [path, text] of Object.entries(files)) {
    const kept = await readFile(join(import.meta.dirname, '..', path), 'utf8')
    expect(kept === text, `${path} is stale`).toBe(true)
  }
})
