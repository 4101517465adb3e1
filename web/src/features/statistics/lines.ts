import { language, say } from '../../i18n'
import type { Kind } from '../../ui/interaction/KindGlyph'
import { uiWords } from '../../ui/messages'
import type { Dimension, Figures, Row, Table } from './api'
import { goodShare } from './figures'
import { statisticsWords } from './messages'
import type { Sort, State } from './state'

/** A row as it is shown; `entries` null: it has no filter of its own. */
export type Line = {
  key: string
  name: string
  kind: Kind | null
  /** Address of the record's own page. */
  page: string | null
  entries: Readonly<Record<string, string>> | null
  figures: Figures
}

/** The rows in the order that was chosen; all others together stay last. */
export function linesOf({ rows, rest }: Table, { by, sort }: State): Line[] {
  const lines = rows.map((row) => lineOf(by, row))
  const turn = sort.up ? 1 : -1
  const sorted = lines.toSorted((a, b) => turn * compare(sort.by, a, b))
  if (rest === null) return sorted
  const name = say(statisticsWords, 'rest', { count: rest.records })
  return [...sorted, { key: '', name, kind: null, page: null, entries: null, figures: rest.figures }]
}

const lineOf = (by: Dimension, row: Row): Line => ({
  key: String(row.id ?? row.key),
  name: nameOf(by, row),
  kind: by === 'kind' ? (row.key as Kind | null) : row.kind,
  page: row.id === null ? null : `${pages[by]}/${row.id}`,
  entries: row.entries,
  figures: row.figures,
})
const pages: Readonly<Partial<Record<Dimension, string>>> = {
  template: '/templates',
  group: '/groups',
  groupToday: '/groups',
  company: '/contacts',
  contact: '/contacts',
  salesperson: '/salespeople',
}

function nameOf(by: Dimension, { key, name }: Row): string {
  if (name !== null) return name
  if (key === null)
    return say(
      statisticsWords,
      by === 'salesperson' ? 'without.salesperson' : by === 'evaluation' ? 'without.evaluation' : 'without.other',
    )
  if (by === 'kind') return say(uiWords, `kind.${key as Kind}`)
  if (by === 'evaluation') return say(uiWords, `evaluation.value.${key as '1'}`)
  return say(statisticsWords, `value.${key as 'us'}`)
}

const measures: Readonly<Record<Exclude<Sort, 'name'>, (figures: Figures) => number>> = {
  count: ({ count }) => count,
  cost: ({ cost }) => Number(cost),
  time: ({ durationMin }) => durationMin,
  averageCost: ({ averageCost }) => Number(averageCost),
  averageTime: ({ averageDurationMin }) => averageDurationMin,
  good: (figures) => goodShare(figures) ?? -1,
  average: ({ evaluation }) => evaluation ?? 0,
}
const compare = (sort: Sort, a: Line, b: Line): number =>
  sort === 'name' ? a.name.localeCompare(b.name, language()) : measures[sort](a.figures) - measures[sort](b.figures)
