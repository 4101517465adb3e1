import { type Static, Type } from 'typebox'
import { Code, Id, Instant, Nullable, Text, Undoable, Version } from '#kernel/schema.ts'

const Email = Type.String({ maxLength: 80, pattern: '^[^\\s@]+@[^\\s@]+$' })

/** Somebody who looks after contacts and whom interactions are booked on. */
export type Salesperson = Static<typeof Salesperson>
export const Salesperson = Type.Object({
  id: Id,
  code: Code,
  name: Text(100),
  email: Nullable(Email),
  phone: Nullable(Text(30)),
  jobTitle: Nullable(Text(100)),
  closedAt: Nullable(Instant),
  version: Version,
})
const { code, name, email, phone, jobTitle } = Salesperson.properties

export type NewSalesperson = Static<typeof NewSalesperson>
export const NewSalesperson = Type.Object(
  { code, name, email: Type.Optional(email), phone: Type.Optional(phone), jobTitle: Type.Optional(jobTitle) },
  { additionalProperties: false },
)
export type SalespersonPatch = Static<typeof SalespersonPatch>
export const SalespersonPatch = Type.Partial(Type.Object({ code, name, email, phone, jobTitle }), {
  additionalProperties: false,
  minProperties: 1,
})

/** A salesperson after an act that can be taken back. */
export type ChangedSalesperson = Static<typeof ChangedSalesperson>
export const ChangedSalesperson = Type.Object({ ...Salesperson.properties, ...Undoable })

export type SalespersonQuery = Static<typeof SalespersonQuery>
export const SalespersonQuery = Type.Object(
  { closed: Type.Optional(Type.Boolean({ description: 'With those that are closed' })) },
  { additionalProperties: false },
)
