import { IconPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import { minutes, money, number } from '../../i18n/format'
import { definePage } from '../../ui/page'
import { groupQueries } from './api'
import { groupWords } from './messages'

export const NewGroupDialog = lazy(() =>
  import('./NewGroupDialog').then((module) => ({ default: module.NewGroupDialog })),
)

export const groupPage = definePage(
  'groups',
  groupWords,
  groupQueries.list,
  {
    open: (row) => `/groups/${row.id}`,
    nameOf: (row) => row.description,
    firstSort: 'code',
    views: [{ view: 'closed', search: { closedAt: 'yes' } }],
    look: (row) => (row.closedAt === null ? null : 'dim'),
    item: (row) => ({ title: row.description, line: row.code }),
  },
  [
    { field: 'code', width: 140, main: true },
    { field: 'description', width: 260 },
    { field: 'templates', width: 100, end: true },
    { field: 'interactions', width: 120, end: true, show: (row) => number(row.interactions) },
    { field: 'cost', width: 120, end: true, show: (row) => money(row.cost) },
    { field: 'durationMin', width: 120, end: true, show: (row) => minutes(row.durationMin) },
    { field: 'closedAt', column: 'never', filter: 'yesno' },
    { action: 'create', key: 'N', icon: IconPlus, right: 'templates.edit', dialog: NewGroupDialog },
  ],
)
