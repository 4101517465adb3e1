import { IconPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import { definePage } from '../../ui/page'
import { salespersonQueries } from './api'
import { salespersonWords } from './messages'

export const NewSalespersonDialog = lazy(() =>
  import('./NewSalespersonDialog').then((module) => ({ default: module.NewSalespersonDialog })),
)

export const salespersonPage = definePage(
  'salespeople',
  salespersonWords,
  salespersonQueries.list,
  {
    open: (row) => `/salespeople/${row.id}`,
    nameOf: (row) => row.name,
    firstSort: 'code',
    views: [{ view: 'closed', search: { closedAt: 'yes' } }],
    look: (row) => (row.closedAt === null ? null : 'dim'),
    item: (row) => ({ title: row.name, line: row.code }),
  },
  [
    { field: 'code', width: 120, main: true },
    { field: 'name', width: 240 },
    { field: 'jobTitle', width: 180 },
    { field: 'email', width: 240 },
    { field: 'phone', width: 160 },
    { field: 'closedAt', column: 'never', filter: 'yesno' },
    { action: 'create', key: 'N', icon: IconPlus, right: 'setup.edit', dialog: NewSalespersonDialog },
  ],
)
