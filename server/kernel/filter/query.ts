import type { Expression, SqlBool } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Context } from '../context.ts'
import { type Fault, Problem } from '../problem.ts'
import { say } from '../words.ts'
import type { Field, Setting } from './ast.ts'
import { parseFilter } from './parse.ts'
import { toSql } from './sql.ts'
import { instantText } from './zone.ts'

/** What a list can be filtered by: each field with the column, or the call, that holds its values. */
export type FilterFields = Readonly<Record<string, Field & { readonly column: Expression<unknown> }>>

/**
 * The conditions of a request's filters, one for each field that is filtered; a row must pass them all.
 * @param filters expressions by the name of their field; one that is left out or blank asks for nothing
 * @throws Problem `filter-invalid` with all faults: pointer `/field`, values `at`, `expected`, `message`, `nearest`;
 *   a name that is no field of the list is refused too, so that an act on many never reaches more than was meant
 */
export function filtersOf(
  fields: FilterFields,
  filters: Readonly<Record<string, unknown>>,
  setting: Setting,
): Expression<SqlBool>[] {
  const faults: Fault[] = []
  const conditions: Expression<SqlBool>[] = []
  for (const [name, text] of Object.entries(filters)) {
    if (text === undefined) continue
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const parsed = field === undefined || typeof text !== 'string' ? undefined : parseFilter(field, text, setting)
    if (field !== undefined && parsed?.ok === true) conditions.push(toSql(parsed.ast, field.column, field.nullable))
    else faults.push(faultOf(name, parsed?.ok === false ? parsed : noField(name, setting)))
  }
  if (faults.length > 0) throw new Problem('filter-invalid', { faults, values: { ...faults[0]?.values } })
  return conditions
}

interface Told {
  readonly at: number
  readonly expected: string
  readonly message: string
  readonly nearest?: string
}

const faultOf = (name: string, { at, expected, message, nearest }: Told): Fault => ({
  pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  type: 'filter-invalid',
  values: { at, expected, message, ...(nearest !== undefined && { nearest }) },
})

const noField = (field: string, { language }: Setting): Told => ({
  at: 0,
  expected: say(language, 'filter:expected.field'),
  message: say(language, 'filter:fault.field', { field }),
})

/** The setting of whoever asks, now. `tokens`: what `%me` and its like stand for. The calendar is asked by filters of time alone. */
export function settingOf({ user }: Context, tokens: Setting['tokens'] = {}): Setting {
  const at = Temporal.Now.instant()
  return {
    language: user.language,
    zone: user.zone,
    get now() {
      return instantText(at)
    },
    get today() {
      return at.toZonedDateTimeISO(user.zone).toPlainDate().toString()
    },
    tokens,
  }
}
