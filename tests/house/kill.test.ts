import { randomInt, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type Child, firstKey, send, startProduct } from '#tests/product.ts'

const kills = 10
const clients = 4

const busy = { timeout: 600_000 } // a minute on a machine that others use too

test(
  'a server that is killed loses no acknowledged interaction, and none is there twice when its client tries again',
  busy,
  () =>
    survives(async ({ server }) => {
      await server.stop('SIGKILL')
    }),
)

test(
  'a database that is killed loses no acknowledged interaction, and none is there twice when its client tries again',
  busy,
  () =>
    survives(async ({ server, data }) => {
      process.kill(await postmasterOf(data), 'SIGKILL')
      await server.stop()
    }),
)

interface Running {
  server: Child
  data: string
}

/** Kills in the middle of a stream of creations, starts again and looks, `kills` times at instants of a seed. */
async function survives(kill: (running: Running) => Promise<unknown>): Promise<void> {
  const seed = randomInt(2 ** 31)
  console.log(`instants of seed ${seed}`)
  const instants = fc.sample(fc.integer({ min: 50, max: 700 }), { seed, numRuns: kills })
  const data = await mkdtemp(join(tmpdir(), 'carteggio-kill-'))
  let server = await startProduct({ CARTEGGIO_DATA: data }, '/welcome?token=')
  onTestFinished(async () => {
    await server.stop()
    await rm(data, { recursive: true })
  })
  const headers = await firstKey(server)
  const what = await whatToLog(server, headers)
  const acknowledged = new Set<string>()
  for (const instant of instants) {
    const stream = create(server, headers, what)
    await setTimeout(instant)
    await kill({ server, data })
    const { safe, unsure } = await stream
    for (const key of safe) acknowledged.add(key)
    server = await startProduct({ CARTEGGIO_DATA: data })
    const found = await timesFound(server, headers)
    expect([...acknowledged].filter((key) => found.get(key) !== 1)).toEqual([])
    expect(unsure.filter((key) => (found.get(key) ?? 0) > 1)).toEqual([])
    for (const key of unsure) {
      await log(server, headers, what, key)
      acknowledged.add(key)
    }
    const after = await timesFound(server, headers)
    expect(unsure.filter((key) => after.get(key) !== 1)).toEqual([])
    expect(after.size).toBe(acknowledged.size)
  }
  expect(acknowledged.size).toBeGreaterThan(kills * clients)
}

interface What {
  contactIds: number[]
  templateId: number
}
type Signed = { authorization: string }

async function whatToLog(server: Child, headers: Signed): Promise<What> {
  const contact = await send(`${server.address}/api/contacts`, { type: 'person', name: 'Anna Conti' }, headers)
  const templates = await fetch(`${server.address}/api/interaction-templates`, { headers })
  const { id } = (await contact.json()) as { id: number }
  const { items } = (await templates.json()) as { items: { id: number }[] }
  return { contactIds: [id], templateId: items[0]?.id ?? 0 }
}

const log = (server: Child, headers: Signed, what: What, key: string): Promise<Response> =>
  send(`${server.address}/api/interactions`, { ...what, description: key }, { ...headers, 'idempotency-key': key })

/** Clients that create one interaction after another, each until a request of its is not answered as it should be. */
async function create(server: Child, headers: Signed, what: What): Promise<{ safe: string[]; unsure: string[] }> {
  const safe: string[] = []
  const unsure: string[] = []
  const client = async (): Promise<void> => {
    const key = randomUUID()
    const done = await log(server, headers, what, key).then(
      async (answer) => (await answer.text()) !== '',
      () => false,
    )
    if (!done) {
      unsure.push(key)
      return
    }
    safe.push(key)
    await client()
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { safe, unsure }
}

/** How often each description stands in the log. */
async function timesFound(server: Child, headers: Signed): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (let after = ''; ; ) {
    const answer = await fetch(`${server.address}/api/interactions?limit=200${after}`, { headers })
    const { items, next } = (await answer.json()) as { items: { description: string }[]; next: string | null }
    for (const { description } of items) found.set(description, (found.get(description) ?? 0) + 1)
    if (next === null) return found
    after = `&after=${next}`
  }
}

const postmasterOf = async (data: string): Promise<number> =>
  Number((await readFile(join(data, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
