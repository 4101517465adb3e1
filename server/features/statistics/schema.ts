import { type Static, Type } from 'typebox'
import { TableFormat } from '#kernel/exportTable.ts'
import { Choice, Day, FilterText, Id, Nullable } from '#kernel/schema.ts'

const Count = Type.Integer({ minimum: 0 })
const Kind = Choice(['call', 'meeting', 'letter', 'mail', 'note', 'document', 'system'])
/** A sum in the company's currency, as decimal text. */
const Amount = Type.String({ pattern: '^\\d+\\.\\d\\d$', examples: ['33617.00'] })

/** What the log is asked with to show exactly the entries that were counted: filter expressions by field. */
export type Entries = Static<typeof Entries>
export const Entries = Type.Record(Type.String(), Type.String())

/** Number, cost and duration of entries, how they went, and the averages; canceled ones and drafts never count. */
export type Figures = Static<typeof Figures>
export const Figures = Type.Object({
  count: Count,
  cost: Amount,
  durationMin: Count,
  failed: Type.Integer({ minimum: 0, description: 'Attempts that failed; they count' }),
  grades: Type.Array(Count, { minItems: 5, maxItems: 5, description: 'Entries by evaluation, from 1 to 5' }),
  evaluation: Nullable(Type.Number({ description: 'Average of those evaluated, to two decimals' })),
  averageCost: Amount,
  averageDurationMin: Type.Number({ description: 'Minutes to two decimals' }),
})

/** By what the entries are told apart. */
export type Dimension = Static<typeof Dimension>
export const Dimension = Choice([
  'template',
  'group',
  'groupToday',
  'company',
  'contact',
  'salesperson',
  'kind',
  'evaluation',
  'informationFlow',
  'initiatedBy',
  'correspondenceType',
  'attemptFailed',
])

const scope = {
  period: FilterText,
  contactId: Type.Optional(Id),
  companyId: Type.Optional(Id),
  salespersonId: Type.Optional(Id),
  templateId: Type.Optional(Id),
  groupId: Type.Optional(Id),
}
/** Which entries: an expression for one stretch of days in the company's zone, all of them when left out; whose. */
export type StatisticsQuery = Static<typeof StatisticsQuery>
export const StatisticsQuery = Type.Object(scope, { additionalProperties: false })
export type TableQuery = Static<typeof TableQuery>
export const TableQuery = Type.Object({ ...scope, by: Dimension }, { additionalProperties: false })
export type TableExport = Static<typeof TableExport>
export const TableExport = Type.Object(
  { ...scope, by: Dimension, format: TableFormat },
  { additionalProperties: false },
)
export type PeriodQuestion = Static<typeof PeriodQuestion>
export const PeriodQuestion = Type.Object({ text: Type.String({ maxLength: 1000 }) }, { additionalProperties: false })

/** First and last day; `null` where it is open. */
export type Period = Static<typeof Period>
export const Period = Type.Object({ from: Nullable(Day), to: Nullable(Day) })
const Owner = Choice(['contactId', 'companyId', 'salespersonId', 'templateId', 'groupId'])

/** Everything over one period: its figures beside those of the period before, how they are spread, and by whom. */
export type Statistics = Static<typeof Statistics>
export const Statistics = Type.Object({
  period: Period,
  entries: Entries,
  scope: Type.Array(Type.Object({ owner: Owner, id: Id, code: Type.String(), name: Type.String() })),
  figures: Figures,
  before: Nullable(Type.Object({ from: Day, to: Day, figures: Figures })),
  step: Choice(['day', 'month', 'year']),
  steps: Type.Array(
    Type.Object({
      from: Day,
      to: Day,
      entries: Entries,
      kinds: Type.Array(Type.Object({ kind: Kind, count: Count })),
    }),
  ),
  salespeople: Type.Array(
    Type.Object({
      id: Nullable(Id),
      code: Nullable(Type.String()),
      name: Nullable(Type.String()),
      entries: Entries,
      figures: Figures,
    }),
  ),
})

/** One row of a table; `id` and `key` are null for entries without a value. */
export type StatisticsRow = Static<typeof StatisticsRow>
export const StatisticsRow = Type.Object({
  key: Nullable(Type.String({ description: 'Code or number of a record, or the key of a choice' })),
  id: Nullable(Id),
  name: Nullable(Type.String()),
  kind: Nullable(Kind),
  entries: Entries,
  figures: Figures,
})
/** Most frequent first. `rest`: all contacts beyond the first hundred together, so that the sum is the total. */
export type StatisticsTable = Static<typeof StatisticsTable>
export const StatisticsTable = Type.Object({
  rows: Type.Array(StatisticsRow),
  rest: Nullable(Type.Object({ records: Count, figures: Figures })),
})
