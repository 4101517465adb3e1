import * as languages from '#features/languages/service.ts'
import * as templates from '#features/templates/service/seed.ts'
import type { Context } from '#kernel/context.ts'
import { inTransaction } from '#kernel/transaction.ts'

/** Gives a new company what it starts with: all of it or nothing, in the language of the caller. One that has it is left as it is. */
export const seedCompany = (ctx: Context): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { items } = await languages.listLanguages(tx, { closed: true })
    if (items.length > 0) return
    await languages.seed(tx)
    await templates.seed(tx)
  })
