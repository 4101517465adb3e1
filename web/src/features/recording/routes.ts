import { IconBolt, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { shellRoute } from '../../shell/route'
import { registerBright, registerCommands, registerPage } from '../../ui/commands'
import { recordingQueries } from './api'
import { recordingWords } from './messages'

const QuickLogDialog = lazy(async () => ({ default: (await import('./QuickLogDialog')).QuickLogDialog }))
const useDraftCount = () => useQuery(recordingQueries.count).data || null

registerBright({
  id: 'record.quick',
  words: recordingWords,
  label: 'log',
  keys: 'L',
  icon: IconBolt,
  dialog: QuickLogDialog,
})
registerCommands([
  {
    id: 'record.guide',
    words: recordingWords,
    label: 'guide',
    keys: 'Shift+L',
    icon: IconPlus,
    right: 'interactions.record',
    to: (path) => `/record${/^\/contacts\/\d+$/.test(path) ? `?contact=${path.split('/')[2]}` : ''}`,
  },
])
registerPage({
  to: '/postponed',
  words: recordingWords,
  title: 'postponed.nav',
  also: 'postponed.title',
  icon: IconPencil,
  chord: 'G P',
  nav: 40,
  useCount: useDraftCount,
})

const text = (keys: readonly string[]) => (raw: Record<string, unknown>) =>
  Object.fromEntries(
    keys.flatMap((key) =>
      typeof raw[key] === 'string' || typeof raw[key] === 'number' ? [[key, String(raw[key])]] : [],
    ),
  ) as Record<string, string>

export const recordingRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'record',
    validateSearch: text(['draft', 'contact', 'salesperson', 'follows', 'kind']),
    component: lazyRouteComponent(() => import('./RecordPage'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'postponed',
    validateSearch: text(['whose']),
    component: lazyRouteComponent(() => import('./PostponedPage'), 'PostponedPage'),
  }),
] as const
