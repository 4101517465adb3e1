import type { Schema } from './api-document.ts'

/** A value that must be refused, and where the refusal has to point. */
export interface Bad {
  readonly what: string
  readonly value: unknown
  readonly pointer: string
}

const typesOf = ({ type, enum: keys }: Schema): readonly string[] =>
  type !== undefined ? [type].flat() : (keys ?? []).map((key) => (key === null ? 'null' : typeof key))

const others: Readonly<Record<string, unknown>> = {
  string: 'x',
  number: 5.5,
  boolean: true,
  array: ['x'],
  object: { surprise: 1 },
  null: null,
}

/** Everything that a field must refuse, by its schema: wrong types, lengths, sizes, characters, dates, and all of that inside it. */
export function badValues(schema: Schema, pointer = ''): Bad[] {
  const types = typesOf(schema)
  if (types.length === 0) return []
  const bad = (what: string, value: unknown, inside = ''): Bad => ({ what, value, pointer: pointer + inside })
  return [
    ...Object.entries(others)
      .filter(([type]) => !types.includes(type) && !(type === 'number' && types.includes('integer')))
      .map(([type, value]) => bad(`a ${type}`, value)),
    ...(types.includes('string') ? badTexts(schema).map(([what, value]) => bad(what, value)) : []),
    ...(types.includes('integer') || types.includes('number')
      ? badNumbers(schema, types).map(([what, value]) => bad(what, value))
      : []),
    ...(types.includes('array') ? badLists(schema, pointer) : []),
    ...(types.includes('object') && schema.properties !== undefined ? badObjects(schema, pointer) : []),
  ]
}

export function badTexts({ enum: keys, maxLength, minLength = 0, format, pattern }: Schema): [string, string][] {
  const shaped = keys !== undefined || format !== undefined || pattern !== undefined
  const emptyFits = minLength === 0 && !shaped
  return [
    ['U+0000', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800b'],
    ['too long', 'x'.repeat((maxLength ?? 100_000) + 1)],
    ...(emptyFits ? [] : [['empty', ''] as [string, string]]),
    ...(keys === undefined ? [] : [['none of its words', 'nothing-of-these'] as [string, string]]),
    ...(format === 'instant'
      ? (['0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-01-01T23:59:60Z'] as const).map(
          (text): [string, string] => [text, text],
        )
      : []),
    ...(format === 'day' ? (['0000-01-01', '2026-02-30'] as const).map((text): [string, string] => [text, text]) : []),
  ]
}

function badNumbers({ minimum }: Schema, types: readonly string[]): [string, number][] {
  return [
    ['too big', 2 ** 53],
    ['far too big', 1e308],
    ...(minimum !== undefined && minimum >= 0 ? [['negative', -1] as [string, number]] : []),
    ...(types.includes('integer') ? [['a fraction', 1.5] as [string, number]] : []),
  ]
}

function badLists({ items = {}, minItems = 0, maxItems }: Schema, pointer: string): Bad[] {
  const one = goodValue(items)
  const many = Array.from({ length: (maxItems ?? 10_000) + 1 }, (_, n) => (typeof one === 'number' ? n + 1 : one))
  return [
    { what: 'too many', value: many, pointer },
    ...(minItems > 0 ? [{ what: 'none', value: [], pointer }] : []),
    ...badValues(items, `${pointer}/0`).map((bad) => ({ ...bad, value: [bad.value] })),
  ]
}

function badObjects(schema: Schema, pointer: string): Bad[] {
  const good = goodValue(schema) as object
  const { properties = {}, required = [] } = schema
  return [
    ...Object.entries(properties).flatMap(([name, field]) =>
      badValues(field, `${pointer}/${name}`).map((bad) => ({ ...bad, value: { ...good, [name]: bad.value } })),
    ),
    ...required.map((name) => ({
      what: 'left out',
      value: { ...good, [name]: undefined },
      pointer: `${pointer}/${name}`,
    })),
    { what: 'a field that is unknown', value: { ...good, surprise: 1 }, pointer: `${pointer}/surprise` },
  ]
}

const byFormat: Readonly<Record<string, string>> = {
  instant: '2026-03-10T09:14:20.5Z',
  day: '2026-03-10',
  zone: 'Europe/Rome',
  currency: 'EUR',
  country: 'IT',
  'email-address': 'anna@example.org',
}

/** A value that the schema lets pass. @param known what fields of some names hold, instead */
export function goodValue(schema: Schema, known: Readonly<Record<string, unknown>> = {}): unknown {
  const { examples, enum: keys, format = '', minLength = 1, minimum = 0, minItems = 0, items = {} } = schema
  if (examples !== undefined) return examples[0]
  if (keys !== undefined) return keys[0]
  switch (typesOf(schema)[0]) {
    case 'string':
      return byFormat[format] ?? 'x'.repeat(minLength)
    case 'integer':
    case 'number':
      return minimum
    case 'boolean':
      return false
    case 'array':
      return Array.from({ length: minItems }, () => goodValue(items))
    case 'object':
      return goodObject(schema, known)
    default:
      return null
  }
}

function goodObject(
  { properties = {}, required = [], oneOf }: Schema,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const needed = new Set([...required, ...(oneOf?.[0]?.required ?? [])])
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => needed.has(name))
      .map(([name, field]) => [name, known[name] ?? goodValue(field)]),
  )
}
