import { type Static, Type } from 'typebox'
import { Choice, Id, Instant, Nullable } from '#kernel/schema.ts'
import { reasons } from './sameness.ts'
import { LastInteraction } from './schema.ts'

/** A contact that words could mean, with what recording needs to know of it. */
export type FoundContact = Static<typeof FoundContact>
export const FoundContact = Type.Object({
  id: Id,
  no: Type.String(),
  name: Type.String(),
  type: Choice(['company', 'person']),
  companyId: Nullable(Id),
  companyName: Nullable(Type.String()),
  city: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  correspondenceType: Nullable(Choice(['hardCopy', 'email'])),
  languageId: Nullable(Id),
  salespersonId: Nullable(Id),
  privacyBlocked: Type.Boolean(),
  lastInteractionAt: Nullable(Instant),
  words: Type.Array(Type.Integer({ minimum: 0 }), { description: 'Which of the words name this contact' }),
})
/** Best first; `sure`: the first is clearly meant. */
export type FoundContacts = Static<typeof FoundContacts>
export const FoundContacts = Type.Object({ items: Type.Array(FoundContact), sure: Type.Boolean() })
export type ContactWords = Static<typeof ContactWords>
export const ContactWords = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 500 }),
    onlyName: Type.Optional(Type.Boolean({ description: 'The words are nothing but the name' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  { additionalProperties: false },
)

/** A contact that one being typed may be already, and why. */
export type Duplicate = Static<typeof Duplicate>
export const Duplicate = Type.Object({
  id: Id,
  no: Type.String(),
  name: Type.String(),
  type: Choice(['company', 'person']),
  companyName: Nullable(Type.String()),
  city: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  vatNo: Nullable(Type.String()),
  reasons: Type.Array(Choice([...reasons]), { description: 'In what both are the same, the strongest first' }),
})
/** The surest first. */
export type Duplicates = Static<typeof Duplicates>
export const Duplicates = Type.Object({ items: Type.Array(Duplicate) })
/** As far as it is typed. */
export type DuplicateQuery = Static<typeof DuplicateQuery>
export const DuplicateQuery = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 200 })),
    email: Type.Optional(Type.String({ maxLength: 400 })),
    phone: Type.Optional(Type.String({ maxLength: 50 })),
    vatNo: Type.Optional(Type.String({ maxLength: 30 })),
    country: Type.Optional(
      Type.String({ format: 'country', description: 'Of numbers that name none; by default the company’s own' }),
    ),
  },
  { additionalProperties: false },
)

/** Figures of a contact, of a company with its people: derived when asked, stored nowhere. */
export type ContactFacts = Static<typeof ContactFacts>
export const ContactFacts = Type.Object({
  lastInteraction: Nullable(LastInteraction),
  lastAttemptAt: Nullable(Instant),
  interactions: Type.Integer({ minimum: 0, description: 'Of the last 12 months, as the next figures' }),
  cost: Type.String({ description: 'Decimal, in the company’s currency' }),
  durationMin: Type.Integer({ minimum: 0, description: 'Whole minutes' }),
  outbound: Type.Integer({ minimum: 0 }),
  inbound: Type.Integer({ minimum: 0 }),
  byMonth: Type.Array(
    Type.Object({ month: Type.String({ description: 'YYYY-MM' }), count: Type.Integer({ minimum: 0 }) }),
    { description: 'This month and the eleven before it, oldest first' },
  ),
})
