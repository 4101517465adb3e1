import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n'
import { date, dateTime, minutes, money, time } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { Facts } from '../../ui/card/Facts'
import type { Entry } from './api'
import { interactionWords } from './messages'

/** What is known of an entry, name and value; what is blank is left out. */
export function EntryFacts({ entry }: { entry: Entry }) {
  const t = useWords(interactionWords)
  const { company } = useSession()
  const flow = entry.informationFlow && t(`value.${entry.informationFlow}`)
  const facts: readonly { label: string; value: ReactNode }[] = [
    { label: t('entry.when'), value: `${date(entry.occurredAt)}, ${time(entry.occurredAt)}` },
    {
      label: t('entry.contact'),
      value: (
        <Link to="/contacts/$id" params={{ id: entry.contactId }}>
          {entry.contactName}
        </Link>
      ),
    },
    {
      label: t('entry.company'),
      value: entry.companyId !== entry.contactId && entry.companyId && (
        <Link to="/contacts/$id" params={{ id: entry.companyId }}>
          {entry.companyName}
        </Link>
      ),
    },
    { label: t('field.salespersonCode'), value: entry.salespersonName },
    { label: t('entry.template'), value: `${entry.templateCode} · ${entry.groupCode}` },
    {
      label: t('entry.flow'),
      value: flow && entry.initiatedBy ? t('entry.flowBy', { flow, by: t(`entry.by.${entry.initiatedBy}`) }) : flow,
    },
    {
      label: t('field.correspondenceType'),
      value: entry.correspondenceType && t(`value.${entry.correspondenceType}`),
    },
    { label: t('entry.effort'), value: `${minutes(entry.durationMin)} · ${money(entry.cost, company.currency)}` },
    { label: t('field.languageCode'), value: entry.languageCode },
    { label: t('entry.reach'), value: entry.contactVia },
    {
      label: t('entry.recorded'),
      value: t('entry.recordedBy', { when: dateTime(entry.recordedAt), who: entry.userName ?? t('entry.somebody') }),
    },
  ]
  return <Facts facts={facts.filter(({ value }) => value)} />
}
