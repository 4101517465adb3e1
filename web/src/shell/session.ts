import { type QueryClient, queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { type Answer, api, type Body, unwrap } from '../api/client'
import { Problem } from '../api/problem'
import { setLanguage } from '../i18n'
import { setZone } from '../i18n/format'
import { forgetRecent } from '../ui/recent'

export type Session = Answer<'readSession'>

/** Who is signed in; a refusal 401 when nobody is. */
export const sessionQuery = queryOptions<Session, Problem>({
  queryKey: ['session'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/session', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})
/** The signed-in user and the company; only under the shell's route, which waits for them. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data

/** What the page takes over from a session: the user's language and zone. */
export async function beginSession(client: QueryClient, session: Session): Promise<void> {
  client.setQueryData(sessionQuery.queryKey, session)
  setZone(session.user.zone)
  setEnded(false)
  await setLanguage(session.user.language)
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation<Session, Problem, { email: string; password: string }>({
    mutationFn: (body) => unwrap(api.POST('/api/session', { body })),
    onSuccess: (session) => beginSession(client, session),
  })
}

/** Ends the session; nothing of it stays in the page. */
export function useSignOut() {
  return useMutation<unknown, Problem>({
    mutationFn: () => unwrap(api.DELETE('/api/session')),
    onSuccess: () => {
      forgetRecent()
      window.location.assign('/sign-in')
    },
  })
}

/** Keeps a preference: at once in the page, then on the server, one after the other; a refusal shows what is kept. */
export function useSavePreference() {
  const client = useQueryClient()
  const { mutate } = useMutation<Session, Problem, Body<'changeSession'>>({
    scope: { id: 'preferences' },
    mutationFn: (body) => unwrap(api.PATCH('/api/session', { body })),
    onMutate: async (body) => {
      client.setQueryData(
        sessionQuery.queryKey,
        (session) => session && { ...session, user: { ...session.user, ...body } },
      )
      if (body.language !== undefined) await setLanguage(body.language)
    },
    onError: () => client.invalidateQueries(sessionQuery),
  })
  return mutate
}

let ended = false
const watchers = new Set<() => void>()
function setEnded(next: boolean): void {
  ended = next
  for (const watch of watchers) watch()
}
/** Notes that the server knows this session no more; the page asks to sign in again over what is open. */
export const noteRefusal = (client: QueryClient, problem: unknown): void => {
  const signedIn = client.getQueryData(sessionQuery.queryKey) !== undefined
  if (signedIn && problem instanceof Problem && problem.type === 'sign-in-required') setEnded(true)
}
export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => ended,
  )
