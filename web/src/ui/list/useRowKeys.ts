import type { KeyboardEvent } from 'react'
import { useWords } from '../../i18n'
import { useGo } from '../address'
import { uiWords } from '../messages'
import { exactly, type Field } from '../page'
import { comboOf, useShortcut } from '../shortcuts'
import type { List } from './useList'

type Keys<Row extends { id: number }> = {
  list: List<Row>
  columns: readonly Field<Row>[]
  peek: (() => void) | null
  /** Puts the focus on a row, or on one of its cells. */
  focusRow: (index: number, field: string | null) => void
  /** Rows on one screen. */
  screen: () => number
  hasFocus: () => boolean
}

/** The keys of the rows: they act on the row or cell at hand, and never take a key from a control inside of it. */
export function useRowKeys<Row extends { id: number }>({ list, columns, peek, focusRow, screen, hasFocus }: Keys<Row>) {
  const t = useWords(uiWords)
  const go = useGo()
  const { page, rows, active, activeRow, column } = list
  const step = (to: number, extend = false) => {
    const index = Math.max(0, Math.min(rows.length - 1, to))
    if (extend) list.select(rows.slice(Math.min(active, index), Math.max(active, index) + 1), true)
    list.setActive(index)
    focusRow(index, column)
  }
  const across = (by: 1 | -1) => {
    const at = columns.findIndex(({ field }) => field === column) + by
    const field = at < 0 ? null : (columns[Math.min(at, columns.length - 1)]?.field ?? null)
    list.setColumn(field)
    focusRow(active, field)
  }
  const toggle = () => activeRow && list.select([activeRow], !list.selected(activeRow))
  const open = (how?: { tab: boolean }) => activeRow && go(page.open(activeRow), how)
  const filterCell = () => {
    const field = columns.find((one) => one.field === (column ?? page.main))
    if (activeRow && field?.filter) list.filter({ [field.field]: exactly(field.cell(activeRow), field.filter) })
  }
  const acts = new Map<string, () => unknown>([
    ['ArrowDown', () => step(active + 1)],
    ['ArrowUp', () => step(active - 1)],
    ['ArrowRight', () => across(1)],
    ['ArrowLeft', () => across(-1)],
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
  ])
  useShortcut({ keys: 'J', label: t('key.next'), run: () => step(hasFocus() ? active + 1 : active) })
  useShortcut({ keys: 'K', label: t('key.previous'), run: () => step(hasFocus() ? active - 1 : active) })
  useShortcut({ keys: 'X', label: t('key.select'), run: () => void toggle() })
  useShortcut({ keys: 'Shift+F', label: t('key.filterCell'), run: filterCell })
  return (event: KeyboardEvent<HTMLElement>) => {
    const onRow = event.target instanceof HTMLTableRowElement || event.target instanceof HTMLTableCellElement
    const act = onRow ? acts.get(comboOf(event)) : undefined
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}
