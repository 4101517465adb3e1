import { type Context, requireRight } from '#kernel/context.ts'
import { ofContact, ofRow, ofTemplates } from '../entries.ts'
import { figuresOf } from '../figures.ts'
import { dayAt, instantsOf, periodBefore, type Stretch, stepOf, stepsOf } from '../period.ts'
import * as queries from '../queries.ts'
import type { Dimension, Period, Statistics, StatisticsQuery, StatisticsTable, TableQuery } from '../schema.ts'
import { daysOf, scopeOf, withinOf } from './asked.ts'

/** So many contacts have a row of their own. */
const MOST = 100

/**
 * Figures of the entries that the caller may see, over a period of days in the company's zone; without one, over all.
 * @throws Problem `not-allowed`, `filter-invalid` for what is not one stretch of days, `contact-not-found`,
 *   `salesperson-not-found`, `template-not-found`, `group-not-found`
 */
export async function readStatistics(ctx: Context, query: StatisticsQuery): Promise<Statistics> {
  requireRight(ctx, 'interactions.read')
  const { period, within } = withinOf(ctx, query)
  const scope = await scopeOf(ctx, query)
  const stretch = await stretchOf(ctx, period, within)
  const step = stretch === null ? 'month' : stepOf(stretch)
  const steps = stretch === null ? [] : stepsOf(stretch, step)
  const before = periodBefore(period)
  const { zone } = ctx.company
  const starts = steps.map(({ from }) => instantsOf({ from, to: null }, zone).from ?? '')
  const [now, then] = await Promise.all([
    queries.overview(ctx, within, starts),
    before && queries.total(ctx, { ...within, ...instantsOf(before, zone) }),
  ])
  return {
    period,
    entries: Object.assign({ canceled: 'no' }, daysOf(ctx, period), ...scope.map(({ entries }) => entries)),
    scope: scope.map(({ owner, id, code, name }) => ({ owner, id, code, name })),
    figures: figuresOf(now.total),
    before: before && then && { ...before, figures: figuresOf(then) },
    step,
    steps: steps.map((days, at) => ({
      ...days,
      entries: daysOf(ctx, days),
      kinds: now.steps.filter((row) => row.step === at + 1).map(({ kind, count }) => ({ kind, count })),
    })),
    salespeople: now.salespeople.map(({ id, code, name, ...tally }) => ({
      id,
      code,
      name,
      entries: ofRow('salesperson', null, code),
      figures: figuresOf(tally),
    })),
  }
}

/** The same entries as `readStatistics`, told apart by one thing. @throws as it does */
export async function readTable(ctx: Context, { by, ...query }: TableQuery): Promise<StatisticsTable> {
  requireRight(ctx, 'interactions.read')
  const { within } = withinOf(ctx, query)
  await scopeOf(ctx, query)
  const { rows, rest } =
    by === 'company' || by === 'contact'
      ? await queries.frequent(ctx, within, by, MOST)
      : { rows: await queries.table(ctx, within, by), rest: null }
  const of = labelled[by]
  const ids = of === undefined ? [] : rows.flatMap(({ value }) => (value === null ? [] : Number(value)))
  const labels = of === undefined ? new Map<number, queries.Label>() : await queries.labelsOf(ctx, of, ids)
  const today = await queries.templatesToday(ctx, by === 'groupToday' ? ids : [])
  return {
    rows: rows.map(({ value, ...tally }) => {
      const label = of === undefined ? undefined : labels.get(Number(value))
      return {
        key: label?.code ?? value,
        id: label?.id ?? null,
        name: label?.name ?? null,
        kind: label?.kind ?? null,
        entries: entriesOf(by, value, label, today),
        figures: figuresOf(tally),
      }
    }),
    rest: rest && { records: rest.records, figures: figuresOf(rest) },
  }
}

function entriesOf(
  by: Dimension,
  value: string | null,
  label: queries.Label | undefined,
  today: Map<number, string[]>,
) {
  if (by === 'company' && label !== undefined) return ofContact(label)
  if (by === 'groupToday') return ofTemplates(today.get(Number(value)) ?? [])
  return ofRow(by, value, label?.code ?? null)
}
const labelled: Readonly<Partial<Record<Dimension, queries.Labelled>>> = {
  template: 'template',
  group: 'group',
  groupToday: 'group',
  company: 'contact',
  contact: 'contact',
  salesperson: 'salesperson',
}

/** The period, or where its open ends are: the first and the last entry. `null` when there is none. */
async function stretchOf(ctx: Context, { from, to }: Period, within: queries.Within): Promise<Stretch | null> {
  if (from !== null && to !== null) return { from, to }
  const { first, last } = await queries.reach(ctx, within)
  if (first === null || last === null) return null
  const { zone } = ctx.company
  return { from: from ?? dayAt(first, zone), to: to ?? dayAt(last, zone) }
}
