import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import { Problem } from '../api/problem'
import { Frame } from './Frame'
import { Root } from './Root'
import { beginSession, sessionQuery } from './session'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
})

/** Parent of every page that needs a sign-in: waits for the session, else leads to the sign-in page and back. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Frame,
  beforeLoad: async ({ context: { queryClient }, location }) => {
    if (queryClient.getQueryData(sessionQuery.queryKey) !== undefined) return
    const session = await queryClient.fetchQuery(sessionQuery).catch((reason: unknown) => {
      if (!(reason instanceof Problem) || reason.status !== 401) throw reason
      throw redirect({ to: '/sign-in', search: { next: location.href } })
    })
    await beginSession(queryClient, session)
  },
})
