import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import type { Problem } from './api/problem'
import { contactRoutes } from './features/contacts/routes'
import { groupRoutes } from './features/groups/routes'
import { homeRoutes } from './features/home/routes'
import { importRoutes } from './features/imports/routes'
import { interactionRoutes } from './features/interactions/routes'
import { languageRoutes } from './features/languages/routes'
import { recordingRoutes } from './features/recording/routes'
import { salespersonRoutes } from './features/salespeople/routes'
import { statisticsRoutes } from './features/statistics/routes'
import { templateRoutes } from './features/templates/routes'
import './features/search/commands'
import './shell/commands'
import { BrokenPage } from './shell/BrokenPage'
import { NotFoundPage } from './shell/NotFoundPage'
import { rootRoute, shellRoute } from './shell/route'
import { doorRoutes, shellRoutes } from './shell/routes'
import { noteRefusal } from './shell/session'
import { readSearch, writeSearch } from './ui/address'

const onError = (problem: unknown): void => noteRefusal(queryClient, problem)
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: { queries: { staleTime: 30_000, retry: false }, mutations: { networkMode: 'always' } },
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...doorRoutes,
    shellRoute.addChildren([
      ...shellRoutes,
      ...recordingRoutes,
      ...homeRoutes,
      ...contactRoutes,
      ...interactionRoutes,
      ...importRoutes,
      ...groupRoutes,
      ...templateRoutes,
      ...languageRoutes,
      ...salespersonRoutes,
      ...statisticsRoutes,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingMs: 250,
  scrollRestoration: true,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem
  }
}
