import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { date, dateTime } from '../../i18n/format'
import { Panel } from '../../ui/card/Facts'
import { Failed } from '../../ui/list/ListStates'
import { uiWords } from '../../ui/messages'
import { interactionQueries, type PastDeletion } from './api'
import classes from './DeleteCanceledPage.module.css'
import { fieldName } from './history'
import { interactionWords } from './messages'

/** What went before, newest first: when, who asked for it or by which rule, what was asked for, how many entries went. */
export function PastDeletions() {
  const t = useWords(interactionWords)
  const ui = useWords(uiWords)
  const past = useInfiniteQuery(interactionQueries.pastDeletions)
  if (past.isError) return <Failed problem={past.error} retry={() => void past.refetch()} />
  const rows = past.data?.pages.flatMap(({ items }) => items) ?? []
  if (rows.length === 0) return null
  return (
    <Panel title={t('delete.past')}>
      <ul className={classes.past}>
        {rows.map((row) => (
          <Past key={row.progressId} row={row} />
        ))}
      </ul>
      {past.hasNextPage && (
        <Button variant="default" onClick={() => void past.fetchNextPage()}>
          {ui('more')}
        </Button>
      )}
    </Panel>
  )
}

function Past({ row: { at, userName, retentionMonths, filter, state, count } }: { row: PastDeletion }) {
  const t = useWords(interactionWords)
  const who =
    retentionMonths === null ? (userName ?? t('entry.somebody')) : t('delete.rule', { count: retentionMonths })
  const asked = Object.entries(filter).map(([field, text]) =>
    t('delete.asked', { field: field === 'q' ? t('search') : fieldName(field), text: inWords(String(text)) }),
  )
  return (
    <li className={classes.pastRow}>
      <time className={classes.line} dateTime={at}>
        {dateTime(at)}
      </time>
      <span className={classes.pastWhat}>
        <b>{who}</b>
        <span className={classes.line}>{asked.length === 0 ? t('delete.askedAll') : asked.join(' · ')}</span>
      </span>
      <span className={classes.pastCount}>
        {t('delete.gone', { count })}
        {state !== 'done' && <span className={classes.line}> {t(`delete.state.${state}`)}</span>}
      </span>
    </li>
  )
}

/** An expression as it was written, its days as people write them. */
const inWords = (text: string): string => text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => date(day))
