import { useElementSize, useMergedRef } from '@mantine/hooks'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { focusSoon } from '../focusSoon'
import { fitting, tracks } from './columns'
import classes from './Grid.module.css'
import { GridHead } from './GridHead'
import { GridRow } from './GridRow'
import type { List } from './useList'
import { useRowKeys } from './useRowKeys'

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

  const focusRow = (index: number, field: string | null) => {
    virtual.scrollToIndex(index)
    const place = `[data-index="${index}"]${field === null ? '' : ` [data-field="${field}"]`}`
    focusSoon(scroller.current, place)
  }
  const screen = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2)
  const hasFocus = () => scroller.current?.contains(document.activeElement) === true
  const onKeyDown = useRowKeys({ list, columns, peek, focusRow, screen, hasFocus })
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
