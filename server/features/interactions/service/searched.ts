import type { Context } from '#kernel/context.ts'
import * as log from '../queries/log.ts'
import { found } from '../queries/selection.ts'
import type { Entries } from '../queries/words.ts'
import type { Interaction, InteractionQuery } from '../schema.ts'
import { visible } from '../visible.ts'
import { settingFor } from './setting.ts'

export { termsOf } from '../asked.ts'
export { type Entries, queryOf } from '../queries/words.ts'

/** The entries that filters of the log leave, of those that the caller may see. @throws Problem `filter-invalid` */
export async function filtered(ctx: Context, filters: Omit<InteractionQuery, 'q'>): Promise<Entries> {
  if (Object.values(filters).every((value) => value === undefined)) return visible(ctx).select('interaction.id')
  return found(ctx, filters, await settingFor(ctx, filters)) as unknown as Entries
}

/** Entries by their ids, in that order. */
export async function entries(ctx: Context, ids: readonly number[]): Promise<Interaction[]> {
  const byId = new Map(
    (
      await log
        .named(
          ctx,
          visible(ctx)
            .selectAll('interaction')
            .where('interaction.id', 'in', [...ids]),
        )
        .execute()
    ).map((entry) => [entry.id, entry]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
