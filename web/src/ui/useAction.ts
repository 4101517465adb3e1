import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Problem } from '../api/problem'
import { useWords } from '../i18n'
import { shortDate } from '../i18n/format'
import { uiWords } from './messages'
import type { Done, Rows, Selection } from './page'
import { closeToast, toast } from './toast'
import { rememberAct, useUndo } from './useUndo'

export type Act<Row> = {
  run: () => Promise<Done>
  /** Sentence of the toast, told how many. */
  said: (count: number) => string
  /** Cached lists that change at once: their key's beginning, which rows, and how (`null`: the row leaves). */
  change?: { lists: QueryKey; on: Selection; row: (row: Row) => Row | null }
  /** Once the server has done it, or taken it back: refresh what the act touches beside the lists. */
  after?: () => void
}

/**
 * Runs an act: cached lists change at once and come back when the server refuses; the toast offers Undo for 8 s, says
 * until when there is one, and Ctrl+Z does it later. Lists are marked stale without being read again: an infinite list would fetch every slice it holds.
 * The refusal is returned as `problem`, to be shown where the act was asked for.
 */
export function useAction<Row extends { id: number }>(): {
  act: (act: Act<Row>) => void
  pending: boolean
  problem: Problem | null
  forget: () => void
} {
  const client = useQueryClient()
  const t = useWords(uiWords)
  const undo = useUndo()
  const { mutate, isPending, error, reset } = useMutation<Done, Problem, Act<Row>, Snapshot<Row>>({
    mutationFn: ({ run }) => run(),
    onMutate: ({ change }) => (change === undefined ? [] : changeLists(client, change)),
    onError: (_, __, before) => putBack(client, before ?? []),
    onSuccess: ({ count, undoId, undoUntil }, { said, change, after }, before) => {
      if (change) void client.invalidateQueries({ queryKey: change.lists, refetchType: 'none' })
      after?.()
      if (undoId === null) return void toast(said(count))
      const back = () => {
        putBack(client, before)
        after?.()
      }
      const kept = { undoId, back }
      rememberAct(kept)
      const text = undoUntil === null ? said(count) : t('undoUntil', { said: said(count), day: shortDate(undoUntil) })
      const id = toast(text, {
        label: t('undo'),
        keys: 'Ctrl+Z',
        run: () => {
          closeToast(id)
          undo(kept)
        },
      })
    },
  })
  return { act: mutate, pending: isPending, problem: error, forget: reset }
}

type Snapshot<Row> = { key: QueryKey; before: Rows<Row>; changed: Rows<Row> }[]

async function changeLists<Row extends { id: number }>(
  client: QueryClient,
  { lists, on, row }: NonNullable<Act<Row>['change']>,
): Promise<Snapshot<Row>> {
  await client.cancelQueries({ queryKey: lists })
  const ids = 'ids' in on ? new Set(on.ids) : null
  const next = (one: Row): Row[] => (ids === null || ids.has(one.id) ? [row(one)].filter((r) => r !== null) : [one])
  return client.getQueriesData<Rows<Row>>({ queryKey: lists }).flatMap(([key, before]) => {
    if (before === undefined) return []
    const changed = { ...before, pages: before.pages.map((slice) => ({ ...slice, items: slice.items.flatMap(next) })) }
    client.setQueryData(key, changed)
    return [{ key, before, changed }]
  })
}

/** A list that nobody changed since gets its rows back; one that was read again starts from its first slice. */
function putBack<Row>(client: QueryClient, snapshot: Snapshot<Row>): void {
  for (const { key, before, changed } of snapshot)
    if (client.getQueryData(key) === changed) client.setQueryData(key, before)
    else void client.resetQueries({ queryKey: key, exact: true })
}
