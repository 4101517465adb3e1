import { correspondence, flows, initiators, kinds } from '#features/templates/choices.ts'
import type { Speech } from '#kernel/context.ts'
import type { Choice } from '#kernel/filter/ast.ts'
import type { Column } from '#kernel/table-column.ts'
import { say } from '#kernel/words.ts'
import type { Dimension, StatisticsRow } from './schema.ts'

const choices: Readonly<Partial<Record<Dimension, readonly Choice[]>>> = {
  kind: kinds,
  informationFlow: flows,
  initiatedBy: initiators,
  correspondenceType: correspondence,
}

/** Columns of a table that leaves the product: what its rows are, then their figures. */
export function columnsOf(by: Dimension, language: Speech): Column<StatisticsRow>[] {
  const word = (key: string) => say(language, `statistics:${key}`)
  const figure = (name: string, value: Column<StatisticsRow>['value']): Column<StatisticsRow> => ({
    heading: word(`figure.${name}`),
    as: 'number',
    value,
  })
  return [
    { heading: word(`by.${by}`), value: (row) => nameOf(by, row, language) },
    ...(choices[by] === undefined ? [{ heading: word('code'), value: (row: StatisticsRow) => row.id && row.key }] : []),
    figure('count', ({ figures }) => figures.count),
    figure('cost', ({ figures }) => figures.cost),
    figure('durationMin', ({ figures }) => figures.durationMin),
    figure('averageCost', ({ figures }) => figures.averageCost),
    figure('averageDurationMin', ({ figures }) => figures.averageDurationMin),
    figure('failed', ({ figures }) => figures.failed),
    ...[1, 2, 3, 4, 5].map((grade) => ({
      heading: word(`evaluation.${grade}`),
      as: 'number' as const,
      value: ({ figures }: StatisticsRow) => figures.grades[grade - 1] ?? 0,
    })),
    figure('evaluation', ({ figures }) => figures.evaluation),
  ]
}

function nameOf(by: Dimension, { key, name }: StatisticsRow, language: Speech): string {
  if (name !== null) return name
  if (key === null) return say(language, 'statistics:blank')
  if (by === 'evaluation' || by === 'attemptFailed') return say(language, `statistics:${by}.${key}`)
  return choices[by]?.find((one) => one.key === key)?.[language] ?? key
}
