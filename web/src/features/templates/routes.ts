import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { cardSearch } from '../../ui/card/CardPage'
import { registerCommands, registerPage } from '../../ui/commands'
import { templateQueries } from './api'
import { templateWords } from './messages'
import { NewTemplateDialog, templatePage } from './template.page'

registerPage({
  to: '/templates',
  words: templateWords,
  title: 'title',
  icon: IconTemplate,
  setup: { place: 10, about: 'about' },
})
registerCommands([
  {
    id: 'templates.create',
    words: templateWords,
    label: 'action.create',
    icon: IconPlus,
    right: 'templates.edit',
    dialog: NewTemplateDialog,
  },
])

export const templateRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'templates',
    validateSearch: templatePage.search,
    component: lazyRouteComponent(() => import('./TemplateListPage'), 'TemplateListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'templates/$id',
    params: { parse: ({ id }) => ({ id: Number(id) }), stringify: ({ id }) => ({ id: String(id) }) },
    validateSearch: cardSearch,
    loader: ({ context, params }) => {
      void context.queryClient.prefetchQuery(templateQueries.one(params.id))
    },
    component: lazyRouteComponent(() => import('./TemplateCardPage'), 'TemplateCardPage'),
  }),
] as const
