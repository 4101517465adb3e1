import { type Context, requireRight } from '#kernel/context.ts'
import type { DuplicateQuery, Duplicates } from '../lookup-schema.ts'
import { candidateIds } from '../queries/candidates.ts'
import * as queries from '../queries/duplicates.ts'
import { keysOf, reasons, reasonsOf } from '../sameness.ts'

/** Most contacts that a form shows beside what is typed. */
const SHOWN = 5

/**
 * Contacts that what is being typed may be already, each with why, the surest first; what is still too short says nothing.
 * @throws Problem `not-allowed`
 */
export async function findDuplicates(
  ctx: Context,
  { name = '', email = '', phone = '', vatNo = '', country }: DuplicateQuery,
): Promise<Duplicates> {
  requireRight(ctx, 'contacts.read')
  const home = ctx.company.country
  const keys = keysOf({ name, email, phone, vatNo, country: country ?? home })
  const pieces = [keys.vatNo?.digits, keys.email, keys.phone].filter((piece) => piece != null)
  const [held, named] = await Promise.all([
    queries.holding(ctx, pieces),
    keys.name === null ? { ids: [] } : candidateIds(ctx, keys.name),
  ])
  const ids = [...new Set([...held, ...named.ids])]
  const found = ids.length === 0 ? [] : await queries.compared(ctx, ids)
  return {
    items: found
      .map(({ country, mobilePhone, email2, ...shown }) => ({
        ...shown,
        phone: shown.phone ?? mobilePhone,
        reasons: reasonsOf(keys, { ...shown, country, mobilePhone, email2 }, home),
      }))
      .filter((one) => one.reasons.length > 0)
      .sort((a, b) => weightOf(b) - weightOf(a) || a.name.localeCompare(b.name) || a.id - b.id)
      .slice(0, SHOWN),
  }
}

/** One reason outweighs all that are weaker. */
const weightOf = (one: Duplicates['items'][number]): number =>
  one.reasons.reduce((sum, reason) => sum + 2 ** (reasons.length - reasons.indexOf(reason)), 0)
