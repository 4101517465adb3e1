import type { Readable } from 'node:stream'
import { type Context, requireRight } from '#kernel/context.ts'
import { everyRow, readerOf, streamTable } from '#kernel/exportTable.ts'
import { Problem } from '#kernel/problem.ts'
import { columnsOf } from '../columns.ts'
import type { ContactExport } from '../schema.ts'
import { listContacts } from './read.ts'

/**
 * All contacts that a search finds, as a table in the caller’s language, made while it is sent.
 * @throws Problem `not-allowed`, `filter-invalid`, `field-invalid` when a column is none of a contact
 */
export async function exportContacts(
  ctx: Context,
  { format, columns: named, ...query }: ContactExport,
): Promise<Readable> {
  requireRight(ctx, 'export')
  const columns = columnsOf(named, ctx.user.language)
  if (columns === null) throw new Problem('field-invalid', { faults: [{ pointer: '/columns', type: 'enum' }] })
  const rows = await everyRow((cursor) => listContacts(ctx, { ...query, ...cursor }))
  return streamTable(format, columns, rows, readerOf(ctx))
}
