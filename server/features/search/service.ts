import * as interactions from '#features/interactions/service/searched.ts'
import { rebuildSearch } from '#features/interactions/service/words.ts'
import { type Context, requireRight } from '#kernel/context.ts'
import * as queries from './queries.ts'
import type { Found, FoundAnswer, FoundQuery, SearchAnswer, SearchQuery } from './schema.ts'

const LIMIT = 20

/**
 * Looks for entries by their words: description, names, comments, text of files, in every form that the word has in
 * Italian and English. Only what the caller may see, within the filters. Where nothing has the words, names like them are tried.
 * @returns the best of the newest first, each with the sentences in which something was found
 * @throws Problem `not-allowed`, `filter-invalid`
 */
export async function search(ctx: Context, { q, limit = LIMIT, ...filters }: SearchQuery): Promise<SearchAnswer> {
  requireRight(ctx, 'interactions.read')
  const within = {
    entries: await interactions.filtered(ctx, filters),
    isNarrow: Object.keys(filters).length > 0,
  }
  const ids = await bestOf(ctx, within, q, limit)
  if (ids.length > 0) return answer(ctx, q, ids, limit, null)
  const corrected = await correct(ctx, q)
  const near = corrected === null ? [] : await bestOf(ctx, within, corrected, limit)
  if (corrected === null || near.length === 0) return { items: [], more: false, corrected: null }
  return answer(ctx, corrected, near, limit, corrected)
}

/** What was found in entries of a list that was searched. @throws Problem `not-allowed` */
export async function findIn(ctx: Context, { q, ids }: FoundQuery): Promise<FoundAnswer> {
  requireRight(ctx, 'interactions.read')
  const found = await foundIn(ctx, ids.split(',').map(Number), q)
  return { items: [...found].map(([interactionId, one]) => ({ interactionId, found: one })) }
}

/** Reads every entry anew, in the background and in use. @throws Problem `not-allowed` */
export const rebuild = (ctx: Context): Promise<void> => rebuildSearch(ctx)

interface Within {
  readonly entries: interactions.Entries
  readonly isNarrow: boolean
}
async function bestOf(ctx: Context, within: Within, q: string, limit: number): Promise<number[]> {
  const asked = interactions.queryOf(q)
  return asked === null ? [] : queries.best(ctx, within, asked, limit)
}

async function answer(
  ctx: Context,
  q: string,
  ids: readonly number[],
  limit: number,
  corrected: string | null,
): Promise<SearchAnswer> {
  const shown = ids.slice(0, limit)
  const [entries, found] = await Promise.all([interactions.entries(ctx, shown), foundIn(ctx, shown, q)])
  const items = entries.map((entry) => ({ entry, found: found.get(entry.id) ?? [] }))
  return { items, more: ids.length > limit, corrected }
}

async function foundIn(ctx: Context, ids: readonly number[], q: string): Promise<Map<number, Found[]>> {
  const any = interactions.queryOf(q, 'any')
  if (any === null || ids.length === 0) return new Map()
  const byEntry = Map.groupBy(await queries.sentences(ctx, ids, any), ({ interactionId }) => interactionId)
  return new Map([...byEntry].map(([id, rows]) => [id, rows.map(toFound)]))
}

const toFound = ({ place, attachmentId, fileName, partKind, part, sentence }: queries.FoundRow): Found => ({
  where: place,
  attachmentId,
  fileName,
  placeKind: partKind,
  place: part,
  sentence: marked(sentence),
})

/** A sentence in pieces, those between the marks being hits. */
function marked(sentence: string): { text: string; hit: boolean }[] {
  const { start, end } = queries.MARKS
  return sentence
    .split(start)
    .flatMap((piece, n) => {
      const [first = '', rest = ''] = piece.split(end)
      return n === 0
        ? [{ text: first, hit: false }]
        : [
            { text: first, hit: true },
            { text: rest, hit: false },
          ]
    })
    .filter(({ text }) => text !== '')
}

/** Each word as the name that is most like it; `null` when that leaves all as it was. */
async function correct(ctx: Context, q: string): Promise<string | null> {
  const words = await Promise.all(
    interactions
      .termsOf(q)
      .map(async ({ text, phrase, beginning }) =>
        phrase || beginning === null ? `"${text}"` : ((await queries.alike(ctx, beginning)) ?? text),
      ),
  )
  const corrected = words.join(' ')
  return corrected.toLowerCase() === q.trim().toLowerCase() ? null : corrected
}
