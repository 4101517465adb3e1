import { type Static, Type } from 'typebox'
import { TableFormat } from '#kernel/exportTable.ts'
import { Choice, Code, FilterText, Id, Instant, Nullable, pageQuery, Text, Undoable, Version } from '#kernel/schema.ts'

const Country = Type.String({ pattern: '^[A-Za-z]{2}$', description: 'ISO 3166-1 alpha-2', examples: ['IT'] })
const Currency = Type.String({ pattern: '^[A-Za-z]{3}$', description: 'ISO 4217', examples: ['EUR'] })
const HomePage = Type.String({
  maxLength: 255,
  pattern: '^([Hh][Tt][Tt][Pp][Ss]?://)?[^\\s:/?#@]+(:\\d{1,5})?([/?#]\\S*)?$',
  description: 'Web address, http or https',
})
const Kind = Choice(['call', 'meeting', 'letter', 'mail', 'note', 'document', 'system'])

/** What people write of a contact; `null` is blank. */
const fields = {
  type: Choice(['company', 'person']),
  name: Text(200),
  name2: Nullable(Text(100)),
  firstName: Nullable(Text(60)),
  middleName: Nullable(Text(60)),
  surname: Nullable(Text(60)),
  jobTitle: Nullable(Text(100)),
  companyId: Nullable(Id),
  address: Nullable(Text(200)),
  address2: Nullable(Text(200)),
  postCode: Nullable(Text(20)),
  city: Nullable(Text(100)),
  county: Nullable(Text(100)),
  country: Nullable(Country),
  phone: Nullable(Text(50)),
  mobilePhone: Nullable(Text(50)),
  fax: Nullable(Text(50)),
  email: Nullable(Text(400)),
  email2: Nullable(Text(254)),
  homePage: Nullable(HomePage),
  correspondenceType: Nullable(Choice(['hardCopy', 'email'])),
  languageId: Nullable(Id),
  salespersonId: Nullable(Id),
  salutation: Nullable(Text(50)),
  territory: Nullable(Text(50)),
  currency: Nullable(Currency),
  vatNo: Nullable(Text(30)),
  registrationNo: Nullable(Text(50)),
  externalId: Nullable(Text(50)),
  note: Nullable(Text(10_000)),
  excludeFromSegment: Type.Boolean(),
  privacyBlocked: Type.Boolean(),
  minor: Type.Boolean(),
  parentalConsentReceived: Type.Boolean(),
}

/** A company or a person we deal with; the only party an interaction can be about. */
export type Contact = Static<typeof Contact>
export const Contact = Type.Object({
  id: Id,
  no: Code,
  ...fields,
  companyName: Nullable(Type.String({ description: 'A person’s employer, as it is called now' })),
  salespersonCode: Nullable(Type.String()),
  salespersonName: Nullable(Type.String()),
  languageCode: Nullable(Type.String()),
  people: Type.Integer({ minimum: 0, description: 'How many people belong to a company' }),
  changedAt: Instant,
  version: Version,
})

/** What is left out follows the employer, the set-up and the user; `null` means blank. A person’s name may come in parts. */
export type NewContact = Static<typeof NewContact>
export const NewContact = Type.Object(
  { no: Type.Optional(Code), ...Type.Partial(Type.Object(fields)).properties },
  { additionalProperties: false },
)
export type ContactPatch = Static<typeof ContactPatch>
export const ContactPatch = Type.Partial(Type.Object(fields), { additionalProperties: false, minProperties: 1 })

/** A contact after an act that can be taken back. */
export type ChangedContact = Static<typeof ChangedContact>
export const ChangedContact = Type.Object({ ...Contact.properties, ...Undoable })

/** The newest thing that happened with a contact, for a company also with its people. */
export const LastInteraction = Type.Object({ id: Id, occurredAt: Instant, kind: Kind, description: Type.String() })
export type ContactRow = Static<typeof ContactRow>
export const ContactRow = Type.Object({ ...Contact.properties, lastInteraction: Nullable(LastInteraction) })

/** Filters of the list: an expression by field. */
export const contactFilters = {
  no: FilterText,
  type: FilterText,
  name: FilterText,
  name2: FilterText,
  surname: FilterText,
  jobTitle: FilterText,
  companyName: FilterText,
  address: FilterText,
  postCode: FilterText,
  city: FilterText,
  county: FilterText,
  country: FilterText,
  phone: FilterText,
  mobilePhone: FilterText,
  email: FilterText,
  correspondenceType: FilterText,
  languageCode: FilterText,
  salespersonCode: FilterText,
  territory: FilterText,
  currency: FilterText,
  vatNo: FilterText,
  registrationNo: FilterText,
  externalId: FilterText,
  excludeFromSegment: FilterText,
  privacyBlocked: FilterText,
  minor: FilterText,
  changedAt: FilterText,
  lastInteractionAt: FilterText,
}
const sorts = ['name', '-name', 'city', '-city', 'no', '-no', 'changedAt', '-changedAt'] as const
export type ContactSort = (typeof sorts)[number]

const search = { q: pageQuery.q, companyId: Type.Optional(Id), salespersonId: Type.Optional(Id), ...contactFilters }
export type ContactQuery = Static<typeof ContactQuery>
export const ContactQuery = Type.Object(
  { ...pageQuery, sort: Type.Optional(Choice([...sorts])), ...search },
  { additionalProperties: false },
)
/** Which contacts, without where and how many. */
export type ContactSearch = Static<typeof ContactSearch>
export const ContactSearch = Type.Object(search, { additionalProperties: false })

/** What is exported, and how. */
export type ContactExport = Static<typeof ContactExport>
export const ContactExport = Type.Object(
  {
    format: TableFormat,
    columns: Type.Optional(
      Type.String({ maxLength: 1000, description: 'Names of columns, separated by commas; all without' }),
    ),
    sort: ContactQuery.properties.sort,
    ...search,
  },
  { additionalProperties: false },
)
