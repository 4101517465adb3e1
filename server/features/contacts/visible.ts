import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#kernel/context.ts'

/** Whether the caller may see contacts: today whoever may read them sees them all. */
const mayRead = (ctx: Context): RawBuilder<boolean> => sql.lit(ctx.user.rights.has('contacts.read'))

/** Where every read of contacts begins: those that the caller may see. */
export const visible = (ctx: Context) => ctx.db.selectFrom('contact').where(mayRead(ctx))
