import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import { estimateOf } from '#kernel/estimate.ts'
import type { Ast, Setting } from '#kernel/filter/ast.ts'
import { parseFilter } from '#kernel/filter/parse.ts'
import type { FilterFields } from '#kernel/filter/query.ts'
import { searched } from '../fields.ts'
import { happened } from './last.ts'
import { type Condition, contains, joined, literal, type Table } from './search-text.ts'

/** The filters of a request, and how they are read. */
export interface Asked {
  readonly fields: FilterFields
  readonly filters: Readonly<Record<string, unknown>>
  readonly setting: Setting
}
type Leaf = Exclude<Ast, { readonly of: unknown }>

/**
 * What filters on searched fields ask besides: every piece of three letters or digits that a value must hold stands in the
 * search text too, so that its index narrows the rows down before the filter itself is tried.
 */
export const ofSearchText = (asked: Asked): Condition[] =>
  Object.entries(searched).flatMap(([name, table]) => implied(asked, name, (leaf) => piecesOf(leaf, table)) ?? [])

/** What a filter on the name asks of the name as lists sort it: the same, for values, beginnings and ranges. Index: contact_by_name. */
export const ofNameKey = (asked: Asked): Condition | undefined => implied(asked, 'name', onNameKey)

/** Beyond so many entries whoever fits is met often enough in the order of the list. */
const FEW_ENTRIES = 20_000

/**
 * Whoever was last spoken with on a day or after it is among those with whom something happened since: where that is little,
 * they are read from the log, instead of asking each contact. Index: interaction_by_time.
 */
export async function ofRecentEntries(ctx: Context, asked: Asked): Promise<Condition | undefined> {
  const expected: Promise<number>[] = []
  const condition = implied(asked, 'lastInteractionAt', (leaf) => {
    if (leaf.is !== 'bound' || leaf.side !== 'from') return undefined
    const since = happened(ctx).where('interaction.occurredAt', '>=', leaf.value)
    const [contacts, companies] = [since.select('interaction.contactId'), since.select('interaction.companyId')]
    expected.push(estimateOf(contacts))
    return sql`contact.id in (${contacts} union ${companies})`
  })
  const entries = (await Promise.all(expected)).reduce((sum, n) => sum + n, 0)
  return entries <= FEW_ENTRIES ? condition : undefined
}

/** A condition that every value which fits a filter fulfils, made of those of its leaves; `undefined` when there is none. */
function implied({ fields, filters, setting }: Asked, name: string, ofLeaf: (leaf: Leaf) => Condition | undefined) {
  const [field, text] = [fields[name], filters[name]]
  const parsed = field === undefined || typeof text !== 'string' ? undefined : parseFilter(field, text, setting)
  return parsed?.ok === true ? needed(parsed.ast, ofLeaf) : undefined
}

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
    pieces.map((piece) => contains(table, piece)),
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
