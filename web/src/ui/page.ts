import type { TablerIcon } from '@tabler/icons-react'
import { type InfiniteData, infiniteQueryOptions, keepPreviousData, type QueryKey } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import type { Problem } from '../api/problem'
import { hasWord, sayAny, type Tree, type Values, type Words } from '../i18n'
import { number } from '../i18n/format'
import type { Search } from './address'

/** Plain text by key: `q`, `sort`, `cols`, `as`, `peek`, and one filter expression for each filtered field. */
export type ListSearch = Search
export type Slice<Row> = { items: Row[]; next: string | null }
export type Rows<Row> = InfiniteData<Slice<Row>, string | undefined>

/** A keyset list: the key says what, `fetch` brings one slice after the given cursor. */
export const keysetQuery = <Row>(
  queryKey: QueryKey,
  fetch: (after: string | undefined, signal: AbortSignal) => Promise<Slice<Row>>,
) =>
  infiniteQueryOptions<Slice<Row>, Problem, Rows<Row>, QueryKey, string | undefined>({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    // rows do not move under the reader: what is new is offered
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
export type KeysetQuery<Row> = ReturnType<typeof keysetQuery<Row>>

/** What an act on many acts on: named rows, or all that the filters find (never 100,000 ids). */
export type Selection = { ids: number[] } | { filter: Record<string, string> }
/** Answer of an act: how many, and how to take it back. */
export type Done = { count: number; undoId: number | null; undoUntil: string | null }

/** What the server makes of a filter expression: its meaning in words, or what is wrong at which character. */
export type FilterMeaning = { meaning: string } | { fault: string; at: number; nearest?: string }
export type Choice = { value: string; label: string }

/** What every list's feature must be able to say. */
export type ListWords = {
  title: string
  /** One sentence: what this list is for. */
  about: string
  /** Nothing yet: what this is and what comes next. */
  empty: string
  search: string
  field: Tree
  view?: Tree
  action?: Tree
  /** After an act: `done.cancel_one`, `done.cancel_other`. */
  done?: Tree
}

type Shape = {
  /** Width of the column in pixels at 14 px text; without it the column shares what is left. */
  width?: number
  /** `shown` (default), `more`: only when chosen, `never`: filter only. */
  column?: 'shown' | 'more' | 'never'
  /** Names the row: opens its card, is struck through when the row is. The first column, when none says so. */
  main?: true
  /** Figures stand at the end of their column. */
  end?: true
  sort?: true
  /** Kind of filter; with `choices` the values are offered, the expression can still be written. */
  filter?: 'text' | 'code' | 'number' | 'date' | 'yesno'
  /** A hook: the values that exist, with their labels. */
  useChoices?: () => readonly Choice[]
  /** The filter is offered at once in the pane; others through "Any other field". */
  first?: true
}
/** A field as its filter sees it. */
export type FilterField = Shape & { field: string }
export type Field<Row> = FilterField & {
  show: (row: Row) => ReactNode
  /** The value as a filter names it, for "filter on this value"; empty when there is none. */
  cell: (row: Row) => string
}

type Common = { action: string; icon?: TablerIcon; bad?: true; right?: string }
/** Acts on rows, at once and with undo. `choices`: one button, several keys; the chosen key goes to `run`. */
type RowAct<Row> = Common & {
  key?: string
  choices?: readonly { key: string; word: string; icon?: TablerIcon }[]
  run: (on: Selection, choice: string) => Promise<Done>
  /** The row as it will be (`null`: it leaves the list), shown before the server answers. */
  optimistic?: (row: Row, choice: string) => Row | null
  /** Offered only when this holds for at least one of the rows. */
  may?: (row: Row) => boolean
}
/** Acts on rows after asking something in a form of the feature. */
type RowForm<Row> = Common & {
  key?: string
  form: ComponentType<{ on: Selection; rows: readonly Row[]; close: () => void }>
  /** Offered only while exactly one row is chosen. */
  one?: true
  may?: (row: Row) => boolean
}
/** Belongs to the list, not to rows: goes somewhere or opens a dialog. */
type ListLink = Common & { key?: string; to: string; bright?: true }
type ListDialog = Common & { key?: string; dialog: ComponentType<{ close: () => void }>; bright?: true }
export type RowAction<Row> = RowAct<Row> | RowForm<Row>
export type ListAction = ListLink | ListDialog
export type Action<Row> = RowAction<Row> | ListAction

/** A view everybody has: its filters (and sort, columns), named by a word `view.name`. */
export type GivenView = { view: string; search: ListSearch }
export type SavedView = { id: number; name: string; search: string; shared: boolean; mine: boolean }
export type ViewStore = {
  queryKey: QueryKey
  list: (signal: AbortSignal) => Promise<SavedView[]>
  save: (view: { name: string; search: string; shared: boolean }) => Promise<unknown>
  remove: (id: number) => Promise<unknown>
}

export type Settings<Row> = {
  /** Address of a row's card. */
  open: (row: Row) => string
  /** What a row is called by assistive technology and in messages. */
  nameOf: (row: Row) => string
  /** Order when the address names none: `-occurredAt`. */
  firstSort: string
  lines?: 1 | 2
  /** What others add is offered over the rows while the list is open: for lists whose newest rows come first. */
  offersNew?: true
  views?: readonly GivenView[]
  saved?: ViewStore
  /** Meaning of a filter expression, by the server. */
  explain?: (field: string, expression: string, signal: AbortSignal) => Promise<FilterMeaning>
  /** How many rows the filters find; asked after the rows are shown. `more`: at least so many. */
  count?: (search: ListSearch, signal: AbortSignal) => Promise<{ count: number; more: boolean }>
  /** Address of the export of all rows that the filters find, with the given columns. */
  exportTo?: (format: 'csv' | 'xlsx', search: ListSearch, columns: readonly string[]) => string
  /** Struck through, hatched or grey rows. */
  look?: (row: Row) => 'canceled' | 'draft' | 'dim' | null
  /** A row on a phone: a title, a line under it, states third, last what a search found. */
  item: (row: Row) => {
    glyph?: ReactNode
    title: ReactNode
    line?: ReactNode
    states?: ReactNode
    under?: ReactNode
    end?: ReactNode
  }
  /** On a phone, the heading under which the row stands (its day). */
  heading?: (row: Row) => string
}

export type Page<Row> = Settings<Row> & {
  name: string
  query: (search: ListSearch) => KeysetQuery<Row>
  fields: readonly Field<Row>[]
  rowActions: readonly RowAction<Row>[]
  listActions: readonly ListAction[]
  /** Keeps the keys that the page declares, as text, and drops the rest: for `validateSearch`. */
  search: (raw: Readonly<Record<string, unknown>>) => ListSearch
  /** Only what chooses rows and their order: `q`, `sort` and filters. */
  chosen: (search: ListSearch) => ListSearch
  /** Only the filters. */
  filters: (search: ListSearch) => ListSearch
  columns: (search: ListSearch) => readonly Field<Row>[]
  /** The field that names the row. */
  main: string
  /** A text of the feature, in the page's language now. */
  word: (key: string, values?: Values) => string
  has: (key: string) => boolean
}

type Names<T, K extends string> = T extends { [P in K]: infer Group } ? Counted<keyof Group & string> : never
type Counted<N extends string> = N extends `${infer Base}_one` | `${infer Base}_other` ? Base : N
type FieldPart<Row, Name extends string> =
  | (Shape & { field: Name & keyof Row; show?: (row: Row) => ReactNode; cell?: (row: Row) => string })
  | (Shape & { field: Name; show: (row: Row) => ReactNode; cell?: (row: Row) => string })
  | (Shape & { field: Name; column: 'never'; show?: never; cell?: never })
type ActionPart<Row, Name extends string> = Action<Row> & { action: Name }
type Named<View extends string> = { views?: readonly { view: View; search: ListSearch }[] }

const STATE = ['q', 'sort', 'cols', 'as', 'peek', 'pane']

/** An expression that finds exactly this value: texts are quoted, so that none of their signs means anything else. */
export const exactly = (value: string, kind: NonNullable<Shape['filter']>): string => {
  if (value === '') return "''"
  return kind === 'text' || kind === 'code' ? `'${value.replaceAll("'", "''")}'` : value
}

/**
 * One array says what a record's list, filter pane, command bar, shortcuts and "tell me" show. Field, action and view
 * names must be words of the feature; a field must be one of the row, or say how it is shown.
 */
export function definePage<Row extends { id: number }, T extends ListWords>(
  name: string,
  words: Words<T>,
  query: (search: ListSearch) => KeysetQuery<Row>,
  settings: Settings<Row> & Named<Names<T, 'view'>>,
  parts: readonly (FieldPart<Row, Names<T, 'field'>> | ActionPart<Row, Names<T, 'action'>>)[],
): Page<Row> {
  const fields = parts.filter((part) => 'field' in part).map(fieldOf<Row>)
  const actions = parts.filter((part) => 'action' in part)
  const filterNames = fields.filter((f) => f.filter !== undefined).map((f) => f.field)
  const keep =
    (keys: readonly string[]) =>
    (raw: Readonly<Record<string, unknown>>): ListSearch =>
      Object.fromEntries(
        keys.flatMap((key) => (typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key]]] : [])),
      )
  const chosen = keep(['q', 'sort', ...filterNames])
  return {
    ...settings,
    name,
    query: (search) => query({ sort: settings.firstSort, ...chosen(search) }),
    fields,
    rowActions: actions.filter((a): a is RowAction<Row> & { action: Names<T, 'action'> } => 'run' in a || 'form' in a),
    listActions: actions.filter((a): a is ListAction & { action: Names<T, 'action'> } => 'to' in a || 'dialog' in a),
    search: keep([...STATE, ...filterNames]),
    chosen,
    filters: keep(filterNames),
    columns: (search) => columnsOf(fields, search.cols),
    main: (fields.find((field) => field.main) ?? fields[0])?.field ?? '',
    word: (key, values) => sayAny(words, key, values),
    has: (key) => hasWord(words, key),
  }
}

function fieldOf<Row>(
  part: Shape & { field: string; show?: (row: Row) => ReactNode; cell?: (row: Row) => string },
): Field<Row> {
  const read = (row: Row): unknown => Object.entries(row as object).find(([key]) => key === part.field)?.[1]
  const plain = (row: Row): ReactNode => {
    const value = read(row)
    if (typeof value === 'number') return number(value)
    return value === null || value === undefined ? '' : String(value)
  }
  const cell = (row: Row): string => {
    const value = read(row)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return { ...part, show: part.show ?? plain, cell: part.cell ?? cell }
}

function columnsOf<Row>(fields: readonly Field<Row>[], chosen: string | undefined): readonly Field<Row>[] {
  const possible = fields.filter((f) => f.column !== 'never')
  const named = (chosen ?? '').split(',').flatMap((name) => possible.find((f) => f.field === name) ?? [])
  return named.length > 0 ? named : possible.filter((f) => f.column !== 'more')
}
