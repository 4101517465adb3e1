import { IconPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import { definePage } from '../../ui/page'
import { languageQueries } from './api'
import { languageWords } from './messages'

export const NewLanguageDialog = lazy(() =>
  import('./NewLanguageDialog').then((module) => ({ default: module.NewLanguageDialog })),
)

export const languagePage = definePage(
  'languages',
  languageWords,
  languageQueries.list,
  {
    open: (row) => `/languages/${row.id}`,
    nameOf: (row) => row.name,
    firstSort: 'code',
    views: [{ view: 'closed', search: { closedAt: 'yes' } }],
    look: (row) => (row.closedAt === null ? null : 'dim'),
    item: (row) => ({ title: row.name, line: row.code }),
  },
  [
    { field: 'code', width: 140, main: true },
    { field: 'name', width: 260 },
    { field: 'erpCode', width: 140 },
    { field: 'closedAt', column: 'never', filter: 'yesno' },
    { action: 'create', key: 'N', icon: IconPlus, right: 'setup.edit', dialog: NewLanguageDialog },
  ],
)
