import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../api/client'
import type { Problem } from '../api/problem'
import { useWords } from '../i18n'
import { uiWords } from './messages'
import { toast } from './toast'

type Act = { undoId: number; back: () => void }
const acts: Act[] = []
/** Keeps an act for Ctrl+Z; `back` puts the page as it was once the server has taken the act back. */
export const rememberAct = (act: Act): void => void acts.push(act)

/** Takes an act back (the last one when none is named): the server runs the inverse act, checked as of now. */
export function useUndo(): (act?: Act) => void {
  const client = useQueryClient()
  const t = useWords(uiWords)
  const { mutate } = useMutation<unknown, Problem, Act>({
    mutationFn: ({ undoId }) => unwrap(api.POST('/api/undo/{id}', { params: { path: { id: undoId } } })),
    onSuccess: (_, { back }) => {
      back()
      toast(t('undone'))
      return client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[1] !== 'list' && queryKey[0] !== 'session',
      })
    },
    onError: (problem) => void toast(problem.message),
  })
  return (act) => {
    const wanted = act ?? acts.at(-1)
    if (wanted === undefined) return void toast(t('undoNothing'))
    const at = acts.indexOf(wanted)
    if (at >= 0) acts.splice(at, 1)
    mutate(wanted)
  }
}
