import { IconLanguage, IconPlus } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { cardSearch } from '../../ui/card/CardPage'
import { registerCommands, registerPage } from '../../ui/commands'
import { languageQueries } from './api'
import { languagePage, NewLanguageDialog } from './language.page'
import { languageWords } from './messages'

registerPage({
  to: '/languages',
  words: languageWords,
  title: 'title',
  icon: IconLanguage,
  setup: { place: 40, about: 'about' },
})
registerCommands([
  {
    id: 'languages.create',
    words: languageWords,
    label: 'action.create',
    icon: IconPlus,
    right: 'setup.edit',
    dialog: NewLanguageDialog,
  },
])

export const languageRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'languages',
    validateSearch: languagePage.search,
    component: lazyRouteComponent(() => import('./LanguageListPage'), 'LanguageListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'languages/$id',
    params: { parse: ({ id }) => ({ id: Number(id) }), stringify: ({ id }) => ({ id: String(id) }) },
    validateSearch: cardSearch,
    loader: ({ context, params }) => {
      void context.queryClient.prefetchQuery(languageQueries.one(params.id))
    },
    component: lazyRouteComponent(() => import('./LanguageCardPage'), 'LanguageCardPage'),
  }),
] as const
