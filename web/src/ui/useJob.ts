import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, unwrap } from '../api/client'
import type { Problem } from '../api/problem'

export type Job = Answer<'readProgress'>
const EVERY_MS = 700
const ends = (job: Job | undefined) => job !== undefined && job.state !== 'waiting' && job.state !== 'running'

/** A long act of the signed-in user while it goes on, and the way to stop it at its next step. `null` asks for none. */
export function useJob(id: number | null): { job: Job | undefined; problem: Problem | null; stop: () => void } {
  const client = useQueryClient()
  const queryKey = ['progress', 'one', id]
  const { data, error } = useQuery<Job, Problem>({
    queryKey,
    queryFn: ({ signal }) => unwrap(api.GET('/api/progress/{id}', { params: { path: { id: id ?? 0 } }, signal })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (ends(state.data) ? false : EVERY_MS),
  })
  const { mutate } = useMutation<Job, Problem, number>({
    mutationFn: (job) => unwrap(api.POST('/api/progress/{id}/stop', { params: { path: { id: job } } })),
    onSuccess: (job) => client.setQueryData(queryKey, job),
  })
  return { job: data, problem: error, stop: () => id !== null && mutate(id) }
}
