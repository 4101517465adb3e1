import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, type Query, unwrap } from '../../api/client'
import { Failed, Reading } from '../list/ListStates'
import { keysetQuery } from '../page'
import { useUndo } from '../useUndo'
import { HistoryTab } from './HistoryTab'

type Record = Query<'readHistory'>['record']
type Props = {
  record: Record
  id: number
  /** A field's name in the page's language. */
  label: (field: string) => string
  /** A value as a person reads it; without it as it is. */
  show?: (field: string, value: unknown) => string
}

/** Every act on one record, read from the journal as one scrolls on. */
export function RecordHistory({ record, id, label, show = plain }: Props) {
  const history = useInfiniteQuery(historyQuery(record, id))
  const client = useQueryClient()
  const undo = useUndo()
  const takeBack = (undoId: number) =>
    undo({
      undoId,
      back: () =>
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'list', refetchType: 'none' }),
    })
  if (history.isPending) return <Reading />
  if (history.isError) return <Failed problem={history.error} retry={() => void history.refetch()} />
  const rows = history.data.pages.flatMap(({ items }) => items)
  const told = rows.map(({ actId, at, said, userName, before, after, undoUntil }) => ({
    undoUntil,
    id: actId,
    at,
    who: userName ?? '',
    act: said,
    changes: changesOf(before, after).map((change) => ({
      field: change.field,
      before: change.before === null ? null : show(change.field, change.before),
      after: change.after === null ? null : show(change.field, change.after),
    })),
  }))
  return (
    <HistoryTab
      rows={told}
      label={label}
      takeBack={takeBack}
      {...(history.hasNextPage ? { more: () => void history.fetchNextPage() } : {})}
    />
  )
}

type Row = Answer<'readHistory'>['items'][number]
const historyQuery = (record: Record, id: number) =>
  keysetQuery<Row>(['history', record, id], (after, signal) =>
    unwrap(api.GET('/api/history', { params: { query: { record, id, ...(after ? { after } : {}) } }, signal })),
  )

const plain = (_: string, value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** What differs, field by field; of a record that was created only what has a value. */
function changesOf(before: Row['before'], after: Row['after']): { field: string; before: unknown; after: unknown }[] {
  return Object.keys({ ...before, ...after })
    .filter((field) => field !== 'version')
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => change.before !== null || change.after !== null)
}
