import type { Ast, Bound, Comparison, Field } from './ast.ts'
import { equal } from './build.ts'
import { neutralDecimal } from './decimal.ts'
import { inQuotes, writeParts, writeText } from './quote.ts'

/** The filter as an expression that reads back as the same tree, whatever the language, the zone, the user and the day. */
export const print = (ast: Ast): string => (ast.is === 'all' && ast.of.length === 0 ? '' : inside(ast, 'any'))

/** The expression that finds the value of a cell: equal to it, or blank. */
export function filterOn({ kind }: Field, value: string | null): string {
  if (value === null || value === '') return "''"
  switch (kind) {
    case 'text':
    case 'code':
    case 'number':
    case 'boolean':
    case 'instant':
    case 'time':
      return print(equal(kind, value))
    case 'choice':
      return print(equal('key', value))
    case 'date':
      return print(equal('day', value))
    case 'duration':
      return print(equal('number', value))
  }
}

function inside(ast: Ast, around: 'all' | 'any'): string {
  switch (ast.is) {
    case 'any': {
      const text = ast.of.length === 0 ? '<>*' : ast.of.map((one) => inside(one, 'any')).join('|')
      return around === 'all' && ast.of.length > 1 ? `(${text})` : text
    }
    case 'all':
      return ast.of.length === 0 ? '*' : pairs(ast.of).join('&')
    case 'blank':
      return ast.not ? "<>''" : "''"
    case 'equal':
      return `${ast.not ? '<>' : ''}${write(ast.as, ast.value)}`
    case 'like':
      return `${ast.not ? '<>' : ''}${ast.as === 'exact' ? inQuotes(ast.parts) : writeParts(ast.parts)}`
    case 'bound':
      return printBound(ast)
  }
}

/** Two ends that follow each other, both included, make a range. */
function pairs(of: readonly Ast[]): string[] {
  const [one, next, ...more] = of
  if (one === undefined) return []
  if (isEnd(one, 'from') && next !== undefined && isEnd(next, 'to'))
    return [`${write(one.as, one.value)}..${write(next.as, next.value)}`, ...pairs(more)]
  return [inside(one, 'all'), ...pairs(of.slice(1))]
}

const isEnd = (ast: Ast, side: 'from' | 'to'): ast is Bound => ast.is === 'bound' && ast.side === side && ast.included

function printBound({ as, side, value, included }: Bound): string {
  const text = write(as, value)
  if (!included) return `${side === 'from' ? '>' : '<'}${text}`
  return side === 'from' ? `${text}..` : `..${text}`
}

function write(as: Comparison, value: string): string {
  switch (as) {
    case 'exact':
      return inQuotes(value === '' ? [] : [{ text: value }])
    case 'number':
      return neutralDecimal(value)
    case 'boolean':
      return value === 'true' ? '1' : '0'
    case 'text':
    case 'code':
    case 'key':
      return writeText(value)
    default:
      return value
  }
}
