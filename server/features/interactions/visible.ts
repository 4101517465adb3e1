import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'

/** Where every read of the log begins: the entries this caller may see. A private one is for who logged it, for its salesperson, and for the company's own rules. */
export const visible = (ctx: Context) =>
  ctx.db
    .selectFrom('interaction')
    .where((is) =>
      is.or([
        ctx.user.isCompany ? sql.lit(true) : is('interaction.private', '=', sql.lit(false)),
        is('interaction.userId', '=', ctx.user.id),
        ...(ctx.user.salespersonId === null ? [] : [is('interaction.salespersonId', '=', ctx.user.salespersonId)]),
      ]),
    )
