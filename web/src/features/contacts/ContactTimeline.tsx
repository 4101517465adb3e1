import { SegmentedControl, Switch } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, unwrap } from '../../api/client'
import { useWords } from '../../i18n'
import { minutes, time } from '../../i18n/format'
import { Empty } from '../../ui/Empty'
import { Timeline } from '../../ui/interaction/Timeline'
import { TimelineItem } from '../../ui/interaction/TimelineItem'
import { Failed, Reading } from '../../ui/list/ListStates'
import { keysetQuery } from '../../ui/page'
import { StateBadge } from '../../ui/StateBadge'
import type { Contact } from './api'
import classes from './ContactCardPage.module.css'
import { contactWords } from './messages'

type Row = Answer<'listInteractions'>['items'][number]
const kinds = ['call', 'mail', 'letter', 'meeting', 'document', 'note'] as const

const entriesOf = (owner: object, filters: object) =>
  keysetQuery<Row>(['interactions', 'timeline', owner, filters], (after, signal) =>
    unwrap(
      api.GET('/api/interactions', {
        params: { query: { ...owner, ...filters, ...(after ? { after } : {}) } },
        signal,
      }),
    ),
  )

/** Everything that passed between us and a contact, newest first; of a company with its people's. */
export function ContactTimeline({ contact }: { contact: Contact }) {
  const t = useWords(contactWords)
  const [kind, setKind] = useState('')
  const [people, setPeople] = useState(true)
  const [canceled, setCanceled] = useState(true)
  const owner = contact.type === 'company' && people ? { companyId: contact.id } : { contactId: contact.id }
  const list = useInfiniteQuery(entriesOf(owner, { ...(kind && { kind }), ...(!canceled && { canceled: 'no' }) }))
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('field.type')}
          value={kind}
          onChange={setKind}
          data={[
            { value: '', label: t('timeline.all') },
            ...kinds.map((one) => ({ value: one, label: t(`kind.${one}`) })),
          ]}
        />
        {contact.type === 'company' && (
          <Switch
            label={t('timeline.withPeople')}
            checked={people}
            onChange={(event) => setPeople(event.currentTarget.checked)}
          />
        )}
        <Switch
          label={t('timeline.canceled')}
          checked={canceled}
          onChange={(event) => setCanceled(event.currentTarget.checked)}
        />
      </div>
      {list.isPending ? (
        <Reading />
      ) : list.isError ? (
        <Failed problem={list.error} retry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty>{t('timeline.empty')}</Empty>
      ) : (
        <Timeline
          label={t('timeline.label')}
          rows={rows}
          at={(row) => row.occurredAt}
          open={(row) => `/i/${row.id}`}
          goesOn={list.hasNextPage}
          more={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage()
          }}
        >
          {(row) => (
            <TimelineItem
              kind={row.kind}
              flow={row.informationFlow}
              title={row.description}
              href={`/i/${row.id}`}
              failed={row.attemptFailed}
              canceled={row.canceled}
              states={
                <>
                  {row.canceled && <StateBadge state="canceled" />}
                  {row.attemptFailed && <StateBadge state="failed" />}
                </>
              }
              meta={t('timeline.by', {
                contact: row.contactName,
                salesperson: row.salespersonName ?? row.userName ?? '',
              })}
              when={`${time(row.occurredAt)}${row.durationMin > 0 ? ` · ${minutes(row.durationMin)}` : ''}`}
              evaluation={row.evaluation}
            />
          )}
        </Timeline>
      )}
    </>
  )
}
