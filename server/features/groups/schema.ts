import { type Static, Type } from 'typebox'
import { Choice, Code, Day, Id, Instant, Nullable, pageQuery, Text, Undoable, Version } from '#kernel/schema.ts'

const fields = { code: Code, description: Text(100) }
/** A class of templates for reporting: letters, calls, meetings. */
export type InteractionGroup = Static<typeof InteractionGroup>
export const InteractionGroup = Type.Object({ id: Id, ...fields, closedAt: Nullable(Instant), version: Version })

/** A group with how many templates it has, and with the figures of its entries that are neither canceled nor drafts. */
export type GroupRow = Static<typeof GroupRow>
export const GroupRow = Type.Object({
  ...InteractionGroup.properties,
  templates: Type.Integer({ minimum: 0 }),
  interactions: Type.Integer({ minimum: 0 }),
  cost: Type.String({ description: 'Decimal, in the company’s currency' }),
  durationMin: Type.Integer({ minimum: 0 }),
})
export type NewGroup = Static<typeof NewGroup>
export const NewGroup = Type.Object(fields, { additionalProperties: false })
export type GroupPatch = Static<typeof GroupPatch>
export const GroupPatch = Type.Partial(Type.Object(fields), { additionalProperties: false, minProperties: 1 })
export type ChangedGroup = Static<typeof ChangedGroup>
export const ChangedGroup = Type.Object({ ...InteractionGroup.properties, ...Undoable })

export type GroupQuery = Static<typeof GroupQuery>
export const GroupQuery = Type.Object(
  {
    ...pageQuery,
    sort: Type.Optional(Choice(['code', '-code', 'description', '-description'])),
    closed: Type.Optional(Type.Boolean({ description: 'With those that are closed' })),
    from: Type.Optional({ ...Day, description: 'First day of the figures, in the company’s zone' }),
    to: Type.Optional({ ...Day, description: 'Last day of the figures' }),
  },
  { additionalProperties: false },
)
