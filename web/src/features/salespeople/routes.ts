import { IconPlus, IconUserStar } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { cardSearch } from '../../ui/card/CardPage'
import { registerCommands, registerPage } from '../../ui/commands'
import { salespersonQueries } from './api'
import { salespersonWords } from './messages'
import { NewSalespersonDialog, salespersonPage } from './salesperson.page'

registerPage({
  to: '/salespeople',
  words: salespersonWords,
  title: 'title',
  icon: IconUserStar,
  setup: { place: 30, about: 'about' },
})
registerCommands([
  {
    id: 'salespeople.create',
    words: salespersonWords,
    label: 'action.create',
    icon: IconPlus,
    right: 'setup.edit',
    dialog: NewSalespersonDialog,
  },
])

export const salespersonRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'salespeople',
    validateSearch: salespersonPage.search,
    component: lazyRouteComponent(() => import('./SalespersonListPage'), 'SalespersonListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'salespeople/$id',
    params: { parse: ({ id }) => ({ id: Number(id) }), stringify: ({ id }) => ({ id: String(id) }) },
    validateSearch: cardSearch,
    loader: ({ context, params }) => {
      void context.queryClient.prefetchQuery(salespersonQueries.one(params.id))
    },
    component: lazyRouteComponent(() => import('./SalespersonCardPage'), 'SalespersonCardPage'),
  }),
] as const
