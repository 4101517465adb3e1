import { type Static, Type } from 'typebox'
import { TableFormat } from '#kernel/exportTable.ts'
import { Choice, FilterText, Id, Instant, Minutes, Money, Nullable, pageQuery, Text, Undoable } from '#kernel/schema.ts'

const Evaluation = Type.Integer({ minimum: 1, maximum: 5, description: '1 very positive to 5 very negative' })
const Flow = Choice(['outbound', 'inbound'])
const Initiator = Choice(['us', 'them'])
const Correspondence = Choice(['hardCopy', 'email'])
const Kind = Choice(['call', 'meeting', 'letter', 'mail', 'note', 'document', 'system'])
const Description = Text(100)

/** One communication between us and one contact, as it was logged. */
export type Interaction = Static<typeof Interaction>
export const Interaction = Type.Object({
  id: Id,
  occurredAt: Instant,
  recordedAt: Instant,
  description: Type.String(),
  kind: Kind,
  contactId: Id,
  contactNo: Type.String(),
  contactName: Type.String(),
  companyId: Nullable(Id),
  companyName: Nullable(Type.String()),
  salespersonId: Nullable(Id),
  salespersonCode: Nullable(Type.String()),
  salespersonName: Nullable(Type.String()),
  templateId: Id,
  templateCode: Type.String(),
  groupId: Id,
  groupCode: Type.String(),
  languageId: Nullable(Id),
  languageCode: Nullable(Type.String()),
  informationFlow: Nullable(Flow),
  initiatedBy: Nullable(Initiator),
  correspondenceType: Nullable(Correspondence),
  evaluation: Nullable(Evaluation),
  attemptFailed: Type.Boolean(),
  canceled: Type.Boolean(),
  private: Type.Boolean(),
  cost: Money,
  durationMin: Minutes,
  contactVia: Nullable(Type.String()),
  userId: Id,
  userName: Nullable(Type.String()),
  followsId: Nullable(Id),
  attachments: Type.Integer({ minimum: 0 }),
  comments: Type.Integer({ minimum: 0 }),
  actId: Id,
})

/** What is to be recorded. What is left out follows the template and the contact; `null` means blank. */
export type NewInteraction = Static<typeof NewInteraction>
export const NewInteraction = Type.Object(
  {
    contactIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true, description: 'One entry for each' }),
    templateId: Id,
    description: Type.Optional(Description),
    occurredAt: Type.Optional(Instant),
    salespersonId: Type.Optional(Nullable(Id)),
    languageId: Type.Optional(Nullable(Id)),
    correspondenceType: Type.Optional(Nullable(Correspondence)),
    informationFlow: Type.Optional(Nullable(Flow)),
    initiatedBy: Type.Optional(Nullable(Initiator)),
    evaluation: Type.Optional(Nullable(Evaluation)),
    attemptFailed: Type.Optional(Type.Boolean()),
    private: Type.Optional(Type.Boolean()),
    cost: Type.Optional(Money),
    durationMin: Type.Optional(Minutes),
    contactVia: Type.Optional(Nullable(Text(80))),
    comment: Type.Optional(Nullable(Text(10_000))),
    uploadIds: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
    withTemplateAttachment: Type.Optional(
      Type.Boolean({ description: 'Take the file of the template along; default true' }),
    ),
    followsId: Type.Optional(Nullable(Id)),
    draftId: Type.Optional(Id),
  },
  { additionalProperties: false },
)

/** The entries of one act of recording, and until when it can be taken back (which cancels them). */
export type Logged = Static<typeof Logged>
export const Logged = Type.Object({
  entries: Type.Array(Interaction),
  undoId: Id,
  undoUntil: Nullable(Instant),
})

/** Filters of the log: expressions by field, besides the search text and the owner of a timeline. */
export const interactionFilters = {
  id: FilterText,
  occurredAt: FilterText,
  recordedAt: FilterText,
  description: FilterText,
  kind: FilterText,
  contactNo: FilterText,
  contactName: FilterText,
  companyNo: FilterText,
  companyName: FilterText,
  salespersonCode: FilterText,
  templateCode: FilterText,
  groupCode: FilterText,
  languageCode: FilterText,
  informationFlow: FilterText,
  initiatedBy: FilterText,
  correspondenceType: FilterText,
  evaluation: FilterText,
  attemptFailed: FilterText,
  canceled: FilterText,
  private: FilterText,
  cost: FilterText,
  durationMin: FilterText,
  contactVia: FilterText,
  userName: FilterText,
  withAttachment: FilterText,
}
export type InteractionQuery = Static<typeof InteractionQuery>
export const InteractionQuery = Type.Object(
  {
    ...pageQuery,
    sort: Type.Optional(Choice(['occurredAt', '-occurredAt'])),
    contactId: Type.Optional(Id),
    companyId: Type.Optional(Id),
    salespersonId: Type.Optional(Id),
    templateId: Type.Optional(Id),
    groupId: Type.Optional(Id),
    ...interactionFilters,
  },
  { additionalProperties: false },
)

/** The log as a table: the same filters, and which columns in which order. */
export type InteractionExport = Static<typeof InteractionExport>
export const InteractionExport = Type.Object(
  {
    ...Type.Omit(InteractionQuery, ['after', 'limit']).properties,
    format: TableFormat,
    columns: Type.Optional(
      Type.String({ maxLength: 1000, description: 'Names of fields with commas; all when left out' }),
    ),
  },
  { additionalProperties: false },
)

export type Cancellation = Static<typeof Cancellation>
export const Cancellation = Type.Object({
  at: Instant,
  userName: Nullable(Type.String()),
  reason: Nullable(Type.String()),
})
export const Attachment = Type.Object({
  id: Id,
  name: Type.String(),
  size: Type.Integer({ minimum: 0, description: 'Bytes' }),
  mediaType: Type.String(),
  origin: Choice(['template', 'imported']),
})
export type Comment = Static<typeof Comment>
export const Comment = Type.Object({
  id: Id,
  text: Type.String(),
  at: Instant,
  editedAt: Nullable(Instant),
  userId: Id,
  userName: Nullable(Type.String()),
  version: Type.Integer(),
})
export type InteractionCard = Static<typeof InteractionCard>
export const InteractionCard = Type.Object({
  ...Interaction.properties,
  cancellation: Nullable(Cancellation),
  files: Type.Array(Attachment),
  commentList: Type.Array(Comment),
  followedByIds: Type.Array(Id),
})

/** What an act on many acts on: named entries, or all that these filters of the log find. */
const Chosen = {
  ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1000 })),
  filter: Type.Optional(
    Type.Object(
      {
        q: pageQuery.q,
        contactId: Type.Optional(Id),
        companyId: Type.Optional(Id),
        salespersonId: Type.Optional(Id),
        templateId: Type.Optional(Id),
        groupId: Type.Optional(Id),
        ...interactionFilters,
      },
      { additionalProperties: false },
    ),
  ),
}
const selection = { additionalProperties: false, oneOf: [{ required: ['ids'] }, { required: ['filter'] }] }
export type Selected = Static<typeof Selected>
export const Selected = Type.Object(Chosen, selection)
export type Cancel = Static<typeof Cancel>
export const Cancel = Type.Object({ ...Chosen, reason: Type.Optional(Nullable(Text(250))) }, selection)
export type Evaluate = Static<typeof Evaluate>
export const Evaluate = Type.Object({ ...Chosen, evaluation: Nullable(Evaluation) }, selection)
export type Reassign = Static<typeof Reassign>
export const Reassign = Type.Object({ ...Chosen, salespersonId: Id }, selection)
export type Changed = Static<typeof Changed>
export const Changed = Type.Object({ count: Type.Integer({ minimum: 0 }), ...Undoable })

export type NewComment = Static<typeof NewComment>
export const NewComment = Type.Object({ text: Text(10_000) }, { additionalProperties: false })

/** Everything that a guide holds, complete or not; kept by itself while one types. */
export type DraftContent = Static<typeof DraftContent>
export const DraftContent = Type.Object(
  {
    contactIds: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    templateId: Type.Optional(Nullable(Id)),
    line: Type.Optional(Type.String({ maxLength: 2000 })),
    description: Type.Optional(Type.String({ maxLength: 100 })),
    occurredAt: Type.Optional(Nullable(Instant)),
    salespersonId: Type.Optional(Nullable(Id)),
    languageId: Type.Optional(Nullable(Id)),
    correspondenceType: Type.Optional(Nullable(Correspondence)),
    informationFlow: Type.Optional(Nullable(Flow)),
    initiatedBy: Type.Optional(Nullable(Initiator)),
    evaluation: Type.Optional(Nullable(Evaluation)),
    attemptFailed: Type.Optional(Type.Boolean()),
    private: Type.Optional(Type.Boolean()),
    cost: Type.Optional(Type.String({ maxLength: 20 })),
    durationMin: Type.Optional(Nullable(Minutes)),
    contactVia: Type.Optional(Nullable(Type.String({ maxLength: 80 }))),
    comment: Type.Optional(Nullable(Type.String({ maxLength: 10_000 }))),
    uploadIds: Type.Optional(Type.Array(Id, { maxItems: 20 })),
    withTemplateAttachment: Type.Optional(Type.Boolean()),
    followsId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)
const Step = Choice(['what', 'content', 'result', 'line'])
export type NewDraft = Static<typeof NewDraft>
export const NewDraft = Type.Object({ content: DraftContent, step: Step }, { additionalProperties: false })
export type Draft = Static<typeof Draft>
export const Draft = Type.Object({
  id: Id,
  content: DraftContent,
  step: Step,
  version: Type.Integer(),
  userId: Id,
  userName: Nullable(Type.String()),
  startedAt: Instant,
  touchedAt: Instant,
  discardedAt: Nullable(Instant),
  description: Nullable(Type.String()),
  contactId: Nullable(Id),
  contactName: Nullable(Type.String()),
  companyName: Nullable(Type.String()),
  templateId: Nullable(Id),
  templateCode: Nullable(Type.String()),
  kind: Nullable(Kind),
  missing: Type.Array(Choice(['contact', 'template', 'description', 'salesperson'])),
  invalid: Type.Array(Choice(['contact-privacy-blocked', 'template-closed', 'salesperson-blocked'])),
  uploads: Type.Array(Type.Object({ id: Id, name: Type.String(), size: Type.Integer(), mediaType: Type.String() })),
})
export type DraftQuery = Static<typeof DraftQuery>
export const DraftQuery = Type.Object(
  {
    after: pageQuery.after,
    limit: pageQuery.limit,
    whose: Type.Optional(Choice(['mine', 'all'])),
    contactId: Type.Optional(Id),
    discarded: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

/** Filters of deleting what was canceled; only canceled entries are ever touched. */
export type Deletion = Static<typeof Deletion>
export const Deletion = Type.Object(
  {
    q: pageQuery.q,
    contactId: Type.Optional(Id),
    companyId: Type.Optional(Id),
    ...interactionFilters,
  },
  { additionalProperties: false },
)
export type Preview = Static<typeof Preview>
export const Preview = Type.Object({
  token: Type.String({ description: 'Names this preview; the deletion carries it' }),
  matching: Type.Integer({ minimum: 0, description: 'Entries in the filter' }),
  count: Type.Integer({ minimum: 0, description: 'Canceled ones of them: what would go' }),
  left: Type.Integer({ minimum: 0, description: 'Left alone, because they are not canceled' }),
  comments: Type.Integer({ minimum: 0 }),
  filesFreed: Type.Integer({ minimum: 0 }),
  bytesFreed: Type.Integer({ minimum: 0 }),
  filesKept: Type.Integer({ minimum: 0, description: 'Files that others use too' }),
  oldestAt: Nullable(Instant),
  newestAt: Nullable(Instant),
  byTemplate: Type.Array(Type.Object({ templateCode: Type.String(), count: Type.Integer() })),
  sample: Type.Array(Interaction),
})
/** A deletion that was asked for, by a person or by the rule of every night, and what became of it. */
export type PastDeletion = Static<typeof PastDeletion>
export const PastDeletion = Type.Object({
  progressId: Id,
  at: Instant,
  userName: Nullable(Type.String()),
  retentionMonths: Nullable(Type.Integer({ description: 'The rule that asked for it; null: a person did' })),
  filter: Type.Record(Type.String(), Type.Unknown()),
  state: Choice(['waiting', 'running', 'done', 'stopped', 'failed']),
  count: Type.Integer({ minimum: 0, description: 'Entries that went' }),
})
export type RunDeletion = Static<typeof RunDeletion>
export const RunDeletion = Type.Object(
  { filter: Deletion, token: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
)
