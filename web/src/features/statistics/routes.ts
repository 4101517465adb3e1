import { IconChartBar } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { registerPage } from '../../ui/commands'
import { statisticsQueries } from './api'
import { statisticsWords } from './messages'
import { stateOf, statisticsSearch } from './state'

registerPage({
  to: '/statistics',
  words: statisticsWords,
  title: 'title',
  icon: IconChartBar,
  chord: 'G R',
  nav: 90,
  under: 'know',
  right: 'interactions.read',
})

export const statisticsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'statistics',
    validateSearch: statisticsSearch,
    loaderDeps: ({ search }) => search,
    loader: ({ context, deps }) => {
      const { asked, by } = stateOf(deps)
      void context.queryClient.prefetchQuery(statisticsQueries.figures(asked))
      void context.queryClient.prefetchQuery(statisticsQueries.table(asked, by))
    },
    component: lazyRouteComponent(() => import('./StatisticsPage'), 'StatisticsPage'),
  }),
] as const
