import type { Context } from '#kernel/context.ts'
import * as queries from '../queries.ts'
import type { ReadRow } from './reading.ts'

/** Whether the contact of each row is there already: by number, or by name and e-mail. */
export const knownOf = (ctx: Context, rows: readonly ReadRow[]) =>
  queries.known(
    ctx,
    rows.map(({ contact }) => ({
      no: contact.no,
      name: contact.fields.name ?? '',
      email: contact.fields.email ?? null,
    })),
  )
