import { Drawer, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import { KeyCap } from '../KeyCap'
import { uiWords } from '../messages'
import { PageTitle } from '../PageTitle'
import type { Page } from '../page'
import { rowHeights, usePreferences } from '../preferences'
import { useShortcut } from '../shortcuts'
import { ListButton } from './Actions'
import { ExportMenu } from './ExportMenu'
import { FilterPane } from './FilterPane'
import { Grid } from './Grid'
import classes from './ListPage.module.css'
import { Failed, Nothing, Reading } from './ListStates'
import { RowActions } from './RowActions'
import { ToolBar } from './ToolBar'
import { type List, useList } from './useList'
import { ViewTabs } from './ViewTabs'

/** Least height of a row on a phone, in pixels. */
const ITEM = 66

type Props<Row extends { id: number }> = {
  page: Page<Row>
  /** The row at hand, at the side. */
  peek?: (row: Row) => ReactNode
  /** The same rows as a timeline; it calls `more` when its end comes near and the list goes on. */
  timeline?: (rows: readonly Row[], more: () => void, goesOn: boolean) => ReactNode
  /** What comes next while the list is empty: buttons. */
  next?: ReactNode
  /** Above the rows: a notice, a quick line. */
  above?: ReactNode
}

/** The page of a list, whole, from the page's one array. All its state is in the address. */
export function ListPage<Row extends { id: number }>({ page, peek, timeline, next, above }: Props<Row>) {
  const t = useWords(uiWords)
  const list = useList(page)
  const { search, look } = list
  const wide = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false }) === true
  const pane = search.pane === 'filters'
  const peeking = peek !== undefined && search.peek === 'yes'
  const setPane = (open: boolean) => look({ pane: open ? 'filters' : undefined })
  const setPeek = (open: boolean) => look({ peek: open ? 'yes' : undefined })
  const asTimeline = timeline !== undefined && search.as === 'timeline'
  const switchLook = () => look({ as: asTimeline ? undefined : 'timeline' })
  useShortcut(timeline ? { keys: 'V', label: t('key.look'), run: switchLook } : null)
  const filters = <FilterPane list={list} />
  const peeked = peek && (list.activeRow ? peek(list.activeRow) : <p className={classes.hint}>{t('list.noPeek')}</p>)
  return (
    <div className={classes.page}>
      <PageTitle
        title={page.word('title')}
        about={page.word('about')}
        beside={<Count list={list} />}
        actions={
          <>
            {timeline && (
              <SegmentedControl
                aria-label={t('list.look')}
                value={asTimeline ? 'timeline' : 'table'}
                onChange={switchLook}
                data={[
                  { value: 'table', label: t('list.table') },
                  { value: 'timeline', label: t('list.timeline') },
                ]}
              />
            )}
            <ExportMenu list={list} />
            {page.listActions.map((action) => (
              <ListButton key={action.action} list={list} action={action} />
            ))}
          </>
        }
      />
      <ViewTabs list={list} />
      <ToolBar list={list} pane={pane} setPane={setPane} />
      {above}
      <div className={classes.body} data-pane={(pane && wide) || undefined} data-peek={(peeking && wide) || undefined}>
        {pane && wide && (
          <aside className={classes.side} aria-label={t('list.filters')}>
            <PaneHead list={list} />
            {filters}
          </aside>
        )}
        <div className={classes.rows}>
          <Body
            list={list}
            next={next}
            setPane={setPane}
            peek={peek ? () => setPeek(!peeking) : null}
            timeline={asTimeline ? timeline : undefined}
          />
          <RowActions list={list} />
        </div>
        {peeking && wide && (
          <aside className={classes.side} aria-label={t('list.peek')}>
            {peeked}
          </aside>
        )}
      </div>
      <Drawer
        opened={pane && !wide}
        onClose={() => setPane(false)}
        title={<PaneHead list={list} />}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {filters}
      </Drawer>
      <Drawer
        opened={peeking && !wide}
        onClose={() => setPeek(false)}
        position="right"
        title={t('list.peek')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {peeked}
      </Drawer>
    </div>
  )
}

type BodyProps<Row extends { id: number }> = {
  list: List<Row>
  next: ReactNode
  setPane: (open: boolean) => void
  peek: (() => void) | null
  timeline: Props<Row>['timeline']
}

/** The rows, or why there are none. */
function Body<Row extends { id: number }>({ list, next, setPane, peek, timeline }: BodyProps<Row>) {
  const { list: read, rows, page, search, filter } = list
  const { density } = usePreferences()
  const phone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false }) === true
  const height = phone ? ITEM : rowHeights[density][page.lines === 2 ? 1 : 0]
  if (read.isPending) return <Reading />
  if (read.isError && rows.length === 0) return <Failed problem={read.error} retry={() => void read.refetch()} />
  if (rows.length === 0) {
    const set = { ...page.filters(search), ...(search.q ? { q: search.q } : {}) }
    const clear = () => filter(Object.fromEntries(Object.keys(set).map((key) => [key, undefined])))
    return (
      <Nothing
        filtered={Object.keys(set).length > 0}
        empty={page.word('empty')}
        next={next}
        clear={clear}
        showFilters={() => setPane(true)}
      />
    )
  }
  const more = () => void (read.hasNextPage && !read.isFetchingNextPage && read.fetchNextPage())
  if (timeline) return <div className={classes.timeline}>{timeline(rows, more, read.hasNextPage)}</div>
  return (
    <>
      <Grid key={height} list={list} height={height} phone={phone} peek={peek} />
      {read.isFetchNextPageError && <Failed problem={read.error} retry={() => void read.fetchNextPage()} />}
      <Foot list={list} peek={peek !== null} />
    </>
  )
}

/** The number of rows that the filters find, when it has come. */
function Count<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const { page, search } = list
  const { sort: _, ...chosen } = page.chosen(search)
  const { data } = useQuery<{ count: number; more: boolean }, Problem>({
    queryKey: [page.name, 'count', chosen],
    queryFn: ({ signal }) => page.count?.(chosen, signal) ?? { count: 0, more: false },
    enabled: page.count !== undefined,
  })
  return (
    <span role="status" className={classes.count}>
      {data && (data.more ? t('list.rowsMore', { count: data.count }) : number(data.count))}
    </span>
  )
}

/** Under the rows: the keys that act on them. */
function Foot<Row extends { id: number }>({ list, peek }: { list: List<Row>; peek: boolean }) {
  const t = useWords(uiWords)
  const keys = [
    ['ArrowUp ArrowDown', t('list.keys.move')],
    ['Enter', t('list.keys.open')],
    ['X', t('list.keys.select')],
    ...(peek ? [['Space', t('list.keys.peek')]] : []),
  ] as const
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

function PaneHead<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const set = Object.keys(list.page.filters(list.search))
  return (
    <div className={classes.paneHead}>
      <h2 className={classes.paneTitle}>{t('list.filters')}</h2>
      {set.length > 0 && (
        <button
          type="button"
          className={classes.clear}
          onClick={() => list.filter(Object.fromEntries(set.map((field) => [field, undefined])))}
        >
          {t('list.clearAll')}
        </button>
      )}
    </div>
  )
}
