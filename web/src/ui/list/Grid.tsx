import { useElementSize, useMergedRef } from '@mantine/hooks'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import { useWords } from '../../i18n'
import { useGo } from '../address'
import { uiWords } from '../messages'
import { comboOf, useShortcut } from '../shortcuts'
import { fitting, tracks } from './columns'
import classes from './Grid.module.css'
import { GridHead } from './GridHead'
import { GridRow } from './GridRow'
import type { List } from './useList'

const HEAD = 32
const AHEAD = 30

type Props<Row extends { id: number }> = {
  list: List<Row>
  /** Height of a row in pixels; on a phone the least, since items grow with what they say. */
  height: number
  phone: boolean
  peek: (() => void) | null
}

/** The rows of a list: virtual, keyset slices as one scrolls, one row at hand that the keys act on. */
export function Grid<Row extends { id: number }>({ list, height, phone, peek }: Props<Row>) {
  const { page, rows, active } = list
  const head = phone ? 0 : HEAD
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize<HTMLDivElement>()
  const columns = fitting(list.columns, width, list.search.cols !== undefined)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
    scrollPaddingEnd: 64,
    rangeExtractor: (range) =>
      [...new Set([active, ...defaultRangeExtractor(range)])]
        .filter((index) => index < rows.length)
        .sort((a, b) => a - b),
  })
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list.list
  const nearEnd = (virtual.range?.endIndex ?? 0) > rows.length - AHEAD
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [nearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])

  const focusRow = (index: number) => {
    virtual.scrollToIndex(index)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus())
  }
  const screen = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2)
  const onKeyDown = useRowKeys(list, peek, focusRow, screen, () => scroller.current?.contains(document.activeElement))
  return (
    <div
      ref={useMergedRef(scroller, measured)}
      className={classes.scroller}
      data-stale={list.list.isPlaceholderData || undefined}
    >
      <table
        role="grid"
        className={classes.grid}
        aria-label={page.word('title')}
        aria-multiselectable
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        aria-busy={list.list.isFetching}
        onKeyDown={onKeyDown}
      >
        <GridHead list={list} columns={columns} template={tracks(columns)} hidden={phone} />
        <tbody className={classes.body} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            return (
              row && (
                <GridRow
                  key={item.key}
                  list={list}
                  row={row}
                  index={item.index}
                  columns={columns}
                  template={tracks(columns)}
                  top={item.start - head}
                  height={height}
                  phone={phone}
                  measure={phone ? virtual.measureElement : undefined}
                />
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The keys of the rows: they act on the row at hand, and never take a key from a control inside of it. */
function useRowKeys<Row extends { id: number }>(
  list: List<Row>,
  peek: (() => void) | null,
  focusRow: (index: number) => void,
  screen: () => number,
  hasFocus: () => boolean | undefined,
) {
  const t = useWords(uiWords)
  const go = useGo()
  const { page, rows, active, activeRow } = list
  const step = (to: number, extend = false) => {
    const index = Math.max(0, Math.min(rows.length - 1, to))
    if (extend) list.select(rows.slice(Math.min(active, index), Math.max(active, index) + 1), true)
    list.setActive(index)
    focusRow(index)
  }
  const toggle = () => activeRow && list.select([activeRow], !list.selected(activeRow))
  const open = (how?: { tab: boolean }) => activeRow && go(page.open(activeRow), how)
  const acts = new Map<string, () => unknown>([
    ['ArrowDown', () => step(active + 1)],
    ['ArrowUp', () => step(active - 1)],
    ['Shift+ArrowDown', () => step(active + 1, true)],
    ['Shift+ArrowUp', () => step(active - 1, true)],
    ['Home', () => step(0)],
    ['End', () => step(rows.length - 1)],
    ['PageDown', () => step(active + screen())],
    ['PageUp', () => step(active - screen())],
    ['Space', peek ?? toggle],
    ['Enter', () => open()],
    ['Shift+Enter', () => open({ tab: true })],
    ['Ctrl+A', list.selectAll],
    ...(list.selection ? ([['Escape', list.clear]] as const) : []),
  ])
  useShortcut({ keys: 'J', label: t('key.next'), run: () => step(hasFocus() ? active + 1 : active) })
  useShortcut({ keys: 'K', label: t('key.previous'), run: () => step(hasFocus() ? active - 1 : active) })
  useShortcut({ keys: 'X', label: t('key.select'), run: () => void toggle() })
  return (event: KeyboardEvent<HTMLElement>) => {
    const act = event.target instanceof HTMLTableRowElement ? acts.get(comboOf(event)) : undefined
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}
