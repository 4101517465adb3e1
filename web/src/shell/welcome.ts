import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type Body, unwrap } from '../api/client'
import type { Problem } from '../api/problem'
import { beginSession, type Session } from './session'

export type FirstAdministrator = Omit<Body<'welcome'>, 'token'>

/** Whether the link printed at the first start can still be used. */
export const welcomeQuery = (token: string) =>
  queryOptions<{ valid: boolean }, Problem>({
    queryKey: ['welcome', token],
    queryFn: ({ signal }) => unwrap(api.GET('/api/welcome', { params: { query: { token } }, signal })),
    retry: false,
  })

/** Makes the first administrator and the company, and signs in. */
export function useWelcome(token: string) {
  const client = useQueryClient()
  return useMutation<Session, Problem, FirstAdministrator>({
    mutationFn: (body) => unwrap(api.POST('/api/welcome', { body: { token, ...body } })),
    onSuccess: (session) => beginSession(client, session),
  })
}
