import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ast, Bound, Comparison, Part } from './ast.ts'
import { isText } from './evaluate.ts'
import { codeKey } from './order.ts'

type Condition = RawBuilder<SqlBool>
type Column = Expression<unknown>
type Leaf<Is extends Ast['is']> = Extract<Ast, { readonly is: Is }>

/**
 * What a text is compared and sorted by without case and accents. An index on exactly this expression serves equality,
 * ranges, `x*` and the order of a list; one with `gin_trgm_ops` serves `*x*`. For a column that may be null it is
 * `fold(coalesce(column, '')) collate "C"`.
 */
export const folded = (text: Column): RawBuilder<string> => sql`fold(${text}) collate "C"`

/** What a code is sorted by, in lists as in filters: codes of up to 20 digits as numbers. */
export const codeOrder = (code: Column): RawBuilder<string> =>
  sql`(case when ${code} ~ '^[0-9]{1,20}$' then lpad(${code}, 20, '0') else ${code} end) collate "C"`

/**
 * The filter as a condition on a column, as `evaluate` has it; a value that is missing never makes it unknown where a
 * known answer is due. What the user wrote goes into parameters only.
 * `column`: a column, a call, or an expression in parentheses. `nullable`: it may be null.
 */
export function toSql(ast: Ast, column: Column, nullable = false): Condition {
  switch (ast.is) {
    case 'all':
      return group(ast.of, ' and ', 'true', column, nullable)
    case 'any':
      return oneOf(ast.of, column, nullable)
    case 'blank':
      return blank(ast, column, nullable)
    case 'equal':
      return equal(ast, column, nullable)
    case 'like':
      return like(ast, column, nullable)
    case 'bound':
      return bound(ast, column, nullable)
  }
}

function group(
  of: readonly (Ast | Condition)[],
  sign: string,
  none: string,
  column: Column,
  nullable: boolean,
): Condition {
  if (of.length === 0) return sql.raw(none)
  const conditions = of.map((one) => ('is' in one ? toSql(one, column, nullable) : one))
  return sql`(${sql.join(conditions, sql.raw(sign))})`
}

/** Equal values of one kind become one `in`, which an index answers in one go. */
function oneOf(of: readonly Ast[], column: Column, nullable: boolean): Condition {
  const isListed = (one: Ast): one is Leaf<'equal'> =>
    one.is === 'equal' && !one.not && one.as !== 'boolean' && one.as !== 'exact'
  const lists = [...Map.groupBy(of.filter(isListed), ({ as }) => as)].map(
    ([as, leaves]): Condition =>
      sql`${operand(as, column, nullable)} in (${sql.join(leaves.map(({ value }) => parameter(as, value)))})`,
  )
  return group([...lists, ...of.filter((one) => !isListed(one))], ' or ', 'false', column, nullable)
}

/** What is compared: the column, its missing values as empty texts, folded where case and accents do not count. */
function operand(as: Comparison, column: Column, nullable: boolean): Column {
  const filled = nullable && isText(as) ? sql`coalesce(${column}, '')` : column
  return as === 'text' ? folded(filled) : filled
}

function parameter(as: Comparison, value: string): Column {
  switch (as) {
    case 'text':
      return sql`fold(${value}::text)`
    case 'exact':
    case 'code':
      return sql`${value}::text`
    case 'number':
      return /^-?\d{1,18}$/.test(value) ? sql`${value}::bigint` : sql`${value}::numeric` // numeric leaves an integer's index unused
    case 'day':
      return sql`${value}::date`
    case 'instant':
      return sql`${value}::timestamptz`
    case 'time':
      return sql`${value}::time`
    case 'key':
    case 'boolean':
      return sql`${value}` // of the column's own type
  }
}

function blank({ as, not }: Leaf<'blank'>, column: Column, nullable: boolean): Condition {
  if (!isText(as)) return not ? sql`${column} is not null` : sql`${column} is null`
  const filled = operand('exact', column, nullable)
  if (not) return sql`${filled} <> ''`
  return as === 'text' ? sql`(${operand('text', column, nullable)} = '' and ${filled} = '')` : sql`${filled} = ''`
}

function equal({ as, value, not }: Leaf<'equal'>, column: Column, nullable: boolean): Condition {
  if (as === 'boolean') {
    if (not) return sql`${column} is not ${sql.raw(value)}`
    return value === 'true' ? sql`${column}` : sql`not ${column}` // the form that partial indexes know
  }
  const [left, right] = [operand(as, column, nullable), parameter(as, value)]
  if (not) return isText(as) ? sql`${left} <> ${right}` : sql`${left} is distinct from ${right}`
  const same: Condition = sql`${left} = ${right}`
  return as === 'exact' ? sql`(${toSql({ is: 'equal', as: 'text', value, not }, column, nullable)} and ${same})` : same
}

function like({ as, parts, not }: Leaf<'like'>, column: Column, nullable: boolean): Condition {
  const pattern = sql.join(
    parts.map((part) => patternPart(part, as === 'text')),
    sql.raw(' || '),
  )
  const left = operand(as, column, nullable)
  if (not) return sql`${left} not like ${pattern}`
  const fits: Condition = sql`${left} like ${pattern}`
  // "?" is one character before folding, and may be two after it
  const folds = as === 'exact' && parts.every((part) => 'text' in part || part.wild === 'many')
  return folds ? sql`(${toSql({ is: 'like', as: 'text', parts, not }, column, nullable)} and ${fits})` : fits
}

/** Folding can bring forth `%`, `_` and `\` (of full-width forms), so that they are escaped after it. */
function patternPart(part: Part, folds: boolean): Column {
  if ('wild' in part) return sql.raw(part.wild === 'many' ? `'%'` : `'_'`)
  if (folds) return sql`regexp_replace(fold(${part.text}::text), '([\\\\%_])', '\\\\\\1', 'g')`
  return sql`${part.text.replaceAll(/[\\%_]/g, '\\$&')}::text`
}

function bound({ as, side, value, included }: Bound, column: Column, nullable: boolean): Condition {
  const sign = sql.raw(`${side === 'from' ? '>' : '<'}${included ? '=' : ''}`)
  const left = operand(as, column, nullable)
  if (as === 'code') return sql`${codeOrder(left)} ${sign} ${codeKey(value)}::text`
  if (as === 'exact') return sql`${left} collate "C" ${sign} ${value}::text`
  return sql`${left} ${sign} ${parameter(as, value)}`
}
