import { queryOptions } from '@tanstack/react-query'
import { type Answer, api, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { inBatches } from './batches'

export type Found = Answer<'findInEntries'>['items'][number]['found'][number]

/** The entries that fit best, each with the sentences in which the words were found. */
export const searchEntries = (q: string, limit: number, signal: AbortSignal): Promise<Answer<'search'>> =>
  unwrap(api.GET('/api/search', { params: { query: { q, limit } }, signal }))

/** Most entries that one request may name. */
const MOST = 200
const readFound = inBatches(MOST, async (q, ids) => {
  const { items } = await unwrap(api.GET('/api/search/found', { params: { query: { q, ids: ids.join() } } }))
  return new Map(items.map(({ interactionId, found }) => [interactionId, found]))
})

/** What was found in one entry; the rows that come into sight together ask in one request. */
export const foundQuery = (q: string, id: number) =>
  queryOptions<readonly Found[], Problem>({
    queryKey: ['search', 'found', q, id],
    queryFn: async () => (await readFound(q, id)) ?? [],
    enabled: q !== '',
  })
