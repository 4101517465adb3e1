import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { Empty } from '../Empty'
import { uiWords } from '../messages'
import classes from './ListPage.module.css'

/** Eight grey rows of the final height, seen only when reading takes longer than 250 ms. */
export function Reading() {
  const t = useWords(uiWords)
  return (
    <div className={classes.reading} role="status" aria-busy aria-label={t('loading')}>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((row) => (
        <Skeleton key={row} className={classes.grey ?? ''} />
      ))}
    </div>
  )
}

/** Why the list could not be read, and the way out. */
export function Failed({ problem, retry }: { problem: Problem; retry: () => void }) {
  const t = useWords(uiWords)
  return (
    <Empty
      alert
      actions={
        <Button variant="default" onClick={retry}>
          {t('retry')}
        </Button>
      }
    >
      {t('list.failed')} {problem.message}
      {problem.instance && <small className={classes.request}>{t('list.requestId', { id: problem.instance })}</small>}
    </Empty>
  )
}

/** Nothing was found: either nothing is there yet, or the filters leave nothing. */
export function Nothing({
  filtered,
  empty,
  next,
  clear,
  showFilters,
}: {
  filtered: boolean
  empty: string
  next: ReactNode
  clear: () => void
  showFilters: () => void
}) {
  const t = useWords(uiWords)
  if (!filtered) return <Empty actions={next}>{empty}</Empty>
  return (
    <Empty
      actions={
        <>
          <Button variant="light" onClick={clear}>
            {t('list.clearFilters')}
          </Button>
          <Button variant="default" onClick={showFilters}>
            {t('list.showFilters')}
          </Button>
        </>
      }
    >
      {t('list.noMatch')}
    </Empty>
  )
}
