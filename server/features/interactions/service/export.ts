import type { Readable } from 'node:stream'
import { type Context, requireRight } from '#kernel/context.ts'
import { everyRow, readerOf, streamTable } from '#kernel/exportTable.ts'
import { Problem } from '#kernel/problem.ts'
import { columnsOf } from '../columns.ts'
import type { InteractionExport } from '../schema.ts'
import { listInteractions } from './read.ts'

/**
 * All entries that a filter of the log finds, as a table in the caller's language, made while it is sent.
 * @throws Problem `not-allowed`, `filter-invalid`, `field-invalid` when a column is none of the log
 */
export async function exportInteractions(
  ctx: Context,
  { format, columns: named, ...query }: InteractionExport,
): Promise<Readable> {
  requireRight(ctx, 'export')
  const columns = columnsOf(named, ctx.user.language)
  if (columns === null) throw new Problem('field-invalid', { faults: [{ pointer: '/columns', type: 'enum' }] })
  const rows = await everyRow((cursor) => listInteractions(ctx, { ...query, ...cursor }))
  return streamTable(format, columns, rows, readerOf(ctx))
}
