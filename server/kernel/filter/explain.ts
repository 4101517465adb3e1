import { type Static, Type } from 'typebox'
import { Problem } from '../problem.ts'
import type { Setting } from './ast.ts'
import { parseFilter } from './parse.ts'
import type { FilterFields } from './query.ts'

/** A filter that somebody is typing. */
export type FilterQuestion = Static<typeof FilterQuestion>
export const FilterQuestion = Type.Object(
  { field: Type.String({ maxLength: 50 }), text: Type.String({ maxLength: 1000 }) },
  { additionalProperties: false },
)
/** What it means in words, or the place where it stops being a filter, with the nearest that is one. */
export type FilterAnswer = Static<typeof FilterAnswer>
export const FilterAnswer = Type.Union([
  Type.Object({ meaning: Type.String() }),
  Type.Object({ fault: Type.String(), at: Type.Integer({ minimum: 0 }), nearest: Type.Optional(Type.String()) }),
])

/** @throws Problem `not-found` for a field that the list does not have */
export function explain(fields: FilterFields, { field, text }: FilterQuestion, setting: Setting): FilterAnswer {
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (known === undefined) throw new Problem('not-found', { pointer: '/field' })
  const parsed = parseFilter(known, text, setting)
  if (parsed.ok) return { meaning: parsed.meaning }
  return { fault: parsed.message, at: parsed.at, ...(parsed.nearest !== undefined && { nearest: parsed.nearest }) }
}
