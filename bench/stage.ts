import { join } from 'node:path'
import pg from 'pg'
import type { Embedded } from '#database/embedded.ts'
import { type Child, firstKey, startChild, startProduct } from '#tests/product.ts'
import { fill, type Size } from './fill.ts'

/** A filled company with the product and the floor in front of it. */
export interface Stage {
  readonly ours: Child
  readonly bare: Child
  /** headers of a request that is signed in */
  readonly signed: Readonly<Record<string, string>>
  readonly contactId: number
  readonly templateId: number
  /** of its database */
  readonly url: string
  stop(): Promise<void>
}

const urlOf = ({ user, socket }: Embedded, database: string) =>
  `postgres://${user}@localhost/${database}?host=${encodeURIComponent(socket)}`

/** Makes a database of the given size on a running server, and starts both servers on it. */
export async function openStage(server: Embedded, folder: string, size: Size): Promise<Stage> {
  const name = `bench_${size.interactions}`
  await withClient(urlOf(server, 'postgres'), '', (admin) => admin.query(`create database ${name}`))
  const url = urlOf(server, name)
  const ours = await startProduct({ DATABASE_URL: url, CARTEGGIO_DATA: join(folder, name) }, '/welcome?token=')
  const signed = await firstKey(ours)
  const made = await withClient(url, 'company_1,shared', (client) => fill(client, size))
  const bare = await startChild(['bench/bare.ts', url, 'company_1'])
  return {
    ours,
    bare,
    url,
    signed,
    ...made,
    async stop() {
      await bare.stop()
      await ours.stop()
      await withClient(urlOf(server, 'postgres'), '', (admin) => admin.query(`drop database ${name}`))
    },
  }
}

async function withClient<T>(url: string, schemas: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: `-c TimeZone=UTC -c search_path=${schemas}` })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
