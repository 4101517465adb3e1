import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { ago, dateTime, shortDate } from '../../i18n/format'
import { Empty } from '../Empty'
import { uiWords } from '../messages'
import classes from './HistoryTab.module.css'

export type HistoryRow = {
  /** The act's number in the journal. */
  id: number
  at: string
  who: string
  /** What was done, as a sentence in the page's language. */
  act: string
  changes: readonly { field: string; before: string | null; after: string | null }[]
  /** Until when it can be taken back; `null`: it cannot. */
  undoUntil: string | null
}
type Props = {
  rows: readonly HistoryRow[]
  /** A field's name in the page's language. */
  label: (field: string) => string
  /** Reads older acts; without it this is all. */
  more?: () => void
  /** Takes an act back. */
  takeBack: (id: number) => void
}

/** What happened to a record, newest first: when, who, what, before and after, and the act it belongs to. */
export function HistoryTab({ rows, label, more, takeBack }: Props) {
  const t = useWords(uiWords)
  if (rows.length === 0) return <Empty>{t('history.empty')}</Empty>
  return (
    <>
      <ol className={classes.acts}>
        {rows.map(({ id, at, who, act, changes, undoUntil }) => (
          <li key={id} className={classes.act}>
            <div className={classes.when}>
              <time dateTime={at} title={dateTime(at)}>
                {ago(at)}, {dateTime(at).split(', ').at(-1)}
              </time>
              <span className={classes.seal}>{t('history.seal', { id })}</span>
            </div>
            <div className={classes.what}>
              <p>
                <b>{act}</b> · {who}
              </p>
              {changes.map(({ field, before, after }) => (
                <p key={field} className={classes.change}>
                  <span className={classes.field}>{label(field)}</span>
                  <span className={classes.spoken}>{t('history.from')} </span>
                  <del>{before ?? t('history.nothing')}</del>
                  <span aria-hidden> → </span>
                  <span className={classes.spoken}> {t('history.to')} </span>
                  <ins>{after ?? t('history.nothing')}</ins>
                </p>
              ))}
              {undoUntil && (
                <p className={classes.takeBack}>
                  <Button
                    variant="default"
                    leftSection={<IconArrowBackUp size={16} aria-hidden />}
                    aria-label={t('history.takeBackOf', { act })}
                    onClick={() => takeBack(id)}
                  >
                    {t('history.takeBack')}
                  </Button>
                  <span>{t('history.takeBackUntil', { day: shortDate(undoUntil) })}</span>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      {more && (
        <Button variant="default" onClick={more}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
