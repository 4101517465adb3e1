import type { Readable } from 'node:stream'
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'

/** Number of a record; grows, never comes back. Below 2^53, so that JSON keeps it exact. */
export const Id = Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 })
/** RFC 3339 instant in UTC, to the microsecond, kept as text. */
export const Instant = Type.String({ format: 'instant', examples: ['2026-03-10T09:14:20.5Z'] })
/** Calendar day, YYYY-MM-DD. */
export const Day = Type.String({ format: 'day' })
/** Whole minutes. */
export const Minutes = Type.Integer({ minimum: 0, maximum: 525_600 })
/** Amount in the company's currency, never negative, as decimal text: binary floats cannot hold cents. */
export const Money = Type.String({ pattern: '^\\d{1,13}(\\.\\d{1,2})?$', examples: ['8.00'] })
/** Version of a record that people edit; a write names the one it saw. */
export const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
/** Short key of a set-up record: stored trimmed and in upper case, compared without case. */
export const Code = Type.String({ minLength: 1, maxLength: 20, pattern: '^\\S(.*\\S)?$' })
/** Text of one to `max` characters, without blanks at its ends. */
export const Text = (max: number) => Type.String({ minLength: 1, maxLength: max, pattern: '^\\S([\\s\\S]*\\S)?$' })
/** The schema's values, or `null`. Not as `anyOf`: that makes answers nine times slower to write, and three faults of one. */
export const Nullable = <T extends TSchema>(schema: T) => {
  const { type, enum: keys }: { type?: unknown; enum?: readonly unknown[] } = schema
  const nullable = keys === undefined ? { ...schema, type: [type, 'null'] } : { ...schema, enum: [...keys, null] }
  return Type.Unsafe<Static<T> | null>(nullable)
}
export const Choice = <const K extends string[]>(keys: [...K]) => Type.Enum(keys)

export const PageOf = <P extends TProperties>(item: TObject<P>) =>
  Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) })
/** Query parameters of every list: where to go on, how many rows (100 by default, at most 200), order (`name`, `-name`), search text. */
export const pageQuery = {
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  sort: Type.Optional(Type.String({ maxLength: 50 })),
  q: Type.Optional(Type.String({ maxLength: 200 })),
}
/** How many rows a list has; with `more`, there are more than `count`. */
export const Counted = Type.Object({ count: Type.Integer({ minimum: 0 }), more: Type.Boolean() })
/** A filter expression; see the list's page of the documentation for its fields. */
export const FilterText = Type.Optional(Type.String({ maxLength: 1000 }))

/** What an act on many acts on: named records, or all that a filter of the list finds. */
export const Selection = Type.Union([
  Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 1000 }) }, { additionalProperties: false }),
  Type.Object(
    { filter: Type.Record(Type.String(), Type.String({ maxLength: 1000 })) },
    { additionalProperties: false },
  ),
])
/** How an act can be taken back: `undoId` for `POST /api/undo/{id}`, until `undoUntil`; `null` when it cannot, or changed nothing. */
export const Undoable = { undoId: Nullable(Id), undoUntil: Nullable(Instant) }
/** Answer of an act on records: how many, and how it can be taken back. */
export type Done = Static<typeof Done>
export const Done = Type.Object({ count: Type.Integer({ minimum: 0 }), ...Undoable })

/** How the API's document tells of an answer that is a stream: its media types; texts are UTF-8, anything else is bytes. */
export const contentOf = (description: string, ...types: string[]) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: streamed(type.startsWith('text/')) }])),
})
const streamed = (isText: boolean) => Type.Unsafe<Readable>({ type: 'string', ...(isText ? {} : { format: 'binary' }) })
