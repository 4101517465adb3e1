import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n'
import { Timeline } from '../../ui/interaction/Timeline'
import { Failed, Reading } from '../../ui/list/ListStates'
import type { ListSearch } from '../../ui/page'
import { interactionQueries, type Owner } from './api'
import { EntryItem } from './EntryItem'
import { interactionWords } from './messages'

type Props = {
  owner: Owner
  /** Filters of the log by field: `{ kind: 'call', canceled: 'no' }`. */
  filters?: ListSearch
  /** Shown while nothing is found. */
  empty: ReactNode
}

/** What passed between us and a contact or a company, newest first, read as one scrolls; fills its parent's height. */
export function EntryTimeline({ owner, filters = {}, empty }: Props) {
  const t = useWords(interactionWords)
  const list = useInfiniteQuery(interactionQueries.timeline(owner, filters))
  if (list.isPending) return <Reading />
  if (list.isError) return <Failed problem={list.error} retry={() => void list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return empty
  return (
    <Timeline
      label={t('timeline')}
      rows={rows}
      at={(entry) => entry.occurredAt}
      open={(entry) => `/i/${entry.id}`}
      goesOn={list.hasNextPage}
      more={() => {
        if (!list.isFetchingNextPage) void list.fetchNextPage()
      }}
    >
      {(entry) => <EntryItem entry={entry} />}
    </Timeline>
  )
}
