import { useQueryClient } from '@tanstack/react-query'
import type { Done } from '../../ui/page'
import { useAction } from '../../ui/useAction'
import { type Entry, type EntryCard, interactionQueries } from './api'

/**
 * Runs an act on one entry: its card and its row in every list change at once; a refusal puts both back and is returned
 * as `problem`, to be shown where the act was asked for.
 */
export function useEntryAct(id: number) {
  const client = useQueryClient()
  const { queryKey } = interactionQueries.one(id)
  const { act, ...state } = useAction<Entry>()
  const refresh = () => {
    void client.invalidateQueries({ queryKey })
    void client.invalidateQueries({ queryKey: ['history', 'interaction', id] })
  }
  const run = (doing: () => Promise<Done>, said: (count: number) => string, changed: Partial<Entry>) => {
    client.setQueryData<EntryCard>(queryKey, (card) => card && { ...card, ...changed })
    act({
      run: () =>
        doing().catch((refusal: unknown) => {
          refresh()
          throw refusal
        }),
      said,
      change: { lists: ['interactions', 'list'], on: { ids: [id] }, row: (entry) => ({ ...entry, ...changed }) },
      after: refresh,
    })
  }
  return { run, ...state }
}
