import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, type Body, ifMatch, unwrap } from '../api/client'
import type { Problem } from '../api/problem'

type Setup = Answer<'readSetup'>

/** What the company has set up for all its users. */
export const setupQuery = queryOptions<Setup, Problem>({
  queryKey: ['setup'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/setup', { signal })),
})

/** Changes the set-up over the version that was seen. */
export function useSaveSetup() {
  const client = useQueryClient()
  return useMutation<Setup, Problem, { version: number; body: Body<'changeSetup'> }>({
    mutationFn: ({ version, body }) => unwrap(api.PATCH('/api/setup', { headers: ifMatch(version), body })),
    onSuccess: (saved) => client.setQueryData(setupQuery.queryKey, saved),
  })
}
