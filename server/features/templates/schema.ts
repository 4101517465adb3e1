import { type Static, Type } from 'typebox'
import { FileInfo } from '#features/attachments/schema.ts'
import {
  Choice,
  Code,
  FilterText,
  Id,
  Instant,
  Minutes,
  Money,
  Nullable,
  pageQuery,
  Text,
  Undoable,
  Version,
} from '#kernel/schema.ts'

const Kind = Choice(['call', 'meeting', 'letter', 'mail', 'note', 'document', 'system'])
const Action = Choice(['open', 'import', 'merge'])
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
  wizardAction: Nullable(Action),
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
  used: Type.Integer({ minimum: 0, maximum: 1000, description: 'Entries of the last 12 months, counted up to 1000' }),
  languages: Type.Array(TemplateLanguage),
  allowedWizardActions: Type.Array(Action, { description: 'Those that go with the content of the default language' }),
  contentMissing: Type.Boolean({ description: 'Something is to go out, but the default language has no content' }),
})

/** Cost and duration are checked by their rule, so that what is outside of it is told as such. */
const given = {
  ...fields,
  unitCost: Type.String({
    maxLength: 30,
    pattern: '^-?\\d+(\\.\\d+)?$',
    description: 'Not negative, two decimals',
    examples: ['8.00'],
  }),
  unitDurationMin: Type.Number({ description: 'Whole minutes, not negative' }),
}

const { code, groupId, kind } = fields
export type NewTemplate = Static<typeof NewTemplate>
export const NewTemplate = Type.Object(
  { ...Type.Partial(Type.Object(given)).properties, code, groupId, kind },
  { additionalProperties: false },
)
export type TemplatePatch = Static<typeof TemplatePatch>
/** A default language without a row gets one. */
export const TemplatePatch = Type.Partial(Type.Object(given), { additionalProperties: false, minProperties: 1 })
export type ChangedTemplate = Static<typeof ChangedTemplate>
export const ChangedTemplate = Type.Object({ ...InteractionTemplate.properties, ...Undoable })

/** Filters of the list: an expression by field. */
export const templateFilters = {
  code: FilterText,
  description: FilterText,
  groupCode: FilterText,
  kind: FilterText,
  unitCost: FilterText,
  unitDurationMin: FilterText,
  informationFlow: FilterText,
  initiatedBy: FilterText,
  correspondenceType: FilterText,
  ignoreContactCorrespondenceType: FilterText,
  wizardAction: FilterText,
  withAttachment: FilterText,
}
export type TemplateQuery = Static<typeof TemplateQuery>
export const TemplateQuery = Type.Object(
  {
    ...pageQuery,
    sort: Type.Optional(Choice(['code', '-code', 'description', '-description'])),
    closed: Type.Optional(Type.Boolean({ description: 'With those that are closed' })),
    groupId: Type.Optional(Id),
    ...templateFilters,
  },
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
/** What becomes the content: a file just sent, an independent copy of another row's, or one that the row had before. */
export type NewContent = Static<typeof NewContent>
export const NewContent = Type.Object(
  {
    uploadId: Type.Optional(Id),
    copyOf: Type.Optional({ ...Id, description: 'Language row of any template' }),
    version: Type.Optional({ ...Id, description: 'Act that replaced or removed it' }),
  },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
)
/** A file that a row had before; `at` and `userName`: when and by whom it was replaced or removed. */
export type AttachmentVersion = Static<typeof AttachmentVersion>
export const AttachmentVersion = Type.Object({
  actId: Id,
  ...FileInfo.properties,
  at: Instant,
  userName: Nullable(Type.String()),
})
/** A language that the template has a row in, or could have, with how many contacts it is of. */
export type LanguageUse = Static<typeof LanguageUse>
export const LanguageUse = Type.Object({
  languageId: Nullable(Id),
  languageCode: Nullable(Type.String()),
  languageName: Nullable(Type.String()),
  contacts: Type.Integer({ minimum: 0 }),
  row: Nullable(TemplateLanguage),
})
