import type { Readable } from 'node:stream'
import { type Context, requireRight } from '#kernel/context.ts'
import { readerOf, streamTable } from '#kernel/exportTable.ts'
import { say } from '#kernel/words.ts'
import { columnsOf } from '../columns.ts'
import type { StatisticsRow, TableExport } from '../schema.ts'
import { readTable } from './read.ts'

/** `readTable` as a file in the caller's language. @throws as it does */
export async function exportTable(ctx: Context, { format, ...query }: TableExport): Promise<Readable> {
  requireRight(ctx, 'export')
  const { language } = ctx.user
  const { rows, rest } = await readTable(ctx, query)
  const last: StatisticsRow | null = rest && {
    key: null,
    id: null,
    name: say(language, 'statistics:rest', { count: rest.records }),
    kind: null,
    entries: {},
    figures: rest.figures,
  }
  const all = async function* () {
    yield* rows
    if (last !== null) yield last
  }
  return streamTable(format, columnsOf(query.by, language), all(), readerOf(ctx))
}
