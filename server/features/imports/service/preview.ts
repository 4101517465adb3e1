import type { RowFault } from '#features/exchange/faults.ts'
import { faultSentence } from '#features/exchange/sentences.ts'
import type { Context } from '#kernel/context.ts'
import type { ImportPreview } from '../schema.ts'
import { knownOf } from './known.ts'
import { requireImport } from './open.ts'
import { openTable, type ReadRow, readerOf } from './reading.ts'

/** Rows that a preview looks at, and those it shows. */
const PREVIEWED = 5000
const SHOWN = 50

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
