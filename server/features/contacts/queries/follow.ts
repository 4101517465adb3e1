import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Changes, writeChanges } from '#kernel/changes.ts'
import type { Context } from '#kernel/context.ts'
import { editable } from '../editable.ts'
import { addressed, assigned, reached } from '../inheritance.ts'
import type { Contact, ContactPatch } from '../schema.ts'

type Field = (typeof assigned)[number] | (typeof addressed)[number] | (typeof reached)[number]

/**
 * Carries a company’s changes on to its people: a value that equalled the company’s old one takes the new one; of an
 * address all parts but the county must have equalled. One statement however many people there are, each change hung on
 * the act. Index: contact_by_company.
 */
export async function follow(tx: Context, company: Contact, fields: ContactPatch, actId: number): Promise<void> {
  const changed = <F extends Field>(names: readonly F[]) =>
    names.filter((name) => fields[name] !== undefined && fields[name] !== company[name])
  const sameAddress = sql<SqlBool>`(${sql.join(
    (['address', 'address2', 'postCode', 'city'] as const).map((name) => equals(name, company[name])),
    sql` and `,
  )})`
  const parts = [
    ...changed([...assigned, ...reached]).map((name) => part(name, equals(name, company[name]), fields[name])),
    ...changed(addressed).map((name) => part(name, sameAddress, fields[name])),
  ]
  if (parts.length > 0) await writeChanges(tx, editable, ofPeople(company.id, parts), actId)
}

const own = (name: Field) => sql.ref(`person.${name}`)
const equals = (name: Field, value: string | number | null): RawBuilder<SqlBool> =>
  sql`${own(name)} is not distinct from ${value}::${sql.raw(editable.fields[name])}`

/** One field: whether the person takes the new value, what it had, what it gets. */
const part = (name: Field, takes: RawBuilder<SqlBool>, value: string | number | null | undefined) =>
  sql`(${name}::text, ${takes}, coalesce(to_jsonb(${own(name)}), 'null'), ${JSON.stringify(value ?? null)}::jsonb)`

const ofPeople = (companyId: number, parts: readonly RawBuilder<unknown>[]): Changes =>
  sql`select person.id, taken.before, taken.after
    from contact person cross join lateral (
      select jsonb_object_agg(field, before) as before, jsonb_object_agg(field, after) as after
      from (values ${sql.join([...parts])}) as part (field, takes, before, after) where takes and before <> after) taken
    where person.company_id = ${companyId} and taken.before is not null`
