import type { NewContact } from '#features/contacts/schema.ts'
import * as contacts from '#features/contacts/service/create.ts'
import type { ImportedContact, ReadContact } from '#features/exchange/contact.ts'
import { contactReader } from '#features/exchange/contact.ts'
import type { RowFault } from '#features/exchange/faults.ts'
import type { Row } from '#features/exchange/row.ts'
import { readTable, type Table } from '#features/exchange/table.ts'
import { UnreadableFile } from '#features/exchange/unreadable.ts'
import type { Context } from '#kernel/context.ts'
import { Problem } from '#kernel/problem.ts'
import { say } from '#kernel/words.ts'
import * as queries from '../queries.ts'

/** Opens the file of an import as a table. @throws Problem `file-not-readable`, saying why */
export async function openTable(ctx: Context, { sha256, size }: { sha256: string; size: number }): Promise<Table> {
  try {
    return await readTable({ size, read: (range) => ctx.files.read(sha256, range) })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new Problem('file-not-readable', {
      pointer: '/uploadId',
      values: { why: say(ctx.user.language, `exchange:unreadable.${error.reason}`) },
    })
  }
}

/** A row of the file and what it says. */
export interface ReadRow extends ReadContact {
  readonly row: Row
}
/** How the rows of this import are read and turned into contacts; lists are read once. */
export async function readerOf(ctx: Context, table: Table, mapping: queries.ImportRow['mapping']) {
  const { salespeople, languages } = await queries.lists(ctx)
  const read = contactReader(table.headings, mapping, {
    decide: contacts.decideNew,
    country: ctx.company.country,
    salespeople,
    languages,
  })
  const salespersonIds = new Map(salespeople.map(({ id, code }) => [code, id]))
  const languageIds = new Map(languages.map(({ id, code }) => [code, id]))
  return {
    read: (row: Row): ReadRow => ({ ...read(row), row }),
    contactOf: ({ fields, no, language, salesperson }: ImportedContact, companyId: number | null): NewContact => ({
      ...fields,
      ...(no !== null && { no }),
      ...(language !== null && { languageId: languageIds.get(language) ?? null }),
      ...(salesperson !== null && { salespersonId: salespersonIds.get(salesperson) ?? null }),
      ...(companyId !== null && fields.type === 'person' && { companyId }),
    }),
  }
}

/** Rows in pieces of `size`. */
export async function* inBatches(rows: AsyncIterable<Row>, size: number, skip: number): AsyncGenerator<Row[]> {
  let batch: Row[] = []
  let passed = 0
  for await (const row of rows) {
    if (passed++ < skip) continue
    batch.push(row)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** A fault that the contacts feature found, told of the column that fills its field. */
export const faultOf = (
  mapping: queries.ImportRow['mapping'],
  { pointer, type, values }: { pointer: string; type: string; values?: object | undefined },
): RowFault => {
  const field = pointer.slice(1)
  const column = (mapping as readonly (string | null)[]).indexOf(field)
  return { field, column: column < 0 ? null : column, type, values: { ...values } } as RowFault
}
