import { useThrottledCallback } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { hearLive } from '../../api/live'
import type { KeysetQuery, Rows, Slice } from '../page'

const LEAST_MS = 1000

/**
 * Rows that others have added: when something changes, the first slice is read quietly. Rows that are shown already are brought
 * up to date where they stand; those that are not are counted, and `take` shows them, the list beginning anew.
 */
export function useNewRows<Row extends { id: number }>(query: KeysetQuery<Row>, shown: readonly Row[]) {
  const client = useQueryClient()
  const { queryKey } = query
  const key = JSON.stringify(queryKey)
  const [read, setRead] = useState<{ key: string; first: Slice<Row> } | null>(null)
  const look = useThrottledCallback(async () => {
    const { queryFn } = query
    if (typeof queryFn !== 'function' || client.getQueryData(queryKey) === undefined) return
    const first = await client
      .fetchQuery({
        queryKey: ['first', ...queryKey],
        queryFn: ({ signal }) =>
          queryFn({ client, queryKey, signal, meta: undefined, pageParam: undefined, direction: 'forward' }),
        staleTime: 0,
        gcTime: 0,
      })
      .catch(() => null)
    if (first === null) return
    if (client.isMutating() === 0)
      client.setQueryData<Rows<Row>>(queryKey, (rows) => rows && renewed(rows, first.items))
    setRead({ key, first })
  }, LEAST_MS)
  const [topic] = queryKey
  const heard = useEffectEvent((topics: readonly string[]) => {
    if (topics.includes(String(topic)) || topics.includes('*')) void look()
  })
  useEffect(() => hearLive((topics) => heard(topics)), [])
  const first = read?.key === key ? read.first : null
  return {
    count: first === null ? 0 : unseen(first.items, shown),
    take: () => {
      if (first) client.setQueryData<Rows<Row>>(queryKey, { pages: [first], pageParams: [undefined] })
    },
  }
}

/** Rows of a first slice that stand before one that is shown; what follows the last of these may only have moved up. */
export function unseen<Row extends { id: number }>(first: readonly Row[], shown: readonly Row[]): number {
  const ids = new Set(shown.map(({ id }) => id))
  const last = first.findLastIndex(({ id }) => ids.has(id))
  const before = last < 0 ? first : first.slice(0, last)
  return before.filter(({ id }) => !ids.has(id)).length
}

const renewed = <Row extends { id: number }>(rows: Rows<Row>, fresh: readonly Row[]): Rows<Row> => {
  const byId = new Map(fresh.map((row) => [row.id, row]))
  return {
    ...rows,
    pages: rows.pages.map((slice) => ({ ...slice, items: slice.items.map((row) => byId.get(row.id) ?? row) })),
  }
}
