import { IconBuilding, IconFileImport, IconPlus } from '@tabler/icons-react'
import { lazy } from 'react'
import { say } from '../../i18n'
import { ago } from '../../i18n/format'
import { Initials } from '../../ui/Initials'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import { savedViews } from '../../ui/list/savedViews'
import { definePage } from '../../ui/page'
import { StateBadge } from '../../ui/StateBadge'
import { type ContactRow, contactQueries, countContacts, explainContactFilter, useSalespersonChoices } from './api'
import { contactWords } from './messages'

export const NewContactDialog = lazy(() =>
  import('./NewContactDialog').then((module) => ({ default: module.NewContactDialog })),
)

const last = ({ lastInteraction }: ContactRow) =>
  lastInteraction && (
    <span title={lastInteraction.description}>
      <KindGlyph kind={lastInteraction.kind} size={22} /> {ago(lastInteraction.occurredAt)}
    </span>
  )

export const contactGlyph = ({ type, name }: { type: string; name: string }) =>
  type === 'company' ? <IconBuilding size={20} stroke={1.7} aria-hidden /> : <Initials name={name} />

export const contactPage = definePage(
  'contacts',
  contactWords,
  contactQueries.list,
  {
    open: (contact) => `/contacts/${contact.id}`,
    nameOf: (contact) => contact.name,
    firstSort: 'name',
    views: [
      { view: 'mine', search: { salespersonCode: '%mysalesperson' } },
      { view: 'companies', search: { type: 'company' } },
      { view: 'silent', search: { lastInteractionAt: "..today-90D|''" } },
      { view: 'noSalesperson', search: { salespersonCode: "''" } },
    ],
    saved: savedViews('contacts'),
    explain: explainContactFilter,
    count: countContacts,
    exportTo: (format, search, columns) =>
      `/api/contacts/export?${new URLSearchParams({ ...search, format, columns: columns.join() })}`,
    look: (contact) => (contact.privacyBlocked ? 'dim' : null),
    item: (contact) => ({
      glyph: contactGlyph(contact),
      title: contact.name,
      line: contact.companyName ?? contact.city,
      states: contact.privacyBlocked ? <StateBadge state="blocked" /> : undefined,
      end: contact.lastInteraction ? ago(contact.lastInteraction.occurredAt) : undefined,
    }),
  },
  [
    { field: 'name', width: 260, main: true, sort: true, filter: 'text', first: true },
    { field: 'companyName', width: 220, filter: 'text', first: true },
    { field: 'phone', width: 150, filter: 'text', show: (contact) => contact.phone ?? contact.mobilePhone },
    {
      field: 'salespersonCode',
      width: 80,
      filter: 'code',
      first: true,
      useChoices: () => useSalespersonChoices(),
      show: (contact) => contact.salespersonCode,
    },
    {
      field: 'lastInteractionAt',
      width: 170,
      filter: 'date',
      first: true,
      show: last,
      cell: (contact) => contact.lastInteraction?.occurredAt ?? '',
    },
    { field: 'city', width: 140, sort: true, filter: 'text', first: true },
    { field: 'no', column: 'more', width: 110, sort: true, filter: 'code' },
    {
      field: 'type',
      column: 'more',
      width: 100,
      filter: 'code',
      show: (contact) => say(contactWords, `type.${contact.type}`),
    },
    { field: 'email', column: 'more', width: 220, filter: 'text' },
    { field: 'mobilePhone', column: 'more', width: 150, filter: 'text' },
    { field: 'postCode', column: 'more', width: 90, filter: 'text' },
    { field: 'country', column: 'more', width: 90, filter: 'code' },
    { field: 'languageCode', column: 'more', width: 90, filter: 'text' },
    {
      field: 'correspondenceType',
      column: 'more',
      width: 150,
      filter: 'code',
      show: (contact) =>
        contact.correspondenceType && say(contactWords, `correspondence.${contact.correspondenceType}`),
    },
    { field: 'jobTitle', column: 'more', width: 150, filter: 'text' },
    { field: 'territory', column: 'more', width: 120, filter: 'text' },
    { field: 'vatNo', column: 'more', width: 150, filter: 'text' },
    { field: 'externalId', column: 'more', width: 120, filter: 'text' },
    {
      field: 'changedAt',
      column: 'more',
      width: 140,
      sort: true,
      filter: 'date',
      show: (contact) => ago(contact.changedAt),
    },
    { field: 'privacyBlocked', column: 'never', filter: 'yesno' },
    { action: 'create', key: 'N', icon: IconPlus, right: 'contacts.edit', dialog: NewContactDialog },
    { action: 'import', icon: IconFileImport, right: 'contacts.import', to: '/import' },
  ],
)
