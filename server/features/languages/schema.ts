import { type Static, Type } from 'typebox'
import { Code, Id, Instant, Nullable, Text, Undoable, Version } from '#kernel/schema.ts'

/** A language of letters and templates. */
export type Language = Static<typeof Language>
export const Language = Type.Object({
  id: Id,
  code: Type.String({ minLength: 2, maxLength: 35, description: 'BCP 47 tag', examples: ['it', 'de-CH'] }),
  name: Text(100),
  erpCode: Nullable(Code),
  closedAt: Nullable(Instant),
  version: Version,
})
const { code, name, erpCode } = Language.properties

export type NewLanguage = Static<typeof NewLanguage>
export const NewLanguage = Type.Object({ code, name, erpCode: Type.Optional(erpCode) }, { additionalProperties: false })
export type LanguagePatch = Static<typeof LanguagePatch>
export const LanguagePatch = Type.Partial(Type.Object({ code, name, erpCode }), {
  additionalProperties: false,
  minProperties: 1,
})

/** A language after an act that can be taken back. */
export type ChangedLanguage = Static<typeof ChangedLanguage>
export const ChangedLanguage = Type.Object({ ...Language.properties, ...Undoable })

export type LanguageQuery = Static<typeof LanguageQuery>
export const LanguageQuery = Type.Object(
  { closed: Type.Optional(Type.Boolean({ description: 'With those that are closed' })) },
  { additionalProperties: false },
)
