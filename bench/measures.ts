import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { peakMemory, startProduct } from '#tests/product.ts'
import { alternate, type Call, median, p50, rate } from './load.ts'
import { against, atMost, type Measured } from './report.ts'
import type { Stage } from './stage.ts'

const rounds = 5

/** Creating over HTTP with 4 clients, as a share of what the floor does. */
export async function creating(stage: Stage, keyed: boolean): Promise<Measured> {
  let n = 0
  const next = (address: string, signed: Readonly<Record<string, string>>) => (): Call => {
    n++
    const key = keyed ? { 'idempotency-key': `bench-${n}` } : undefined
    const body = { contactIds: [stage.contactId + (n % 5)], templateId: stage.templateId, description: `Entry ${n}` }
    return {
      method: 'POST',
      url: `${address}/api/interactions`,
      headers: { ...signed, ...key },
      body: JSON.stringify(body),
    }
  }
  const [ours = 0, floor = 0] = await alternate(rounds, [
    () => rate(4, 3000, next(stage.ours.address, stage.signed)),
    () => rate(4, 3000, next(stage.bare.address, {})),
  ])
  return against(`creating, 4 clients${keyed ? ', Idempotency-Key' : ''}`, 'requests/s', {
    ours,
    floor,
    ratio: ours / floor,
    bar: 0.6,
    atLeast: true,
  })
}

/** p50 of the log and of the timeline of one contact, 50 rows: against the smallest size, and against the floor at each size. */
export async function lists(stages: ReadonlyMap<string, Stage>): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const what of ['log', 'timeline'] as const) {
    const read =
      ({ contactId }: Stage, address: string, headers: Readonly<Record<string, string>>) =>
      () =>
        p50(100, () => ({
          method: 'GET',
          url: `${address}/api/interactions?limit=50${what === 'log' ? '' : `&contactId=${contactId}`}`,
          headers,
        }))
    const taken = await alternate(
      rounds,
      [...stages.values()].flatMap((stage) => [
        read(stage, stage.ours.address, stage.signed),
        read(stage, stage.bare.address, {}),
      ]),
    )
    const small = taken[0] ?? 0
    for (const [n, size] of [...stages.keys()].entries()) {
      const [ours = 0, floor = 0] = taken.slice(2 * n)
      const name = `${what}, 50 rows, ${size}`
      measured.push(against(`${name}, against the floor`, 'ms p50', { ours, floor, ratio: ours / floor, bar: 2 }))
      if (n > 0)
        measured.push(
          against(`${name}, against ${[...stages.keys()][0]}`, 'ms p50', {
            ours,
            floor: small,
            ratio: ours / small,
            bar: 1.5,
          }),
        )
    }
  }
  return measured
}

/** Peak memory of the server after the log went out as CSV. */
export async function exporting({ ours, signed }: Stage, rows: number): Promise<Measured> {
  const answer = await fetch(`${ours.address}/api/interactions/export?format=csv`, { headers: signed })
  if (!answer.ok || answer.body === null) throw new Error(`The export answered ${answer.status}`)
  let lines = 0
  for await (const piece of answer.body) for (const byte of piece) if (byte === 10) lines++
  if (lines <= rows) throw new Error(`The export has ${lines} lines`)
  return atMost(`export of ${rows} entries as CSV, peak memory`, 'MB', await peakMemory(ours), 300)
}

/** Compressed JavaScript that the first screen needs: what the page names, and what that imports before it runs. */
export async function firstLoad(dist: string): Promise<Measured> {
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  const needed = new Set<string>()
  const take = async (file: string): Promise<number> => {
    if (needed.has(file)) return 0
    needed.add(file)
    const text = await readFile(join(dist, 'assets', file), 'utf8')
    let bytes = gzipSync(text).length
    for (const [, imported = ''] of text.matchAll(/(?:^|[;\n}])import(?:[^"'()]*?from)?["']\.\/([^"']+\.js)["']/g))
      bytes += await take(imported)
    return bytes
  }
  let bytes = 0
  for (const [, file = ''] of page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)) bytes += await take(file)
  if (bytes === 0) throw new Error(`${dist} has no scripts: ${await readdir(dist)}`)
  return atMost('first load, compressed JavaScript', 'kB', Math.round(bytes / 1000), 250)
}

/** Seconds from the second start on the same data to an answered request, the embedded database included. */
export async function secondStart(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'carteggio-bench-'))
  const env = { CARTEGGIO_DATA: folder }
  await (await startProduct(env)).stop()
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const from = performance.now()
    const child = await startProduct(env)
    await (await fetch(`${child.address}/api/openapi.json`)).text()
    taken.push((performance.now() - from) / 1000)
    await child.stop()
  }
  await rm(folder, { recursive: true })
  return atMost('second start', 's', median(taken), 5)
}
