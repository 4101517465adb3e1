import { type Static, Type } from 'typebox'
import { Interaction, InteractionQuery } from '#features/interactions/schema.ts'
import { Choice, Id, Nullable } from '#kernel/schema.ts'

/** What is looked for, within the filters of the log. */
export type SearchQuery = Static<typeof SearchQuery>
export const SearchQuery = Type.Object(
  {
    ...Type.Omit(InteractionQuery, ['after', 'sort', 'limit', 'q']).properties,
    q: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Words and "phrases in quotes"; an entry has all of them',
    }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  { additionalProperties: false },
)

/** A sentence of an entry in which something was found; `hit` marks the words. */
export type Found = Static<typeof Found>
export const Found = Type.Object({
  where: Choice(['description', 'comment', 'file']),
  attachmentId: Nullable(Id),
  fileName: Nullable(Type.String()),
  placeKind: Nullable(Choice(['page', 'sheet', 'slide'])),
  place: Nullable(Type.String({ description: 'Number of the page or slide, name of the sheet' })),
  sentence: Type.Array(Type.Object({ text: Type.String(), hit: Type.Boolean() })),
})

export type SearchAnswer = Static<typeof SearchAnswer>
export const SearchAnswer = Type.Object({
  items: Type.Array(Type.Object({ entry: Interaction, found: Type.Array(Found) })),
  more: Type.Boolean({
    description: 'There are more; the list of the log with the same `q` has them all, newest first',
  }),
  corrected: Nullable(
    Type.String({ description: 'Nothing has the words asked for; these, of names like them, were looked for' }),
  ),
})

/** Which entries of a list are to be shown with what was found in them. */
export type FoundQuery = Static<typeof FoundQuery>
export const FoundQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 200 }),
    ids: Type.String({ pattern: '^[0-9]{1,15}(,[0-9]{1,15}){0,199}$', description: 'Numbers of entries with commas' }),
  },
  { additionalProperties: false },
)
export type FoundAnswer = Static<typeof FoundAnswer>
export const FoundAnswer = Type.Object({
  items: Type.Array(Type.Object({ interactionId: Id, found: Type.Array(Found) })),
})
