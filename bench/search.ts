import { performance } from 'node:perf_hooks'
import type pg from 'pg'
import { openDatabase, openPool } from '#database/pool.ts'
import { search } from '#features/search/service.ts'
import type { Context } from '#kernel/context.ts'
import { call, median } from './load.ts'
import { against, atMost, type Measured } from './report.ts'
import type { Stage } from './stage.ts'

/** One rare word, a frequent one, two words, a beginning, a misspelt name, a phrase, a word of files; some within filters. */
const asked = (contactId: number): readonly Readonly<Record<string, string | number>>[] => [
  { q: 'tema4711' },
  { q: 'fattura' },
  { q: 'fattura tema4710' },
  { q: 'offer' },
  { q: 'elenna' },
  { q: '"richiesta di fattura"' },
  { q: 'voce1234' },
  { q: 'tema4711', kind: 'call' },
  { q: 'fattura', contactId },
  { q: 'catalogue', salespersonCode: 'SP7' },
]
const ROUNDS = 20

/** Every search of the mix through HTTP, beside the very statements it consists of, sent by the driver alone; in turns. */
export async function searching({ ours, signed, contactId, url }: Stage): Promise<Measured[]> {
  const pool = openPool(url, ['company_1', 'shared'], { lost: () => {} })
  const mine: number[] = []
  const bare: number[] = []
  for (const query of asked(contactId)) {
    const statements = await statementsOf(pool, query)
    const words = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
    const address = `${ours.address}/api/search?${new URLSearchParams(words)}`
    for (let round = -2; round < ROUNDS; round++) {
      const http = await timed(() => call({ method: 'GET', url: address, headers: signed }))
      const sql = await timed(async () => {
        for (const { sql, parameters } of statements) await pool.query(sql, [...parameters])
      })
      if (round < 0) continue
      mine.push(http)
      bare.push(sql)
    }
  }
  await pool.end()
  const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  const compare = (name: string, of: (times: number[]) => number) =>
    against(name, 'ms', { ours: of(mine), floor: of(bare), ratio: of(mine) / of(bare), bar: 1.3, issue: 3 })
  return [
    compare('search over 1 million entries and 200 thousand files, p50, against its bare SQL', median),
    compare('search, p95, against its bare SQL', p95),
    atMost('search, p95', 'ms', p95(mine), 50, 3),
  ]
}

interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** The statements of a search, as the service sends them. */
async function statementsOf(pool: pg.Pool, query: Readonly<Record<string, string | number>>): Promise<Statement[]> {
  const sent: Statement[] = []
  const db = openDatabase(pool, ({ query: { sql, parameters } }) => {
    sent.push({ sql, parameters })
  })
  const user = {
    id: 1,
    name: '',
    language: 'en',
    zone: 'Europe/Rome',
    rights: new Set(['interactions.read']),
    salespersonId: null,
  }
  await search({ db, user, company: { id: 1 } } as unknown as Context, query as never)
  return sent
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await act()
  return performance.now() - from
}
