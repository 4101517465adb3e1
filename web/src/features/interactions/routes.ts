import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { cardSearch } from '../../ui/card/CardPage'
import { interactionQueries } from './api'
import './commands'
import { deletionSearch } from './deletion'
import { logPage } from './log.page'

export const interactionRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'interactions',
    validateSearch: logPage.search,
    loaderDeps: ({ search }) => search,
    loader: ({ context, deps }) => {
      void context.queryClient.prefetchInfiniteQuery(logPage.query(deps))
    },
    component: lazyRouteComponent(() => import('./LogListPage'), 'LogListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'interactions/delete-canceled',
    validateSearch: deletionSearch,
    component: lazyRouteComponent(() => import('./DeleteCanceledPage'), 'DeleteCanceledPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'i/$id',
    params: { parse: ({ id }) => ({ id: Number(id) }), stringify: ({ id }) => ({ id: String(id) }) },
    validateSearch: cardSearch,
    loader: ({ context, params }) => {
      void context.queryClient.prefetchQuery(interactionQueries.one(params.id))
    },
    component: lazyRouteComponent(() => import('./EntryPage'), 'EntryPage'),
  }),
] as const
