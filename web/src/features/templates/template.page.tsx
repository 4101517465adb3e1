import { IconPaperclip, IconPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import { say } from '../../i18n'
import { money, number } from '../../i18n/format'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import { definePage } from '../../ui/page'
import { templateQueries } from './api'
import { templateWords } from './messages'

export const NewTemplateDialog = lazy(() =>
  import('./NewTemplateDialog').then((module) => ({ default: module.NewTemplateDialog })),
)

export const templatePage = definePage(
  'templates',
  templateWords,
  templateQueries.list,
  {
    open: (template) => `/templates/${template.id}`,
    nameOf: (template) => template.description ?? template.code,
    firstSort: 'code',
    views: [{ view: 'closed', search: { closedAt: 'yes' } }],
    look: (template) => (template.closedAt === null ? null : 'dim'),
    item: (template) => ({
      glyph: <KindGlyph kind={template.kind} flow={template.informationFlow} size={32} />,
      title: template.description ?? template.code,
      line: `${template.code} · ${template.groupCode}`,
      end: number(template.used),
    }),
  },
  [
    { field: 'code', width: 150, main: true },
    { field: 'description', width: 240 },
    { field: 'groupCode', width: 120 },
    { field: 'kind', width: 120, show: (template) => say(templateWords, `kind.${template.kind}`) },
    {
      field: 'correspondenceType',
      width: 150,
      show: (template) =>
        template.correspondenceType && say(templateWords, `correspondence.${template.correspondenceType}`),
    },
    {
      field: 'languages',
      width: 110,
      show: (template) => template.languages.flatMap(({ languageCode }) => languageCode ?? []).join(', '),
    },
    {
      field: 'attachment',
      width: 100,
      show: (template) =>
        template.languages.some(({ attachment }) => attachment !== null) && (
          <IconPaperclip size={16} aria-label={say(templateWords, 'yes')} />
        ),
    },
    { field: 'unitCost', width: 110, end: true, show: (template) => money(template.unitCost) },
    { field: 'unitDurationMin', width: 110, end: true },
    {
      field: 'informationFlow',
      width: 120,
      show: (template) => template.informationFlow && say(templateWords, `flow.${template.informationFlow}`),
    },
    {
      field: 'initiatedBy',
      width: 110,
      show: (template) => template.initiatedBy && say(templateWords, `by.${template.initiatedBy}`),
    },
    { field: 'used', width: 110, end: true, show: (template) => number(template.used) },
    { field: 'closedAt', column: 'never', filter: 'yesno' },
    { action: 'create', key: 'N', icon: IconPlus, right: 'templates.edit', dialog: NewTemplateDialog },
  ],
)
