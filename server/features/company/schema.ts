import { type Static, Type } from 'typebox'
import { Choice, Id, Instant, Nullable, pageQuery, Text, Version } from '#kernel/schema.ts'

/** What the company has set up for all its users. */
export type Setup = Static<typeof Setup>
export const Setup = Type.Object({
  name: Text(100),
  currency: Type.String({ format: 'currency', description: 'ISO 4217' }),
  country: Type.String({ format: 'country', description: 'ISO 3166-1 alpha-2' }),
  language: Choice(['en', 'it']),
  zone: Type.String({ format: 'zone', maxLength: 60 }),
  retentionMonths: Nullable(
    Type.Integer({
      minimum: 1,
      maximum: 600,
      description: 'Every night, canceled entries older than so many months are deleted; null: none',
    }),
  ),
  version: Version,
})
export type SetupPatch = Static<typeof SetupPatch>
export const SetupPatch = Type.Partial(Type.Omit(Setup, ['version']), { additionalProperties: false })

/** One act as the history of a record shows it: who, when, through which door, and what it changed. */
export type HistoryRow = Static<typeof HistoryRow>
export const HistoryRow = Type.Object({
  actId: Id,
  act: Type.String(),
  said: Type.String({ description: 'The act in words of the caller’s language' }),
  at: Instant,
  door: Choice(['page', 'api', 'job']),
  userName: Nullable(Type.String()),
  before: Nullable(Type.Record(Type.String(), Type.Unknown())),
  after: Nullable(Type.Record(Type.String(), Type.Unknown())),
  undoUntil: Nullable(
    Type.String({
      format: 'instant',
      description: 'Until when the whole act can be taken back; null: it cannot, or was',
    }),
  ),
})
export const records = [
  'contact',
  'interaction',
  'salesperson',
  'language',
  'interaction_group',
  'interaction_template',
  'setup',
] as const
export type HistoryQuery = Static<typeof HistoryQuery>
export const HistoryQuery = Type.Object(
  { record: Choice([...records]), id: Id, after: pageQuery.after, limit: pageQuery.limit },
  { additionalProperties: false },
)

/** A saved view of a list: its name and its address. */
export type View = Static<typeof View>
export const View = Type.Object({
  id: Id,
  list: Type.String(),
  name: Type.String(),
  search: Type.String(),
  shared: Type.Boolean(),
  mine: Type.Boolean(),
  version: Version,
})
export type NewView = Static<typeof NewView>
export const NewView = Type.Object(
  {
    list: Type.String({ minLength: 1, maxLength: 50 }),
    name: Text(60),
    search: Type.String({ maxLength: 4000 }),
    shared: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type ViewPatch = Static<typeof ViewPatch>
export const ViewPatch = Type.Partial(Type.Omit(NewView, ['list']), { additionalProperties: false })
export const ViewQuery = Type.Object({ list: Type.String({ maxLength: 50 }) }, { additionalProperties: false })
