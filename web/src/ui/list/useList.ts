import { useInfiniteQuery } from '@tanstack/react-query'
import { rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useEffect, useMemo, useState } from 'react'
import { useAddress, writeSearch } from '../address'
import type { FilterField, ListSearch, Page, Selection, Settings } from '../page'
import { rememberSearch } from '../recent'

const features = tableFeatures({ rowSelectionFeature })
const NONE: never[] = []

/** What the filters of a list need to know of it, whatever its rows are. */
export type Filters = {
  list: string
  fields: readonly FilterField[]
  search: ListSearch
  /** Fields that are filtered now. */
  on: readonly string[]
  set: (part: Readonly<Record<string, string | undefined>>) => void
  clear: () => void
  word: (key: string) => string
  explain: Settings<never>['explain']
}

/** Everything a list knows of itself: its rows so far, what is selected, which row is at hand, what the address says. */
export function useList<Row extends { id: number }>(page: Page<Row>) {
  const { pathname, search: raw, change } = useAddress()
  const search = page.search(raw)
  const left = writeSearch(search)
  useEffect(() => rememberSearch(pathname, left), [pathname, left])
  const list = useInfiniteQuery(page.query(search))
  const rows: Row[] = useMemo(() => list.data?.pages.flatMap((slice) => slice.items) ?? NONE, [list.data])
  const columns = useMemo(() => page.fields.map(({ field }) => ({ id: field })), [page])
  const table = useTable({ features, columns, data: rows, getRowId: (row: Row) => String(row.id) })
  const [all, setAll] = useState(false)
  const [active, setActive] = useState(0)
  const [began, setBegan] = useState(0)
  const [column, setColumn] = useState<string | null>(null)
  const at = Math.min(active, Math.max(rows.length - 1, 0))
  const ids = Object.keys(table.state.rowSelection).map(Number)
  const { sort: _, ...filter } = page.chosen(search)
  const selection: Selection | null = all ? { filter } : ids.length > 0 ? { ids } : null
  const selected = (row: Row) => all || ids.includes(row.id)
  const select = (wanted: readonly Row[], on: boolean) => {
    const next = new Set(all ? rows.map((row) => row.id) : ids)
    for (const { id } of wanted)
      if (on) next.add(id)
      else next.delete(id)
    setAll(false)
    table.setRowSelection(Object.fromEntries([...next].map((id) => [id, true])))
  }
  const clear = () => {
    setAll(false)
    table.resetRowSelection(true)
  }
  const set = (part: Readonly<Record<string, string | undefined>>) => {
    clear()
    setActive(0)
    change(part)
  }
  const on = Object.keys(page.filters(search))
  const filters: Filters = {
    list: page.name,
    fields: page.fields.filter((field) => field.filter !== undefined),
    search,
    on,
    set,
    clear: () => set(Object.fromEntries(on.map((field) => [field, undefined]))),
    word: page.word,
    explain: page.explain,
  }
  return {
    page,
    filters,
    search,
    list,
    rows,
    selection,
    selected,
    select,
    clear,
    all,
    selectAll: () => setAll(true),
    selectedRows: rows.filter(selected),
    active: at,
    activeRow: rows[at] ?? null,
    setActive,
    /** The field of the cell at hand; `null` when the whole row is. */
    column,
    setColumn,
    columns: page.columns(search),
    /** How often the list was shown anew from its top. */
    began,
    begin: () => {
      setActive(0)
      setBegan(began + 1)
    },
    /** Changes filters or order: the list starts anew. */
    filter: set,
    /** Replaces all filters, the order and the columns by those of a view. */
    view: (view: ListSearch) =>
      set({
        ...Object.fromEntries(Object.keys(page.chosen(search)).map((key) => [key, undefined])),
        cols: undefined,
        ...view,
      }),
    /** Changes how the list looks, not which rows it shows. */
    look: (part: Readonly<Record<string, string | undefined>>) => change(part),
    sort: search.sort ?? page.firstSort,
  }
}
export type List<Row extends { id: number }> = ReturnType<typeof useList<Row>>
