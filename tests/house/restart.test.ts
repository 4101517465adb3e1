import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { firstKey, send, startProduct } from '#tests/product.ts'

const busy = { timeout: 300_000 }
const soon = { timeout: 60_000, interval: 100 }

test(
  'a database that is killed comes back by itself, with requests and jobs; killed again and again, the product ends and says so',
  busy,
  async () => {
    const data = await mkdtemp(join(tmpdir(), 'carteggio-restart-'))
    const server = await startProduct({ CARTEGGIO_DATA: data }, '/welcome?token=')
    onTestFinished(async () => {
      await server.stop()
      await rm(data, { recursive: true })
    })
    const pid = async () => Number((await readFile(join(data, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
    const isReady = async () => (await fetch(`${server.address}/readyz`)).status
    const killed = async () => {
      const before = await pid()
      process.kill(before, 'SIGKILL')
      await expect.poll(() => pid().catch(() => before), soon).not.toBe(before)
      await expect.poll(isReady, soon).toBe(200)
    }
    const headers = await firstKey(server)
    const api = `${server.address}/api`
    const get = async (path: string) => (await fetch(`${api}${path}`, { headers })).json()
    const { id } = (await (await send(`${api}/contacts`, { type: 'person', name: 'Anna Conti' }, headers)).json()) as {
      id: number
    }
    const { items } = (await get('/interaction-templates')) as { items: { id: number }[] }
    const call = { contactIds: [id], templateId: items[0]?.id ?? 0, description: 'before' }
    await send(`${api}/interactions`, call, headers)

    await killed()
    await send(`${api}/interactions`, { ...call, description: 'after' }, headers)
    await send(`${api}/interactions/cancellations`, { filter: { contactId: id } }, headers)
    const { token, count } = (await get('/interactions/deletions/preview')) as { token: string; count: number }
    expect(count).toBe(2)
    await send(`${api}/interactions/deletions`, { filter: {}, token }, headers)
    await expect.poll(() => get('/progress'), soon).toMatchObject([{ state: 'done', done: 2 }])

    await killed()
    await killed()
    const ended = once(server.process, 'exit')
    process.kill(await pid(), 'SIGKILL')
    expect(await ended).toEqual([1, null])
    expect(server.said.join('')).toContain('The database ended by itself 4 times within an hour')
    const again = await startProduct({ CARTEGGIO_DATA: data })
    await again.stop()
  },
)
