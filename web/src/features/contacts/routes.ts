import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { cardSearch } from '../../ui/card/CardPage'
import { contactQueries } from './api'
import './commands'
import { contactPage } from './contact.page'

export const contactRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'contacts',
    validateSearch: contactPage.search,
    loaderDeps: ({ search }) => search,
    loader: ({ context, deps }) => {
      void context.queryClient.prefetchInfiniteQuery(contactPage.query(deps))
    },
    component: lazyRouteComponent(() => import('./ContactListPage'), 'ContactListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'contacts/$id',
    params: { parse: ({ id }) => ({ id: Number(id) }), stringify: ({ id }) => ({ id: String(id) }) },
    validateSearch: cardSearch,
    loader: ({ context, params }) => {
      void context.queryClient.prefetchQuery(contactQueries.one(params.id))
    },
    component: lazyRouteComponent(() => import('./ContactCardPage'), 'ContactCardPage'),
  }),
] as const
