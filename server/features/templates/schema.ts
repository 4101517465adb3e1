import { type Static, Type } from 'typebox'
import { FileInfo } from '#features/attachments/schema.ts'
import {
  Choice,
  Code,
  Counted,
  Day,
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
const Sort = Type.Optional(Choice(['code', '-code', 'description', '-description']))
const closed = Type.Optional(Type.Boolean({ description: 'Only closed ones, or only open ones; left out: both' }))

/** A class of templates for reporting. */
export type Group = Static<typeof Group>
export const Group = Type.Object({
  id: Id,
  code: Code,
  description: Text(100),
  closedAt: Nullable(Instant),
  version: Version,
})
/** A group with the figures of a period: entries that count, in all views the caller may have. */
export type GroupRow = Static<typeof GroupRow>
export const GroupRow = Type.Object({
  ...Group.properties,
  templates: Type.Integer({ minimum: 0 }),
  interactions: Type.Integer({ minimum: 0, description: 'Logged in the period and not canceled' }),
  cost: Money,
  durationMin: Type.Integer({ minimum: 0 }),
})
const group = { code: Code, description: Text(100) }
export type NewGroup = Static<typeof NewGroup>
export const NewGroup = Type.Object(group, { additionalProperties: false })
export type GroupPatch = Static<typeof GroupPatch>
export const GroupPatch = Type.Partial(Type.Object(group), { additionalProperties: false, minProperties: 1 })
export type ChangedGroup = Static<typeof ChangedGroup>
export const ChangedGroup = Type.Object({ ...Group.properties, ...Undoable })
export type GroupQuery = Static<typeof GroupQuery>
export const GroupQuery = Type.Object(
  {
    ...pageQuery,
    sort: Sort,
    closed,
    from: Type.Optional({ ...Day, description: 'First day of the figures, in the company’s zone' }),
    to: Type.Optional({ ...Day, description: 'Last day of the figures' }),
  },
  { additionalProperties: false },
)

/** Content of a template in one language; without a language it serves where the contact’s has none. */
export type TemplateLanguage = Static<typeof TemplateLanguage>
export const TemplateLanguage = Type.Object({
  id: Id,
  languageId: Nullable(Id),
  code: Nullable(Type.String({ description: 'BCP 47' })),
  name: Nullable(Type.String()),
  description: Nullable(Text(100)),
  attachment: Nullable(FileInfo),
  version: Version,
})

/** What people preset in a template; every value is copied when the template is chosen. */
const presets = {
  code: Code,
  description: Nullable(Text(100)),
  groupId: Id,
  kind: Kind,
  unitCost: Money,
  unitDurationMin: Minutes,
  informationFlow: Nullable(Choice(['outbound', 'inbound'])),
  initiatedBy: Nullable(Choice(['us', 'them'])),
  correspondenceType: Nullable(Choice(['hardCopy', 'email'])),
  ignoreContactCorrespondenceType: Type.Boolean({ description: 'The template’s type wins over the contact’s wish' }),
  campaignTarget: Type.Boolean(),
  campaignResponse: Type.Boolean(),
  defaultLanguageId: Nullable(Id),
  wizardAction: Nullable(Action),
}
/** Preset of an interaction: means, direction, initiator, cost, duration, content. */
export type Template = Static<typeof Template>
export const Template = Type.Object({
  id: Id,
  ...presets,
  groupCode: Type.String(),
  defaultLanguageCode: Nullable(Type.String()),
  languages: Type.Array(TemplateLanguage),
  hasAttachment: Type.Boolean({ description: 'In the default language' }),
  contentMissing: Type.Boolean({ description: 'Something is to be sent, but there is no content in the default language' }),
  allowedWizardActions: Type.Array(Action, { description: 'Those that go with the content as it is' }),
  closedAt: Nullable(Instant),
  version: Version,
})
export type TemplateRow = Static<typeof TemplateRow>
export const TemplateRow = Type.Object({
  ...Template.properties,
  usedLastYear: Type.Integer({ minimum: 0, description: 'Interactions of the last 12 months that are not canceled' }),
})
/** A template with where it is used: entries and drafts. */
export type TemplateCard = Static<typeof TemplateCard>
export const TemplateCard = Type.Object({
  ...Template.properties,
  uses: Type.Object({ interactions: Counted, drafts: Counted }),
})
/** A template after an act that can be taken back. */
export type ChangedTemplate = Static<typeof ChangedTemplate>
export const ChangedTemplate = Type.Object({ ...Template.properties, ...Undoable })

/** Cost and duration are checked by their rule, so that a value outside of it is told as such. */
const given = {
  ...presets,
  unitCost: Type.String({ maxLength: 30, pattern: '^-?\\d+(\\.\\d+)?$', description: 'Not negative, up to two decimals' }),
  unitDurationMin: Type.Number({ description: 'Whole minutes, not negative' }),
}
export type NewTemplate = Static<typeof NewTemplate>
export const NewTemplate = Type.Object(
  {
    ...Type.Partial(Type.Object(given)).properties,
    code: presets.code,
    groupId: presets.groupId,
    kind: presets.kind,
  },
  { additionalProperties: false },
)
/** A default language without content gets a row of its own. */
export type TemplatePatch = Static<typeof TemplatePatch>
export const TemplatePatch = Type.Partial(Type.Object(given), { additionalProperties: false, minProperties: 1 })
export type TemplateCopy = Static<typeof TemplateCopy>
export const TemplateCopy = Type.Object(
  { code: presets.code, description: Type.Optional(presets.description) },
  { additionalProperties: false },
)

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
  defaultLanguageCode: FilterText,
  wizardAction: FilterText,
  hasAttachment: FilterText,
}
export type TemplateQuery = Static<typeof TemplateQuery>
export const TemplateQuery = Type.Object(
  { ...pageQuery, sort: Sort, closed, groupId: Type.Optional(Id), ...templateFilters },
  { additionalProperties: false },
)

/** What a guide needs to know of a template to propose everything else. */
export type TemplateChoice = Static<typeof TemplateChoice>
export const TemplateChoice = Type.Object({
  ...Type.Omit(Type.Object(presets), ['campaignTarget', 'campaignResponse']).properties,
  id: Id,
  groupCode: Type.String(),
  languages: Type.Array(TemplateLanguage),
})
export type ChoiceQuery = Static<typeof ChoiceQuery>
export const ChoiceQuery = Type.Object(
  { kind: Type.Optional(Kind), q: pageQuery.q },
  { additionalProperties: false },
)

export type NewTemplateLanguage = Static<typeof NewTemplateLanguage>
export const NewTemplateLanguage = Type.Object(
  {
    languageId: Nullable(Id),
    description: Type.Optional(Nullable(Text(100))),
    copyOfId: Type.Optional({ ...Id, description: 'Row of this template whose content is the start' }),
  },
  { additionalProperties: false },
)
export type TemplateLanguagePatch = Static<typeof TemplateLanguagePatch>
export const TemplateLanguagePatch = Type.Object(
  { languageId: Type.Optional(Nullable(Id)), description: Type.Optional(Nullable(Text(100))) },
  { additionalProperties: false, minProperties: 1 },
)
/** A language that the template has content in, or that contacts use, with how many of them. */
export type LanguageUse = Static<typeof LanguageUse>
export const LanguageUse = Type.Object({
  languageId: Nullable(Id),
  code: Nullable(Type.String()),
  name: Nullable(Type.String()),
  contacts: Type.Integer({ minimum: 0 }),
  row: Nullable(TemplateLanguage),
})

export type NewAttachment = Static<typeof NewAttachment>
export const NewAttachment = Type.Object({ uploadId: Id }, { additionalProperties: false })
export type AttachmentSource = Static<typeof AttachmentSource>
export const AttachmentSource = Type.Object(
  { fromTemplateId: Id, fromLanguageId: Nullable(Id) },
  { additionalProperties: false },
)
/** A file that was the attachment before; `at` and `userName`: when and by whom it was replaced or removed. */
export type AttachmentVersion = Static<typeof AttachmentVersion>
export const AttachmentVersion = Type.Object({
  actId: Id,
  ...FileInfo.properties,
  at: Instant,
  userName: Nullable(Type.String()),
})
export type AttachmentRestoration = Static<typeof AttachmentRestoration>
export const AttachmentRestoration = Type.Object({ actId: Id }, { additionalProperties: false })
