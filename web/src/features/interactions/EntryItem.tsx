import type { ReactNode } from 'react'
import { useWords } from '../../i18n'
import { minutes, time } from '../../i18n/format'
import { TimelineItem } from '../../ui/interaction/TimelineItem'
import type { Entry } from './api'
import { EntryStates } from './EntryStates'
import { employerOf } from './employer'
import { FileCount } from './FileCount'
import { interactionWords } from './messages'

/** An entry of the log as one item of a history. */
export function EntryItem({ entry, actions, found }: { entry: Entry; actions?: ReactNode; found?: ReactNode }) {
  const t = useWords(interactionWords)
  const contact = [entry.contactName, employerOf(entry)].filter(Boolean).join(', ')
  const salesperson = entry.salespersonName ?? entry.userName
  const length = entry.durationMin > 0 ? ` · ${minutes(entry.durationMin)}` : ''
  return (
    <TimelineItem
      kind={entry.kind}
      flow={entry.informationFlow}
      title={entry.description}
      href={`/i/${entry.id}`}
      failed={entry.attemptFailed}
      canceled={entry.canceled}
      states={
        <>
          <EntryStates entry={entry} />
          <FileCount entry={entry} />
        </>
      }
      meta={salesperson ? t('by', { contact, salesperson }) : contact}
      when={`${time(entry.occurredAt)}${length}`}
      evaluation={entry.evaluation}
      actions={actions}
    >
      {found}
    </TimelineItem>
  )
}
