import { lazy, type ReactNode, Suspense } from 'react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { Page } from '../page'
import { useWide } from '../screen'
import { useShortcut } from '../shortcuts'
import { type AsTimeline, ListBody } from './ListBody'
import { ListHead } from './ListHead'
import classes from './ListPage.module.css'
import { NewInList } from './NewRows'
import { RowActions } from './RowActions'
import { ToolBar } from './ToolBar'
import { useList } from './useList'
import { ViewTabs } from './ViewTabs'

const FilterPane = lazy(() => import('./FilterPane').then((module) => ({ default: module.FilterPane })))
const SidePane = lazy(() => import('./SidePane').then((module) => ({ default: module.SidePane })))
const SideDrawer = lazy(() => import('../SideDrawer').then((module) => ({ default: module.SideDrawer })))

type Props<Row extends { id: number }> = {
  page: Page<Row>
  /** The row at hand, at the side. */
  peek?: (row: Row) => ReactNode
  /** The same rows as a timeline; it calls `more` when its end comes near and the list goes on. */
  timeline?: AsTimeline<Row>
  /** What comes next while the list is empty: buttons. */
  next?: ReactNode
  /** Above the rows: a notice, a quick line. */
  above?: ReactNode
}

/** The page of a list, whole, from the page's one array. All its state is in the address. */
export function ListPage<Row extends { id: number }>({ page, peek, timeline, next, above }: Props<Row>) {
  const t = useWords(uiWords)
  const list = useList(page)
  const wide = useWide()
  const { search, look } = list
  const pane = search.pane === 'filters'
  const peeking = peek !== undefined && search.peek === 'yes'
  const asTimeline = timeline !== undefined && search.as === 'timeline'
  const setPane = (open: boolean) => look({ pane: open ? 'filters' : undefined })
  const setPeek = (open: boolean) => look({ peek: open ? 'yes' : undefined })
  const change = () => look({ as: asTimeline ? undefined : 'timeline' })
  const peeked = peek && (list.activeRow ? peek(list.activeRow) : <p className={classes.hint}>{t('list.noPeek')}</p>)
  const out = list.selection ? list.clear : pane ? () => setPane(false) : peeking ? () => setPeek(false) : null
  useShortcut(out && { keys: 'Escape', label: t('key.escape'), run: out })
  return (
    <div className={classes.page}>
      <ListHead list={list} look={timeline ? { timeline: asTimeline, change } : null} />
      <ViewTabs list={list} />
      <ToolBar list={list} pane={pane} setPane={setPane} />
      {above}
      <div className={classes.body} data-pane={(pane && wide) || undefined} data-peek={(peeking && wide) || undefined}>
        {pane && wide && (
          <aside className={classes.side} aria-label={t('list.filters')}>
            <Suspense>
              <SidePane filters={list.filters} />
            </Suspense>
          </aside>
        )}
        <div className={classes.rows}>
          {page.offersNew && <NewInList list={list} />}
          <ListBody
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
      <Suspense>
        {pane && !wide && (
          <SideDrawer title={t('list.filters')} position="left" close={() => setPane(false)}>
            <FilterPane filters={list.filters} />
          </SideDrawer>
        )}
        {peeking && !wide && (
          <SideDrawer title={t('list.peek')} position="right" close={() => setPeek(false)}>
            {peeked}
          </SideDrawer>
        )}
      </Suspense>
    </div>
  )
}
