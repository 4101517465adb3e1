import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { openLive } from '../server/live.ts'
import { testCompany } from './company.ts'

/** An open page: the events that it hears. */
async function openPage(address: string) {
  const stop = new AbortController()
  const answer = await fetch(`${address}/api/live`, { signal: stop.signal })
  const heard: string[][] = []
  const lines = createInterface(Readable.fromWeb(answer.body as never))
  lines.on('line', (line) => {
    if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)))
  })
  lines.on('error', () => {})
  await once(lines, 'line')
  onTestFinished(() => stop.abort())
  return { answer, heard }
}

test('every open page of the company hears what somebody recorded, once it is committed', async () => {
  const company = await testCompany()
  const address = await company.app.listen({ host: '127.0.0.1', port: 0 })
  const contactId = await company.given.contact({ name: 'Anna' })
  const templateId = await company.given.template({ code: 'CALL' })
  const salespersonId = await company.given.salesperson({ code: 'LT' })
  const pages = await Promise.all([1, 2, 3].map(() => openPage(address)))
  expect(pages[0]?.answer.headers.get('content-type')).toContain('text/event-stream')
  await expect
    .poll(async () => {
      await company.post('/interactions', { contactIds: [contactId], templateId, salespersonId, description: 'Call' })
      return pages.every(({ heard }) => heard.flat().includes('interactions'))
    })
    .toBe(true)
  expect((await company.post('/interactions', { contactIds: [contactId] })).status).toBe(422)
})

test('a burst is told once, to this company alone', async () => {
  const { databases } = await testCompany()
  const live = openLive(databases.url, databases.serverPool, () => {})
  const told: (readonly string[])[] = []
  const others: (readonly string[])[] = []
  live.subscribe(1, (topics) => told.push(topics))
  live.subscribe(2, (topics) => others.push(topics))
  await expect
    .poll(() => {
      for (let n = 0; n < 50; n++) live.announce(1, 'contacts')
      return told.length
    })
    .toBeGreaterThan(0)
  expect(told.every((topics) => topics.length === 1 && topics[0] === 'contacts')).toBe(true)
  expect(others).toEqual([])
  await live.stop()
})

test('a line that breaks is taken up again, and whoever listens reads anew', async () => {
  const { databases } = await testCompany()
  const lost: Error[] = []
  const live = openLive(databases.url, databases.serverPool, (error) => lost.push(error))
  const told: string[] = []
  live.subscribe(1, (topics) => told.push(...topics))
  const cut = async () => {
    const { rowCount } = await databases.serverPool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen carteggio_live' and datname = current_database()",
    )
    return rowCount
  }
  await expect.poll(cut).toBe(1)
  await expect.poll(() => told, { timeout: 10_000 }).toContain('*')
  expect(lost.length).toBeGreaterThan(0)
  await live.stop()
})
