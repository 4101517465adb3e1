import { request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { openPool } from '#database/pool.ts'
import { send } from '#tests/product.ts'
import { p50 } from './load.ts'
import { against, atMost, type Measured } from './report.ts'
import type { Stage } from './stage.ts'

const PAGES = 200

/** How long after its answer an entry is told to the last of 200 open pages. */
export async function telling({ ours, signed, contactId, templateId }: Stage): Promise<Measured> {
  const pages = await Promise.all(Array.from({ length: PAGES }, () => openPage(`${ours.address}/api/live`, signed)))
  const taken: number[] = []
  for (let round = 0; round < 5; round++) {
    const heard = Promise.all(pages.map(({ next }) => next()))
    await send(`${ours.address}/api/interactions`, { contactIds: [contactId], templateId }, signed)
    const from = performance.now()
    await heard
    taken.push((performance.now() - from) / 1000)
  }
  for (const { close } of pages) close()
  return atMost(`live update of ${PAGES} open pages, the last of them, slowest of five`, 's', Math.max(...taken), 1, 3)
}

/** A page that listens: `next` resolves when it hears of entries. */
async function openPage(url: string, headers: Readonly<Record<string, string>>) {
  let heard = () => {}
  const sent = request(url, { headers })
  await new Promise<void>((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', (answer) => {
      answer.setEncoding('utf8')
      answer.on('error', () => {})
      answer.on('data', (text: string) => {
        resolve()
        if (text.includes('interactions')) heard()
      })
    })
    sent.end()
  })
  sent.on('error', () => {})
  return {
    next: () =>
      new Promise<void>((resolve) => {
        heard = resolve
      }),
    close: () => sent.destroy(),
  }
}

/** Statistics of the year with everything in it, and of one year of ten. */
export async function statistics({ ours, signed }: Stage): Promise<Measured[]> {
  const of = (query: string) =>
    p50(5, () => ({
      method: 'GET',
      url: `${ours.address}/api/statistics${query}`,
      headers: signed,
    }))
  return [
    atMost(
      'statistics of a year of 100 thousand of 1 million entries',
      's',
      (await of('?period=2025-01-01..2025-12-31')) / 1000,
      1,
      3,
    ),
    atMost('statistics of all 1 million entries', 's', (await of('')) / 1000, 1, 3),
  ]
}

/** Canceling all 100,000 entries of a contact in one act, beside the bare statements that leave the same rows. */
export async function canceling({ ours, signed, contactId, url }: Stage): Promise<Measured> {
  const pool = openPool(url, ['company_1', 'shared'], { max: 1, lost: () => {} })
  const timed = async (act: () => Promise<unknown>) => {
    const from = performance.now()
    await act()
    return (performance.now() - from) / 1000
  }
  const restore = () => send(`${ours.address}/api/interactions/restorations`, { filter: { contactId } }, signed)
  await restore()
  const mine = await timed(() =>
    send(`${ours.address}/api/interactions/cancellations`, { filter: { contactId } }, signed),
  )
  await restore()
  const bare = await timed(() =>
    pool.query(
      `with act as (insert into journal (act, user_id, door, undo_until) values ('interaction.canceled', 1, 'api', now() + interval '30 days') returning id),
      changed as (update interaction set canceled = true where contact_id = $1 and not canceled returning id),
      marked as (insert into interaction_cancellation (interaction_id, act_id) select changed.id, act.id from changed, act)
      insert into journal_change (act_id, record, record_id, before, after)
      select act.id, 'interaction', changed.id, '{"canceled": false}', '{"canceled": true}' from changed, act`,
      [contactId],
    ),
  )
  await restore()
  await pool.end()
  return against('canceling 100 thousand entries in one act', 's', {
    ours: mine,
    floor: bare,
    ratio: mine / bare,
    bar: 3,
    issue: 3,
  })
}
