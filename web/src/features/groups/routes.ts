import { IconPlus, IconStack2 } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { cardSearch } from '../../ui/card/CardPage'
import { registerCommands, registerPage } from '../../ui/commands'
import { groupQueries } from './api'
import { groupPage, NewGroupDialog } from './group.page'
import { groupWords } from './messages'

registerPage({
  to: '/groups',
  words: groupWords,
  title: 'title',
  icon: IconStack2,
  setup: { place: 20, about: 'about' },
})
registerCommands([
  {
    id: 'groups.create',
    words: groupWords,
    label: 'action.create',
    icon: IconPlus,
    right: 'templates.edit',
    dialog: NewGroupDialog,
  },
])

export const groupRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'groups',
    validateSearch: groupPage.search,
    component: lazyRouteComponent(() => import('./GroupListPage'), 'GroupListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'groups/$id',
    params: { parse: ({ id }) => ({ id: Number(id) }), stringify: ({ id }) => ({ id: String(id) }) },
    validateSearch: cardSearch,
    loader: ({ context, params }) => {
      void context.queryClient.prefetchQuery(groupQueries.one(params.id))
    },
    component: lazyRouteComponent(() => import('./GroupCardPage'), 'GroupCardPage'),
  }),
] as const
