import { IconSun } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { registerPage } from '../../ui/commands'
import { homeWords } from './messages'

registerPage({
  to: '/',
  words: homeWords,
  title: 'title',
  icon: IconSun,
  chord: 'G H',
  nav: 10,
  phone: { place: 1, title: 'today' },
})

export const homeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
  }),
] as const
