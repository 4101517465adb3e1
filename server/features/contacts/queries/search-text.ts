import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ast, Setting } from '#kernel/filter/ast.ts'
import { parseFilter } from '#kernel/filter/parse.ts'
import type { FilterFields } from '#kernel/filter/query.ts'
import { searched } from '../fields.ts'

type Condition = RawBuilder<SqlBool>
type Table = 'contact' | 'company'

/** Fewer letters than this make no trigram of their own: such a word is looked for where words begin. */
const TRIGRAM = 3
/** Words of a search beyond these are not looked at. */
const WORDS = 8
/** Fewer digits than this are no telephone number. */
const PHONE_DIGITS = 6

/** What stands for a text in a pattern. Folding can bring forth `%` and its like, so that they are escaped after it. */
const literal = (text: string) => sql`regexp_replace(fold(${text}::text), '([\\\\%_])', '\\\\\\1', 'g')`
const holds = (table: Table, piece: string): Condition =>
  sql`${sql.ref(`${table}.searchText`)} like '%' || ${literal(piece)} || '%'`

/** Whether a contact has every word of a search, wherever it stands, and every telephone number, however it is written. Index: contact_by_search. */
export function fits(q: string): Condition | undefined {
  const conditions = wordsOf(q).map((word) => holds('contact', word.length < TRIGRAM ? ` ${word}` : word))
  return joined(conditions, ' and ')
}

/** The words of a search; pieces of one telephone number become its digits, without zeros and signs at their head. */
export function wordsOf(q: string): string[] {
  const pieces = q.replace(/\(0\)/g, ' ').match(/(?<!\S)[+(]?\d[\d\s()./+-]*\d(?!\S)|\S+/gu) ?? []
  return pieces.flatMap((piece) => numberOf(piece) ?? piece.split(/\s+/u)).slice(0, WORDS)
}

function numberOf(piece: string): string[] | undefined {
  const digits = piece.replace(/[\s()./+-]/g, '')
  if (!/^\d+$/.test(digits) || digits.length < PHONE_DIGITS) return undefined
  return [digits.replace(/^0+/, '')]
}

/**
 * What filters on searched fields ask besides: every piece of three letters or digits that a value must hold stands in the
 * search text too, so that its index narrows the rows down before the filter itself is tried.
 */
export function searching(
  fields: FilterFields,
  filters: Readonly<Record<string, unknown>>,
  setting: Setting,
): Condition[] {
  return Object.entries(searched).flatMap(([name, table]) => {
    const ast = astOf(fields, filters, setting, name)
    return ast === undefined ? [] : (needed(ast, (leaf) => piecesOf(leaf, table)) ?? [])
  })
}

/** What a filter on the name asks of the name as lists sort it: the same, for values, beginnings and ranges. Index: contact_by_name. */
export function byNameKey(
  fields: FilterFields,
  filters: Readonly<Record<string, unknown>>,
  setting: Setting,
): Condition | undefined {
  const ast = astOf(fields, filters, setting, 'name')
  return ast === undefined ? undefined : needed(ast, onNameKey)
}

function astOf(
  fields: FilterFields,
  filters: Readonly<Record<string, unknown>>,
  setting: Setting,
  name: string,
): Ast | undefined {
  const [field, text] = [fields[name], filters[name]]
  const parsed = field === undefined || typeof text !== 'string' ? undefined : parseFilter(field, text, setting)
  return parsed?.ok === true ? parsed.ast : undefined
}

type Leaf = Exclude<Ast, { readonly of: unknown }>

/** A condition that every value fitting the filter fulfils, of those of its leaves; `undefined` when there is none. */
function needed(ast: Ast, ofLeaf: (leaf: Leaf) => Condition | undefined): Condition | undefined {
  if (!('of' in ast)) return ofLeaf(ast)
  const each = ast.of.map((one) => needed(one, ofLeaf))
  const found = each.filter((one) => one !== undefined)
  if (ast.is === 'all') return joined(found, ' and ')
  return found.length === each.length ? joined(found, ' or ') : undefined
}

function piecesOf(leaf: Leaf, table: Table): Condition | undefined {
  const texts = (leaf.is === 'equal' || leaf.is === 'like') && !leaf.not ? textsOf(leaf) : []
  const pieces = texts.flatMap((text) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [])
  return joined(
    pieces.map((piece) => holds(table, piece)),
    ' and ',
  )
}

const textsOf = (leaf: Extract<Leaf, { is: 'equal' | 'like' }>): string[] =>
  leaf.is === 'equal' ? [leaf.value] : leaf.parts.flatMap((part) => ('text' in part ? part.text : []))

function onNameKey(leaf: Leaf): Condition | undefined {
  const key = sql.ref('contact.nameKey')
  if (leaf.is === 'bound' && leaf.as === 'text')
    return sql`${key} ${sql.raw(leaf.side === 'from' ? '>=' : '<=')} fold(${leaf.value}::text)`
  if (leaf.is === 'equal' && !leaf.not) return sql`${key} = fold(${leaf.value}::text)`
  const first = leaf.is === 'like' && !leaf.not ? leaf.parts[0] : undefined
  return first !== undefined && 'text' in first ? sql`${key} like ${literal(first.text)} || '%'` : undefined
}

const joined = (conditions: readonly Condition[], sign: string): Condition | undefined =>
  conditions.length === 0 ? undefined : sql`(${sql.join([...conditions], sql.raw(sign))})`
