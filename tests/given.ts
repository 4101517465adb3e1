import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Context } from '#kernel/context.ts'
import { journal } from '#kernel/journal.ts'
import type { Tables } from '#kernel/tables.ts'

let made = 0
/** A text that no other record of the run has. */
const unique = (word: string): string => `${word}${++made}`

type Given<T extends keyof Tables> = Partial<Insertable<Tables[T]>>

/** Makes records straight in the tables, each as plain as can be but for what a test names. */
export function given(ctx: Context) {
  const act = async () => (await journal(ctx, 'test.given')).actId
  const insert = async <T extends keyof Tables & string>(table: T, values: object): Promise<number> => {
    const { rows } = await sql<{
      id: number
    }>`insert into ${sql.table(snake(table))} (${sql.join(Object.keys(values).map((key) => sql.ref(snake(key))))})
      values (${sql.join(Object.values(values))}) returning id`.execute(ctx.db)
    return rows[0]?.id ?? 0
  }
  const self = {
    salesperson: async (of: Given<'salesperson'> = {}) =>
      insert('salesperson', { code: unique('SP'), name: 'Marco Dessì', actId: await act(), ...of }),
    language: async (of: Given<'language'> = {}) =>
      insert('language', { code: unique('x-l'), name: 'Language', actId: await act(), ...of }),
    contact: async (of: Given<'contact'> = {}) =>
      insert('contact', { no: unique('T'), type: 'person', name: 'Anna Conti', actId: await act(), ...of }),
    group: async (of: Given<'interactionGroup'> = {}) =>
      insert('interactionGroup', { code: unique('G'), description: 'Calls', actId: await act(), ...of }),
    template: async (of: Given<'interactionTemplate'> = {}) =>
      insert('interactionTemplate', {
        code: unique('TPL'),
        description: 'Outgoing call',
        kind: 'call',
        unitCost: '1.00',
        unitDurationMin: 15,
        informationFlow: 'outbound',
        initiatedBy: 'us',
        groupId: of.groupId ?? (await self.group()),
        actId: await act(),
        ...of,
      }),
    file: async (sha256 = unique('').padStart(64, 'a').slice(-64)) => {
      await ctx.db
        .insertInto('file')
        .values({ sha256, size: 3, mediaType: 'text/plain' })
        .onConflict((on) => on.doNothing())
        .execute()
      return sha256
    },
    templateLanguage: async (of: Given<'templateLanguage'> & { templateId: number }) =>
      insert('templateLanguage', { actId: await act(), ...of }),
    /** `count` entries of a contact, an hour apart, newest last. */
    interactions: async (of: {
      contactId: number
      templateId: number
      count: number
      canceled?: boolean
      salespersonId?: number
      private?: boolean
      userId?: number
      companyId?: number
    }) => {
      const actId = await act()
      const { rows } = await sql<{ id: number }>`
        with entry as (
          insert into interaction (contact_id, company_id, template_id, group_id, kind, act_id, user_id, occurred_at, cost, duration_min, description, canceled, private, salesperson_id)
          select ${of.contactId}, ${of.companyId ?? null}::bigint, t.id, t.group_id, t.kind, ${actId}, ${of.userId ?? ctx.user.id}, '2026-01-01'::timestamptz + n * interval '1 hour', 2, 10,
            'Entry ' || n, ${of.canceled ?? false}, ${of.private ?? false}, ${of.salespersonId ?? null}::bigint
          from interaction_template t, generate_series(1, ${of.count}::int) n where t.id = ${of.templateId} order by n returning id, occurred_at, description, canceled),
        worded as (insert into interaction_words (interaction_id, occurred_at, words)
          select entry.id, entry.occurred_at, words_of(concat_ws(' ', entry.description, contact.name, contact.no)) from entry join contact on contact.id = ${of.contactId}),
        canceled as (insert into interaction_cancellation (interaction_id, act_id) select id, ${actId} from entry where canceled)
        select id from entry order by id`.execute(ctx.db)
      return rows.map(({ id }) => id)
    },
  }
  return self
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
