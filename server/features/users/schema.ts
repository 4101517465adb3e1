import { type Static, Type } from 'typebox'
import { rights } from '#kernel/context.ts'
import { Choice, Id, Instant, Nullable, Text } from '#kernel/schema.ts'

const Language = Choice(['en', 'it'])
const Zone = Type.String({ format: 'zone', maxLength: 60 })
const Email = Type.String({ format: 'email-address', maxLength: 200 })
/** At least 12 characters, as many as one likes up to 200; paste is welcome. */
const Password = Type.String({ minLength: 12, maxLength: 200 })
const Preferences = Type.Object(
  {
    scheme: Type.Optional(Choice(['light', 'dark', 'auto'])),
    density: Type.Optional(Choice(['compact', 'normal', 'airy'])),
    singleKeys: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

/** Who is signed in, in which company, and what they may do. */
export type Session = Static<typeof Session>
export const Session = Type.Object({
  user: Type.Object({
    id: Id,
    name: Type.String(),
    email: Type.String(),
    language: Language,
    zone: Type.String(),
    preferences: Type.Record(Type.String(), Type.Unknown()),
    rights: Type.Array(Choice([...rights])),
    salespersonId: Nullable(Id),
  }),
  company: Type.Object({
    id: Id,
    name: Type.String(),
    currency: Type.String(),
    country: Type.String(),
    zone: Type.String(),
  }),
})

export type Credentials = Static<typeof Credentials>
export const Credentials = Type.Object(
  { email: Type.String({ minLength: 1, maxLength: 200 }), password: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
)
export type SessionPatch = Static<typeof SessionPatch>
export const SessionPatch = Type.Object(
  {
    name: Type.Optional(Text(100)),
    language: Type.Optional(Language),
    zone: Type.Optional(Zone),
    preferences: Type.Optional(Preferences),
  },
  { additionalProperties: false },
)
export type Welcome = Static<typeof Welcome>
export const Welcome = Type.Object(
  {
    token: Type.String({ maxLength: 200 }),
    name: Text(100),
    email: Email,
    password: Password,
    company: Text(100),
    language: Language,
    zone: Type.Optional(Zone),
  },
  { additionalProperties: false },
)

export type NewKey = Static<typeof NewKey>
export const NewKey = Type.Object({ name: Text(100) }, { additionalProperties: false })
export type Key = Static<typeof Key>
export const Key = Type.Object({ id: Id, name: Type.String(), createdAt: Instant })
/** A key is shown once, when it is made; what is kept of it is its hash. */
export const MadeKey = Type.Object({ ...Key.properties, key: Type.String() })
