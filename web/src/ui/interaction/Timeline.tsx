import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useWords } from '../../i18n'
import { dayOf } from '../../i18n/format'
import { useGo } from '../address'
import { focusSoon } from '../focusSoon'
import { uiWords } from '../messages'
import { comboOf, useShortcut } from '../shortcuts'
import classes from './Timeline.module.css'
import { DayHeading } from './TimelineItem'

const GUESS = 62
const AHEAD = 20

type Props<Row extends { id: number }> = {
  label: string
  rows: readonly Row[]
  /** The instant under whose day a row stands; `null`: above all days (drafts). */
  at: (row: Row) => string | null
  open: (row: Row) => string
  /** Reads on; called when the end comes near. */
  more: () => void
  /** More follow, so the end is not known yet. */
  goesOn: boolean
  children: (row: Row, atHand: boolean) => ReactNode
}

/** A history, newest first, under day headings: virtual, so that 100,000 entries scroll as ten do; one item at hand. */
export function Timeline<Row extends { id: number }>({ label, rows, at, open, more, goesOn, children }: Props<Row>) {
  const t = useWords(uiWords)
  const go = useGo()
  const scroller = useRef<HTMLElement>(null)
  const [active, setActive] = useState(0)
  const day = (row: Row | undefined) => {
    const instant = row && at(row)
    return instant ? dayOf(instant) : null
  }
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESS,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: 6,
  })
  const nearEnd = (virtual.range?.endIndex ?? 0) > rows.length - AHEAD
  const readOn = useEffectEvent(more)
  const count = rows.length
  useEffect(() => {
    if (nearEnd && goesOn && count > 0) readOn()
  }, [nearEnd, goesOn, count])
  const step = (to: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, to))
    setActive(index)
    virtual.scrollToIndex(index)
    focusSoon(scroller.current, `[data-index="${index}"] article`)
  }
  const inside = () => scroller.current?.contains(document.activeElement) === true
  useShortcut({ keys: 'J', label: t('key.next'), run: () => step(inside() ? active + 1 : active) })
  useShortcut({ keys: 'K', label: t('key.previous'), run: () => step(inside() ? active - 1 : active) })
  const acts = new Map<string, (row: Row) => void>([
    ['ArrowDown', () => step(active + 1)],
    ['ArrowUp', () => step(active - 1)],
    ['Home', () => step(0)],
    ['End', () => step(rows.length - 1)],
    ['Enter', (row) => go(open(row))],
    ['Shift+Enter', (row) => go(open(row), { tab: true })],
  ])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rows[active]
    const act =
      event.target instanceof HTMLElement && event.target.matches('article') ? acts.get(comboOf(event)) : undefined
    if (act === undefined || row === undefined) return
    event.preventDefault()
    act(row)
  }
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      onKeyDown={onKeyDown}
      aria-label={label}
      aria-busy={goesOn && nearEnd}
    >
      <div className={classes.all} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const own = day(row)
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes.place}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {own !== null && own !== day(rows[item.index - 1]) && <DayHeading day={own} />}
              <article
                className={classes.item}
                data-at-hand={item.index === active || undefined}
                tabIndex={item.index === active ? 0 : -1}
                aria-posinset={item.index + 1}
                aria-setsize={goesOn ? -1 : rows.length}
                onFocus={() => setActive(item.index)}
              >
                {children(row, item.index === active)}
              </article>
            </div>
          )
        })}
      </div>
    </section>
  )
}
