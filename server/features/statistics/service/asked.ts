import { type Context, requireRight } from '#kernel/context.ts'
import type { Setting } from '#kernel/filter/ast.ts'
import type { FilterAnswer } from '#kernel/filter/explain.ts'
import { settingOf } from '#kernel/filter/query.ts'
import { Problem, type ProblemType } from '#kernel/problem.ts'
import { say } from '#kernel/words.ts'
import { ofContact, ofRow } from '../entries.ts'
import { asFilter, instantsOf, type NoPeriod, readPeriod } from '../period.ts'
import * as queries from '../queries.ts'
import type { Dimension, Entries, Period, PeriodQuestion, StatisticsQuery } from '../schema.ts'

/** What an expression of days means, or where it stops being one stretch of them. @throws Problem `not-allowed` */
export function explainPeriod(ctx: Context, { text }: PeriodQuestion): FilterAnswer {
  requireRight(ctx, 'interactions.read')
  const read = readPeriod(text, settingFor(ctx))
  if (read.ok) return { meaning: read.meaning }
  return { fault: faultOf(ctx, read), at: read.at, ...(read.nearest !== undefined && { nearest: read.nearest }) }
}

/** Days of a figure are the company's, whoever asks. */
const settingFor = (ctx: Context): Setting => settingOf({ ...ctx, user: { ...ctx.user, zone: ctx.company.zone } })
const faultOf = (ctx: Context, { message }: NoPeriod): string => message ?? say(ctx.user.language, 'statistics:stretch')

/** The period and the entries that are asked for. @throws Problem `filter-invalid` */
export function withinOf(ctx: Context, { period: text = '', ...owners }: StatisticsQuery) {
  const read = readPeriod(text, settingFor(ctx))
  if (!read.ok) {
    const values = {
      at: read.at,
      message: faultOf(ctx, read),
      ...(read.nearest !== undefined && { nearest: read.nearest }),
    }
    throw new Problem('filter-invalid', { faults: [{ pointer: '/period', type: 'filter-invalid', values }], values })
  }
  return { period: read.period, within: { ...owners, ...instantsOf(read.period, ctx.company.zone) } }
}

/** The days as a filter of the log, read by the caller. */
export function daysOf(ctx: Context, period: Period): Entries {
  const occurredAt = asFilter(period, ctx.company.zone, ctx.user.zone)
  return occurredAt === '' ? {} : { occurredAt }
}

const owners = {
  contactId: ['contact', 'contact-not-found'],
  companyId: ['contact', 'contact-not-found'],
  salespersonId: ['salesperson', 'salesperson-not-found'],
  templateId: ['template', 'template-not-found'],
  groupId: ['group', 'group-not-found'],
} as const satisfies Readonly<Record<string, readonly [queries.Labelled, ProblemType]>>
type Owner = keyof typeof owners

/** Whose entries are asked for, by name. @throws Problem `contact-not-found` and its like */
export async function scopeOf(ctx: Context, query: StatisticsQuery) {
  const asked = (Object.keys(owners) as Owner[]).flatMap((owner) => {
    const id = query[owner]
    return id === undefined ? [] : [{ owner, id }]
  })
  return Promise.all(
    asked.map(async ({ owner, id }) => {
      const [of, missing] = owners[owner]
      const label = (await queries.labelsOf(ctx, of, [id])).get(id)
      if (label === undefined) throw new Problem(missing, { pointer: `/${owner}` })
      return { owner, id, code: label.code, name: label.name, entries: entriesOf(owner, label) }
    }),
  )
}

function entriesOf(owner: Owner, label: queries.Label): Entries {
  if (owner === 'companyId') return ofContact(label)
  return ofRow(owner.replace('Id', '') as Dimension, null, label.code)
}
