import * as contacts from '#features/contacts/service/create.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { enqueue } from '#kernel/jobs.ts'
import { journal } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { advance, beginProgress, endProgress, readProgress } from '#kernel/progress.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import * as queries from '../queries.ts'
import type { Import } from '../schema.ts'
import { knownOf } from './known.ts'
import { getImport } from './open.ts'
import { faultOf, inBatches, openTable, type ReadRow, readerOf } from './reading.ts'

/** Rows that are stored in one transaction. */
const BATCH = 500

/** Runs the import as a job. @returns it with its progress. @throws Problem `not-allowed`, `import-not-found`, `import-running` */
export function runImport(ctx: Context, id: number): Promise<Import> {
  requireRight(ctx, 'contacts.import')
  return once(ctx, 'runImport', { id }, async (tx) => {
    const found = await queries.lock(tx, id)
    if (found === undefined) throw new Problem('import-not-found')
    if (found.progressId !== null) throw new Problem('import-running')
    const { actId } = await journal(tx, 'contacts.imported', { detail: { import: id, file: found.fileName } })
    const progressId = await beginProgress(tx, 'importContacts', null, { created: 0, known: 0, refused: 0 })
    await queries.update(tx, id, { progressId, actId })
    await enqueue(tx, 'importContacts', { id }, `import:${id}`)
    return getImport(tx, id)
  })
}

/** Stores the rows, piece by piece, each with its progress in one transaction: after a restart it goes on behind the last piece. */
export async function importContacts(ctx: Context, { id }: { id: number }): Promise<void> {
  const found = await queries.find(ctx, id)
  if (found?.progressId == null || found.actId === null) return
  const { progressId, actId } = found
  const before = await readProgress(ctx, progressId)
  if (before.state !== 'waiting' && before.state !== 'running') return
  const table = await openTable(ctx, found)
  const reader = await readerOf(ctx, table, found.mapping)
  let counts = { created: 0, known: 0, refused: 0, ...(before.detail as object) }
  for await (const batch of inBatches(table.rows(), BATCH, before.done)) {
    const stopped = await inTransaction(ctx, async (tx) => {
      const stored = await storeBatch(tx, found, actId, batch.map(reader.read), reader.contactOf)
      counts = {
        created: counts.created + stored.created,
        known: counts.known + stored.known,
        refused: counts.refused + stored.refused,
      }
      const stop = await advance(tx, progressId, { done: batch.length, detail: counts })
      if (stop) await endProgress(tx, progressId, 'stopped')
      return stop
    })
    if (stopped) return
  }
  await inTransaction(ctx, (tx) => endProgress(tx, progressId, 'done'))
}

type ContactOf = Awaited<ReturnType<typeof readerOf>>['contactOf']

async function storeBatch(
  tx: Context,
  found: queries.ImportRow,
  actId: number,
  rows: readonly ReadRow[],
  contactOf: ContactOf,
) {
  const there = found.options.existing === 'skip' ? await knownOf(tx, rows) : rows.map(() => false)
  const good = rows.filter((row, at) => row.faults.length === 0 && !there[at])
  const companies = good.filter(({ contact }) => contact.fields.type !== 'person')
  const people = good.filter(({ contact }) => contact.fields.type === 'person')
  const first = await contacts.createContacts(
    tx,
    companies.map(({ contact }) => contactOf(contact, null)),
    actId,
  )
  const employers = await employersOf(
    tx,
    people.map(({ contact }) => contact),
    actId,
  )
  const second = await contacts.createContacts(
    tx,
    people.map(({ contact }, at) => contactOf(contact, employers[at] ?? null)),
    actId,
  )
  const beside = companies.flatMap(({ person }, at) => {
    const employer = first[at]?.stored
    return person && employer ? [contactOf(person, employer.id)] : []
  })
  await contacts.createContacts(tx, beside, actId)
  const late = [...companies.entries(), ...people.entries()].flatMap(([at, row]) => {
    const made = companies.includes(row) ? first[at] : second[at]
    return made?.faults ? [{ row, faults: made.faults.map((fault) => faultOf(found.mapping, fault)) }] : []
  })
  const refused = [
    ...rows.filter(({ faults }) => faults.length > 0).map((row) => ({ row, faults: row.faults })),
    ...late,
  ]
  await queries.refuse(
    tx,
    found.id,
    refused.map(({ row, faults }) => ({ line: row.line, cells: row.row.cells, faults })),
  )
  return {
    created: good.length - late.length,
    known: there.filter((is, at) => is && rows[at]?.faults.length === 0).length,
    refused: refused.length,
  }
}

/** The company of each person: by number, by name, else made with that name. */
async function employersOf(
  tx: Context,
  people: readonly ReadRow['contact'][],
  actId: number,
): Promise<(number | null)[]> {
  const named = people.map(({ companyNo, companyName }) => ({ no: companyNo, name: companyName }))
  const found = await queries.companies(tx, named)
  const missing = [...new Set(named.flatMap(({ name }, at) => (found[at] === null && name !== null ? [name] : [])))]
  if (missing.length === 0) return found
  await contacts.createContacts(
    tx,
    missing.map((name) => ({ type: 'company' as const, name })),
    actId,
  )
  return queries.companies(tx, named)
}
