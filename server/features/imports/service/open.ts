import * as attachments from '#features/attachments/service.ts'
import { guessColumns } from '#features/exchange/columns.ts'
import { refusedRowsFile } from '#features/exchange/refused.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import { Problem } from '#kernel/problem.ts'
import { readProgress } from '#kernel/progress.ts'
import { inTransaction, once } from '#kernel/transaction.ts'
import * as queries from '../queries.ts'
import type { Import, ImportPatch, NewImport } from '../schema.ts'
import { openTable } from './reading.ts'

/** Refused rows that are read at once. */
const PAGE = 500

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

/** The refused rows as they stood, with their reasons, to be corrected and imported again. @throws Problem `not-allowed`, `import-not-found` */
export async function refusedRows(ctx: Context, id: number): Promise<AsyncGenerator<string>> {
  const found = await requireImport(ctx, id)
  const table = await openTable(ctx, found)
  async function* rows() {
    for (let after = -1; ; ) {
      const page = await queries.refusals(ctx, id, after, PAGE)
      for (const { line, cells, faults } of page) yield { row: { line, cells }, faults }
      after = page.at(-1)?.line ?? after
      if (page.length < PAGE) return
    }
  }
  return refusedRowsFile(table, rows(), ctx.user.language)
}

/** @throws Problem `not-allowed`, `import-not-found` */
export async function requireImport(ctx: Context, id: number): Promise<queries.ImportRow> {
  requireRight(ctx, 'contacts.import')
  const found = await queries.find(ctx, id)
  if (found === undefined) throw new Problem('import-not-found')
  return found
}
