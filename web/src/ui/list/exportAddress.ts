import type { List } from './useList'

/** Address of all rows that the filters find, in the columns shown, as a file that the server streams. */
export function exportAddress<Row extends { id: number }>(list: List<Row>, format: 'csv' | 'xlsx'): string {
  const { page, search, columns } = list
  const shown = columns.map(({ field }) => field)
  return page.exportTo?.(format, { sort: page.firstSort, ...page.chosen(search) }, shown) ?? ''
}
