import { type Static, Type } from 'typebox'
import { FileInfo } from '#features/attachments/schema.ts'
import { Choice, Code, Id, Instant, Minutes, Money, Nullable, Text, Undoable, Version } from '#kernel/schema.ts'

const Kind = Choice(['call', 'meeting', 'letter', 'mail', 'note', 'document', 'system'])
const fields = {
  code: Code,
  description: Nullable(Text(100)),
  groupId: Id,
  kind: Kind,
  unitCost: Money,
  unitDurationMin: Minutes,
  informationFlow: Nullable(Choice(['outbound', 'inbound'])),
  initiatedBy: Nullable(Choice(['us', 'them'])),
  correspondenceType: Nullable(Choice(['hardCopy', 'email'])),
  ignoreContactCorrespondenceType: Type.Boolean(),
  campaignTarget: Type.Boolean(),
  campaignResponse: Type.Boolean(),
  defaultLanguageId: Nullable(Id),
  wizardAction: Nullable(Choice(['open', 'import', 'merge'])),
}

/** One language of a template with its content. */
export type TemplateLanguage = Static<typeof TemplateLanguage>
export const TemplateLanguage = Type.Object({
  id: Id,
  languageId: Nullable(Id),
  languageCode: Nullable(Type.String()),
  description: Nullable(Type.String()),
  attachment: Nullable(FileInfo),
  version: Version,
})
/** Preset of an interaction: means, direction, initiator, cost, duration, content. Choosing it copies its values. */
export type InteractionTemplate = Static<typeof InteractionTemplate>
export const InteractionTemplate = Type.Object({
  id: Id,
  ...fields,
  closedAt: Nullable(Instant),
  version: Version,
  groupCode: Type.String(),
  used: Type.Integer({ minimum: 0, description: 'Entries of the last 12 months' }),
  languages: Type.Array(TemplateLanguage),
})

const { code, groupId, kind } = fields
export type NewTemplate = Static<typeof NewTemplate>
export const NewTemplate = Type.Object(
  { ...Type.Partial(Type.Object(fields)).properties, code, groupId, kind },
  { additionalProperties: false },
)
export type TemplatePatch = Static<typeof TemplatePatch>
export const TemplatePatch = Type.Partial(Type.Object(fields), { additionalProperties: false, minProperties: 1 })
export type ChangedTemplate = Static<typeof ChangedTemplate>
export const ChangedTemplate = Type.Object({ ...InteractionTemplate.properties, ...Undoable })

export type TemplateQuery = Static<typeof TemplateQuery>
export const TemplateQuery = Type.Object(
  { closed: Type.Optional(Type.Boolean({ description: 'With those that are closed' })), groupId: Type.Optional(Id) },
  { additionalProperties: false },
)
export type ChoiceQuery = Static<typeof ChoiceQuery>
export const ChoiceQuery = Type.Object(
  { kind: Type.Optional(Kind), q: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
)

export type LanguageRowFields = Static<typeof LanguageRowFields>
export const LanguageRowFields = Type.Object(
  { languageId: Nullable(Id), description: Type.Optional(Nullable(Text(100))) },
  { additionalProperties: false },
)
/** What becomes the content: a file just sent, or an independent copy of another row's. */
export type NewContent = Static<typeof NewContent>
export const NewContent = Type.Object(
  { uploadId: Type.Optional(Id), copyOf: Type.Optional({ ...Id, description: 'Language row of any template' }) },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
)
