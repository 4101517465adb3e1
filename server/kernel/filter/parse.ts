import { say } from '../words.ts'
import { type Ast, type Field, limits, type NotUnderstood, type Parsed, type Setting } from './ast.ts'
import { readBoolean } from './boolean.ts'
import { all, any } from './build.ts'
import { readChoice } from './choice.ts'
import { readDate } from './date.ts'
import { readDuration } from './duration.ts'
import { FilterFault } from './fault.ts'
import { readInstant } from './instant.ts'
import { meaning } from './meaning.ts'
import { nearest } from './nearest.ts'
import { readNumber } from './number.ts'
import { print } from './print.ts'
import { isOutOfReach } from './reach.ts'
import type { Reading } from './reading.ts'
import { isWithinLimits, scan } from './scan.ts'
import type { Syntax, Term } from './syntax.ts'
import { readCode, readText } from './text.ts'
import { readTime } from './time.ts'

/**
 * Reads a filter expression for a field. Never throws: what is no filter comes back with its place, with what was
 * expected, and with the nearest text that is one.
 */
export function parseFilter(field: Field, text: string, setting: Setting): Parsed {
  try {
    const reading: Reading = { setting, moves: new Set() }
    const ast = read(field, text, reading)
    const slow = isOutOfReach(ast) ? say(setting.language, 'filter:slow') : null
    return { ok: true, ast, meaning: meaning(ast, { field, setting }, reading.moves), absolute: absolute(ast), slow }
  } catch (fault) {
    if (!(fault instanceof FilterFault)) throw fault
    return refusal(
      fault,
      text,
      setting,
      nearest(text, fault, (candidate) => read(field, candidate, { setting, moves: new Set() })),
    )
  }
}

function read(field: Field, text: string, reading: Reading): Ast {
  requireSound(text)
  const syntax = scan(text)
  return syntax === null ? all() : meant(syntax, field, reading)
}

function absolute(ast: Ast): string | null {
  const text = print(ast)
  return isWithinLimits(text) ? text : null
}

/** What PostgreSQL cannot store, no value can be equal to. */
function requireSound(text: string): void {
  const limit = limits.length
  if (text.length > limit) throw new FilterFault(limit, text.length, { key: 'length', values: { limit } })
  const at = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text)?.index
  if (at !== undefined) throw new FilterFault(at, at + 1, { key: 'character' }, [{ from: at, to: at + 1, text: '' }])
}

function meant(syntax: Syntax, field: Field, reading: Reading): Ast {
  switch (syntax.is) {
    case 'all':
      return all(...syntax.of.map((one) => meant(one, field, reading)))
    case 'any':
      return any(...syntax.of.map((one) => meant(one, field, reading)))
    default:
      return readTerm(syntax, field, reading)
  }
}

function readTerm(term: Term, field: Field, reading: Reading): Ast {
  const { setting } = reading
  const nullable = field.nullable ?? false
  switch (field.kind) {
    case 'text':
      return readText(term, setting)
    case 'code':
      return readCode(term, setting)
    case 'number':
      return readNumber(term, setting)
    case 'duration':
      return readDuration(term, field.unit, setting)
    case 'boolean':
      return readBoolean(term)
    case 'choice':
      return readChoice(term, field.choices, setting)
    case 'date':
      return readDate(term, nullable, reading)
    case 'instant':
      return readInstant(term, nullable, reading)
    case 'time':
      return readTime(term, reading)
  }
}

function refusal(fault: FilterFault, text: string, { language }: Setting, near: string | undefined): NotUnderstood {
  const { key, values = {} } = fault.expected
  const expected = say(language, `filter:expected.${key}`, values)
  const found = text.slice(fault.from, Math.min(fault.to, fault.from + 30))
  const sentence = key in limits ? key : found === '' ? 'end' : 'here'
  const message = say(language, `filter:fault.${sentence}`, { ...values, expected, found })
  return { ok: false, at: fault.from, expected, message, ...(near !== undefined && { nearest: near }) }
}
