import type { ReactNode } from 'react'
import { useWords } from '../../i18n'
import { KeyCap } from '../KeyCap'
import { uiWords } from '../messages'
import { rowHeights, usePreferences } from '../preferences'
import { usePhone } from '../screen'
import { Grid } from './Grid'
import classes from './ListPage.module.css'
import { Failed, Nothing, Reading } from './ListStates'
import type { List } from './useList'

/** Least height of a row on a phone, in pixels. */
const ITEM = 66

export type AsTimeline<Row> = (rows: readonly Row[], more: () => void, goesOn: boolean) => ReactNode
type Props<Row extends { id: number }> = {
  list: List<Row>
  next: ReactNode
  setPane: (open: boolean) => void
  peek: (() => void) | null
  timeline: AsTimeline<Row> | undefined
}

/** The rows, or why there are none. */
export function ListBody<Row extends { id: number }>({ list, next, setPane, peek, timeline }: Props<Row>) {
  const { list: read, rows, page, search, filter } = list
  const { density } = usePreferences()
  const phone = usePhone()
  const height = phone ? ITEM : rowHeights[density][page.lines === 2 ? 1 : 0]
  if (read.isPending) return <Reading />
  if (read.isError && rows.length === 0) return <Failed problem={read.error} retry={() => void read.refetch()} />
  if (rows.length === 0) {
    const set = { ...page.filters(search), ...(search.q ? { q: search.q } : {}) }
    const clear = () => filter(Object.fromEntries(Object.keys(set).map((key) => [key, undefined])))
    const filtered = Object.keys(set).length > 0
    return (
      <Nothing
        filtered={filtered}
        empty={page.word('empty')}
        next={next}
        clear={clear}
        showFilters={() => setPane(true)}
      />
    )
  }
  const more = () => void (read.hasNextPage && !read.isFetchingNextPage && read.fetchNextPage())
  if (timeline)
    return (
      <div key={list.began} className={classes.timeline}>
        {timeline(rows, more, read.hasNextPage)}
      </div>
    )
  return (
    <>
      <Grid key={`${height} ${list.began}`} list={list} height={height} phone={phone} peek={peek} />
      {read.isFetchNextPageError && <Failed problem={read.error} retry={() => void read.fetchNextPage()} />}
      {!phone && <Foot list={list} peek={peek !== null} />}
    </>
  )
}

/** Under the rows: how many when all are there, and the keys that act on them. */
function Foot<Row extends { id: number }>({ list, peek }: { list: List<Row>; peek: boolean }) {
  const t = useWords(uiWords)
  const keys: readonly (readonly [string, string])[] = [
    ['ArrowUp ArrowDown', t('list.keys.move')],
    ['Enter', t('list.keys.open')],
    ['X', t('list.keys.select')],
    ...(peek ? [['Space', t('list.keys.peek')] as const] : []),
  ]
  return (
    <div className={classes.foot}>
      <span>{list.list.hasNextPage ? '' : t('list.rows', { count: list.rows.length })}</span>
      <span className={classes.keys}>
        {keys.map(([key, does]) => (
          <span key={key} className={classes.key}>
            <KeyCap keys={key} /> {does}
          </span>
        ))}
      </span>
    </div>
  )
}
