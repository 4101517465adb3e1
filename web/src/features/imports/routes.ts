import { IconFileImport } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../shell/route'
import { registerPage } from '../../ui/commands'
import { importWords } from './messages'

registerPage({
  to: '/import',
  words: importWords,
  title: 'title',
  icon: IconFileImport,
  right: 'contacts.import',
  setup: { place: 50, about: 'about' },
})

export const importRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'import',
    validateSearch: (raw: Record<string, unknown>): { import?: string } =>
      typeof raw.import === 'string' ? { import: raw.import } : {},
    component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
  }),
] as const
