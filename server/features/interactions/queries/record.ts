import { CompiledQuery } from 'kysely'
import { HOT } from '#database/pool.ts'
import type { Context } from '#kernel/context.ts'
import { UNDO_DAYS } from '#kernel/journal.ts'

/** All that the rules of recording ask about one contact, the template and the salespeople in question. */
export interface Known {
  contactId: number | null
  no: string
  name: string
  companyId: number | null
  companyName: string | null
  contactLanguageId: number | null
  contactPrefers: 'hardCopy' | 'email' | null
  hasEmail: boolean
  blocked: boolean
  companyBlocked: boolean
  typedSalesperson: Salesperson | null
  mySalesperson: Salesperson | null
  contactSalesperson: Salesperson | null
  template: KnownTemplate | null
  languageCodes: Record<string, string>
}
export interface Salesperson {
  id: number
  code: string
  name: string
  closed: boolean
}
export interface KnownTemplate {
  id: number
  code: string
  description: string | null
  groupId: number
  groupCode: string
  kind: 'call' | 'meeting' | 'letter' | 'mail' | 'note' | 'document' | 'system'
  unitCost: string
  unitDurationMin: number
  informationFlow: 'outbound' | 'inbound' | null
  initiatedBy: 'us' | 'them' | null
  correspondenceType: 'hardCopy' | 'email' | null
  ignoreContactCorrespondenceType: boolean
  defaultLanguageId: number | null
  closed: boolean
  languages: { languageId: number | null; sha256: string | null; fileName: string | null }[]
}

const salesperson = (s: string) =>
  `case when ${s}.id is null then null else jsonb_build_object('id', ${s}.id, 'code', ${s}.code, 'name', ${s}.name, 'closed', ${s}.closed_at is not null) end`

const resolving = `${HOT}
  select c.id as contact_id, c.no, c.name, case c.type when 'company' then c.id else c.company_id end as company_id,
    case c.type when 'company' then c.name else company.name end as company_name,
    c.language_id as contact_language_id, c.correspondence_type as contact_prefers,
    c.email is not null or c.email2 is not null as has_email,
    c.privacy_blocked as blocked, coalesce(company.privacy_blocked, false) as company_blocked,
    ${salesperson('typed')} as typed_salesperson, ${salesperson('mine')} as my_salesperson, ${salesperson('theirs')} as contact_salesperson,
    template.known as template, coalesce(spoken.codes, '{}') as language_codes
  from unnest($1::bigint[]) with ordinality as given (id, n)
  left join contact c on c.id = given.id
  left join contact company on company.id = c.company_id
  left join salesperson typed on typed.id = $3::bigint
  left join salesperson mine on mine.id = $4::bigint
  left join salesperson theirs on theirs.id = c.salesperson_id
  left join lateral (
    select jsonb_build_object('id', t.id, 'code', t.code, 'description', t.description, 'groupId', t.group_id, 'groupCode', g.code,
      'kind', t.kind, 'unitCost', t.unit_cost::text, 'unitDurationMin', t.unit_duration_min, 'informationFlow', t.information_flow,
      'initiatedBy', t.initiated_by, 'correspondenceType', t.correspondence_type,
      'ignoreContactCorrespondenceType', t.ignore_contact_correspondence_type, 'defaultLanguageId', t.default_language_id,
      'closed', t.closed_at is not null,
      'languages', coalesce((select jsonb_agg(jsonb_build_object('languageId', l.language_id, 'sha256', l.sha256, 'fileName', l.file_name) order by l.id)
        from template_language l where l.template_id = t.id), '[]'::jsonb)) as known
    from interaction_template t join interaction_group g on g.id = t.group_id where t.id = $2::bigint
  ) template on true
  left join lateral (select jsonb_object_agg(language.id, language.code) as codes from language) spoken on true
  order by given.n`

/** Reads what recording needs in one round trip, a row for each contact in the order given. Index reads by key only. */
export async function resolve(
  ctx: Context,
  {
    contactIds,
    templateId,
    salespersonId,
  }: { contactIds: readonly number[]; templateId: number; salespersonId: number | null },
): Promise<Known[]> {
  const values = [contactIds, templateId, salespersonId, ctx.user.salespersonId]
  return (await ctx.db.executeQuery<Known>(CompiledQuery.raw(resolving, values))).rows
}

/** One entry to be written: what differs from contact to contact. */
export interface Row {
  contactId: number
  companyId: number | null
  salespersonId: number | null
  languageId: number | null
  correspondenceType: 'hardCopy' | 'email' | null
  /** what it is found by besides its description: numbers and names of contact and company */
  names: string
}
/** What all entries of an act share. */
export interface Shared {
  templateId: number
  groupId: number
  kind: string
  occurredAt: string | null
  description: string
  informationFlow: string | null
  initiatedBy: string | null
  evaluation: number | null
  attemptFailed: boolean
  private: boolean
  cost: string
  durationMin: number
  contactVia: string | null
  followsId: number | null
}
export interface Written {
  id: number
  contactId: number
  occurredAt: string
  recordedAt: string
  cost: string
  actId: number
  undoUntil: string
}

const writingWith = (keyed: string) => `${HOT}
  with act as (
    insert into journal (act, user_id, door, undo_until)
    select 'interaction.logged', $6::bigint, $7::text, now() + make_interval(days => ${UNDO_DAYS})
    where (select count(*) from contact where id = any($1::bigint[]) and not privacy_blocked) = cardinality($1::bigint[])
    returning id, undo_until),
  entry as (
    insert into interaction (contact_id, company_id, salesperson_id, language_id, correspondence_type, template_id, group_id, kind, act_id, user_id,
      occurred_at, description, information_flow, initiated_by, evaluation, attempt_failed, private, cost, duration_min, contact_via, follows_id)
    select given.contact_id, given.company_id, given.salesperson_id, given.language_id, given.correspondence_type,
      $8::bigint, $9::bigint, $10::text, act.id, $6::bigint,
      coalesce($11::timestamptz, now()), $12::text, $13::text, $14::text, $15::smallint, $16::boolean, $17::boolean, $18::numeric, $19::integer,
      $20::text, $21::bigint
    from act, unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[])
      with ordinality as given (contact_id, company_id, salesperson_id, language_id, correspondence_type, n)
    order by given.n
    returning id, contact_id, occurred_at, recorded_at, cost, act_id),
  worded as (
    insert into interaction_words (interaction_id, occurred_at, words)
    select entry.id, entry.occurred_at, setweight(words_of($12::text), 'A') || setweight(words_of(named.names), 'B')
    from entry join unnest($1::bigint[], $22::text[]) as named (contact_id, names) on named.contact_id = entry.contact_id) ${keyed}
  select entry.id, entry.contact_id, entry.occurred_at, entry.recorded_at, entry.cost, entry.act_id, act.undo_until
  from entry, act order by entry.id`

const writing = writingWith('')
const writingKeyed = writingWith(`,
  keyed as (
    insert into once_key (user_id, key, act, input_hash, answer)
    select $6::bigint, $23::text, 'logInteractions', $24::text, jsonb_build_object('actId', act.id) from act)`)

/**
 * Writes the act, its entries, the words they are found by and, with a key, the key itself as one statement, so that it is one transaction without a
 * round trip for its ends. Writes nothing and returns no row when a contact was blocked in the meantime. A key that is there
 * already, or comes at the same moment, fails on its unique index (23505), and all of it is undone: looking for it first
 * costs every new one a read, and whole-table reads while a plan made for an empty table is kept.
 */
export async function write(
  ctx: Context,
  shared: Shared,
  rows: readonly Row[],
  key: { key: string; inputHash: string } | undefined,
): Promise<Written[]> {
  const values = [
    rows.map((row) => row.contactId),
    rows.map((row) => row.companyId),
    rows.map((row) => row.salespersonId),
    rows.map((row) => row.languageId),
    rows.map((row) => row.correspondenceType),
    ctx.user.id,
    ctx.door,
    shared.templateId,
    shared.groupId,
    shared.kind,
    shared.occurredAt,
    shared.description,
    shared.informationFlow,
    shared.initiatedBy,
    shared.evaluation,
    shared.attemptFailed,
    shared.private,
    shared.cost,
    shared.durationMin,
    shared.contactVia,
    shared.followsId,
    rows.map((row) => row.names),
  ]
  const statement =
    key === undefined
      ? CompiledQuery.raw(writing, values)
      : CompiledQuery.raw(writingKeyed, [...values, key.key, key.inputHash])
  return (await ctx.db.executeQuery<Written>(statement)).rows
}

/** The answer that a key had, or `undefined`. */
export const earlier = (ctx: Context, key: string) =>
  ctx.db
    .selectFrom('onceKey')
    .select(['act', 'inputHash', 'answer'])
    .where('userId', '=', ctx.user.id)
    .where('key', '=', key)
    .executeTakeFirst()
