import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { date, minutes, money, number, time } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { CardPage } from '../../ui/card/CardPage'
import { RecordHistory } from '../../ui/card/RecordHistory'
import { Empty } from '../../ui/Empty'
import { EvaluationFace } from '../../ui/interaction/Evaluation'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import { Failed, Reading } from '../../ui/list/ListStates'
import { PageTitle } from '../../ui/PageTitle'
import { type EntryCard, interactionQueries } from './api'
import { CanceledBand } from './CanceledBand'
import { EntryActions } from './EntryActions'
import { EntryContent } from './EntryContent'
import { EntrySide } from './EntrySide'
import { EntryStates } from './EntryStates'
import { fieldName, fieldValue } from './history'
import { interactionWords } from './messages'

/** One entry of the log: what happened, its files and comments, what may be done with it. */
export function EntryPage() {
  const { id } = useParams({ from: '/shell/i/$id' })
  const t = useWords(interactionWords)
  const { data: entry, error, refetch } = useQuery(interactionQueries.one(id))
  if (entry) return <Entry key={id} entry={entry} />
  if (error === null) return <Reading />
  if (error.type !== 'entry-not-found') return <Failed problem={error} retry={() => void refetch()} />
  return (
    <>
      <PageTitle title={t('entry.tab')} />
      <Empty
        alert
        actions={
          <Button component={Link} to="/interactions" variant="light">
            {t('entry.toLog')}
          </Button>
        }
      >
        {error.message}
      </Empty>
    </>
  )
}

function Entry({ entry }: { entry: EntryCard }) {
  const t = useWords(interactionWords)
  const { company } = useSession()
  return (
    <CardPage
      crumbs={[{ label: t('title'), href: '/interactions' }, { label: number(entry.id) }]}
      glyph={<KindGlyph kind={entry.kind} flow={entry.informationFlow} failed={entry.attemptFailed} size={44} />}
      title={entry.description}
      struck={entry.canceled}
      states={<EntryStates entry={entry} />}
      line={<Line entry={entry} />}
      actions={<EntryActions entry={entry} />}
      band={entry.cancellation && <CanceledBand cancellation={entry.cancellation} />}
      strip={[
        { label: t('field.evaluation'), value: <EvaluationFace value={entry.evaluation} /> },
        { label: t('entry.effort'), value: `${minutes(entry.durationMin)} · ${money(entry.cost, company.currency)}` },
        { label: t('entry.template'), value: entry.templateCode },
      ]}
      facts={<EntrySide entry={entry} />}
      tabs={[
        { tab: 'entry', label: t('entry.tab'), content: () => <EntryContent entry={entry} /> },
        {
          tab: 'history',
          label: t('entry.history'),
          content: () => <RecordHistory record="interaction" id={entry.id} label={fieldName} show={fieldValue} />,
        },
      ]}
    />
  )
}

/** Who spoke with whom, and when. */
function Line({ entry }: { entry: EntryCard }) {
  const t = useWords(interactionWords)
  const way = entry.informationFlow === null ? 'with' : entry.informationFlow === 'inbound' ? 'from' : 'to'
  const after = [entry.salespersonName ?? entry.userName, date(entry.occurredAt), time(entry.occurredAt)]
  return (
    <>
      {t(`entry.${way}`)}{' '}
      <Link to="/contacts/$id" params={{ id: entry.contactId }}>
        {entry.contactName}
      </Link>
      {entry.companyId && entry.companyId !== entry.contactId && (
        <>
          {', '}
          <Link to="/contacts/$id" params={{ id: entry.companyId }}>
            {entry.companyName}
          </Link>
        </>
      )}
      {' · '}
      {after.filter(Boolean).join(' · ')}
    </>
  )
}
