import * as attachments from '#features/attachments/service.ts'
import * as contacts from '#features/contacts/service/create.ts'
import { guessColumns } from '#features/exchange/columns.ts'
import type { RowFault } from '#features/exchange/faults.ts'
import { refusedRowsFile } from '#features/exchange/refused.ts'
import { faultSentence } from '#features/exchange/sentences.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { enqueue } from '#kernel/jobs.ts'
import { journal } from '#kernel/journal.ts'
import { Problem } from '#kernel/problem.ts'
import { advance, beginProgress, endProgress, readProgress } from '#kernel/progress.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import * as queries from './queries.ts'
import type { Import, ImportPatch, ImportPreview, NewImport } from './schema.ts'
import { faultOf, inBatches, openTable, type ReadRow, readerOf } from './service/reading.ts'

/** Rows that a preview looks at, and those it shows. */
const PREVIEWED = 5000
const SHOWN = 50
/** Rows that are stored in one transaction. */
const BATCH = 500

/** Opens a file that was sent as a table of contacts, and proposes what each column fills. @throws Problem `not-allowed`, `file-not-found`, `file-not-readable` */
export async function beginImport(ctx: Context, { uploadId }: NewImport): Promise<Import> {
  requireRight(ctx, 'contacts.import')
  const file = await attachments.findUpload(ctx, uploadId, '/uploadId')
  const table = await openTable(ctx, file)
  const guessed = guessColumns(
    table.headings,
    table.samples.map(({ cells }) => cells),
  )
  const mapping = (await queries.remembered(ctx, table.headings)) ?? guessed.map(({ field }) => field)
  return once(ctx, 'beginImport', { uploadId }, async (tx) => {
    await attachments.claimUpload(tx, uploadId, '/uploadId')
    const { id } = await queries.insert(tx, { uploadId, format: table.format, mapping })
    await queries.rememberHeadings(tx, id, table.headings)
    return getImport(tx, id)
  })
}

/** @throws Problem `not-allowed`, `import-not-found` */
export async function getImport(ctx: Context, id: number): Promise<Import> {
  const found = await requireImport(ctx, id)
  const table = await openTable(ctx, found)
  const columns = guessColumns(
    table.headings,
    table.samples.map(({ cells }) => cells),
  )
  return {
    id,
    fileName: found.fileName,
    format: found.format,
    columns: columns.map(({ heading, samples }, at) => ({
      heading,
      samples: [...samples],
      field: found.mapping[at] ?? null,
    })),
    existing: found.options.existing,
    createdAt: found.createdAt,
    progress: found.progressId === null ? null : await readProgress(ctx, found.progressId),
    undoId: null,
  }
}

/** Says which field each column fills, and what becomes of contacts that are there already. @throws Problem `not-allowed`, `import-not-found`, `import-running` */
export async function changeImport(ctx: Context, id: number, { mapping, existing }: ImportPatch): Promise<Import> {
  const found = await requireImport(ctx, id)
  if (found.progressId !== null) throw new Problem('import-running')
  await inTransaction(ctx, (tx) =>
    queries.update(tx, id, { ...(mapping && { mapping }), ...(existing && { options: { existing } }) }),
  )
  return getImport(ctx, id)
}

/** Reads the beginning of the file as the import would, and stores nothing. @throws Problem `not-allowed`, `import-not-found` */
export async function previewImport(ctx: Context, id: number): Promise<ImportPreview> {
  const found = await requireImport(ctx, id)
  const table = await openTable(ctx, found)
  const { read } = await readerOf(ctx, table, found.mapping)
  const rows: ReadRow[] = []
  let whole = true
  for await (const row of table.rows()) {
    if (rows.length === PREVIEWED) {
      whole = false
      break
    }
    rows.push(read(row))
  }
  const there = await knownOf(ctx, rows)
  const state = (row: ReadRow, at: number) => (row.faults.length > 0 ? 'refused' : there[at] ? 'known' : 'fresh')
  const states = rows.map(state)
  const told = (fault: RowFault) => ({
    field: fault.field,
    column: fault.column,
    type: fault.type,
    text: faultSentence(ctx.user.language, fault),
  })
  const shown = [...rows.keys()]
    .sort((a, b) => Number(states[b] === 'refused') - Number(states[a] === 'refused') || a - b)
    .slice(0, SHOWN)
  return {
    rows: rows.length,
    whole,
    fresh: states.filter((one) => one === 'fresh').length,
    known: states.filter((one) => one === 'known').length,
    refused: states.filter((one) => one === 'refused').length,
    reasons: reasonsOf(
      ctx,
      rows.flatMap(({ faults }) => faults),
    ),
    sample: shown
      .sort((a, b) => a - b)
      .flatMap((at) => {
        const row = rows[at]
        const is = states[at]
        return row && is ? [{ line: row.line, cells: [...row.row.cells], state: is, faults: row.faults.map(told) }] : []
      }),
  }
}

function reasonsOf(ctx: Context, faults: readonly RowFault[]): ImportPreview['reasons'] {
  const byText = new Map<string, { type: string; count: number }>()
  for (const fault of faults) {
    const text = faultSentence(ctx.user.language, fault)
    byText.set(text, { type: fault.type, count: (byText.get(text)?.count ?? 0) + 1 })
  }
  return [...byText]
    .map(([text, { type, count }]) => ({ text, type, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, SHOWN)
}

const knownOf = (ctx: Context, rows: readonly ReadRow[]) =>
  queries.known(
    ctx,
    rows.map(({ contact }) => ({
      no: contact.no,
      name: contact.fields.name ?? '',
      email: contact.fields.email ?? null,
    })),
  )

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

/** The refused rows as they stood, with their reasons, to be corrected and imported again. @throws Problem `not-allowed`, `import-not-found` */
export async function refusedRows(ctx: Context, id: number): Promise<AsyncGenerator<string>> {
  const found = await requireImport(ctx, id)
  const table = await openTable(ctx, found)
  async function* rows() {
    for (let after = -1; ; ) {
      const page = await queries.refusals(ctx, id, after, BATCH)
      for (const { line, cells, faults } of page) yield { row: { line, cells }, faults }
      after = page.at(-1)?.line ?? after
      if (page.length < BATCH) return
    }
  }
  return refusedRowsFile(table, rows(), ctx.user.language)
}

async function requireImport(ctx: Context, id: number): Promise<queries.ImportRow> {
  requireRight(ctx, 'contacts.import')
  const found = await queries.find(ctx, id)
  if (found === undefined) throw new Problem('import-not-found')
  return found
}
