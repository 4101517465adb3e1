import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Answer, api, type Query, unwrap } from '../../api/client'
import type { Problem } from '../../api/problem'
import { type Search, writeSearch } from '../../ui/address'
import type { FilterMeaning } from '../../ui/page'

export type Statistics = Answer<'readStatistics'>
export type Table = Answer<'readStatisticsTable'>
export type Row = Table['rows'][number]
export type Figures = Statistics['figures']
export type Dimension = Query<'readStatisticsTable'>['by']
/** Which entries: a stretch of days, whose. */
export type Asked = Search

/** The address gives plain texts; the server says which of them are none it knows. */
const asked = (search: Asked) => search as Query<'readStatistics'>

export const statisticsQueries = {
  figures: (search: Asked) =>
    queryOptions<Statistics, Problem>({
      queryKey: ['statistics', 'figures', search],
      queryFn: ({ signal }) => unwrap(api.GET('/api/statistics', { params: { query: asked(search) }, signal })),
      placeholderData: keepPreviousData,
    }),
  table: (search: Asked, by: Dimension) =>
    queryOptions<Table, Problem>({
      queryKey: ['statistics', 'table', search, by],
      queryFn: ({ signal }) =>
        unwrap(api.GET('/api/statistics/table', { params: { query: { ...asked(search), by } }, signal })),
      placeholderData: (before, query) => (query?.queryKey[3] === by ? before : undefined),
    }),
}

export const explainPeriod = (text: string, signal: AbortSignal): Promise<FilterMeaning> =>
  unwrap(api.GET('/api/statistics/period', { params: { query: { text } }, signal }))

/** Address of the table as a file. */
export const exportAddress = (format: 'csv' | 'xlsx', search: Asked, by: Dimension): string =>
  `/api/statistics/export?${new URLSearchParams({ ...search, by, format })}`

/** Address of the log with these filters. */
export const entriesAddress = (...filters: readonly Search[]): string =>
  `/interactions${writeSearch(Object.assign({}, ...filters))}`
