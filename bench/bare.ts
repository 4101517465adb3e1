import Fastify from 'fastify'
import pg from 'pg'

/**
 * The floor: the same framework and driver, each request one hand-written, prepared statement that leaves the same rows
 * with the same indexes, and no sign-in, rights, defaults or messages. Database and schema come as arguments.
 */
const [url = '', schema = ''] = process.argv.slice(2)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text)
const pool = new pg.Pool({ connectionString: url, max: 10, options: `-c TimeZone=UTC -c search_path=${schema},shared` })
const app = Fastify()

const body = {
  type: 'object',
  required: ['contactIds', 'templateId'],
  additionalProperties: false,
  properties: {
    contactIds: { type: 'array', minItems: 1, maxItems: 1, items: { type: 'integer', minimum: 1 } },
    templateId: { type: 'integer', minimum: 1 },
    description: { type: 'string', minLength: 1, maxLength: 100 },
  },
}
const insert = (keyed: string) => `
  with act as (insert into journal (act, user_id, door, undo_until) values ('interaction.logged', 1, 'api', now() + interval '30 days') returning id, undo_until) ${keyed},
  entry as (insert into interaction (contact_id, company_id, salesperson_id, template_id, group_id, kind, act_id, user_id, occurred_at, description, information_flow, initiated_by, cost, duration_min)
  select c.id, case c.type when 'company' then c.id else c.company_id end, c.salesperson_id, t.id, t.group_id, t.kind, act.id, 1, now(), coalesce($3, t.description), t.information_flow, t.initiated_by, t.unit_cost, t.unit_duration_min
  from act, contact c, interaction_template t where c.id = $1 and not c.privacy_blocked and t.id = $2
  returning *),
  worded as (
    insert into interaction_words (interaction_id, occurred_at, words)
    select entry.id, entry.occurred_at, setweight(words_of(entry.description), 'A')
      || setweight(words_of(concat_ws(' ', c.no, c.name, company.name)), 'B')
    from entry join contact c on c.id = entry.contact_id left join contact company on company.id = c.company_id)
  select * from entry`
const plain = insert('')
const keyed = insert(
  `, keyed as (insert into once_key (user_id, key, act, input_hash, answer) select 1, $4, 'logInteractions', $5, jsonb_build_object('actId', act.id) from act)`,
)
interface Given {
  contactIds: [number]
  templateId: number
  description?: string
}
app.post<{ Body: Given }>('/api/interactions', { schema: { body } }, async (request, reply) => {
  const { contactIds, templateId, description } = request.body
  const values = [contactIds[0], templateId, description ?? null]
  const key = request.headers['idempotency-key']
  const { rows } =
    key === undefined
      ? await pool.query({ name: 'plain', text: plain, values })
      : await pool.query({ name: 'keyed', text: keyed, values: [...values, key, 'a'.repeat(64)] })
  return reply.code(201).send({ entries: rows })
})

const list = (owner: string) => `
  select i.id, i.occurred_at, i.recorded_at, i.description, i.kind, i.contact_id, c.no, c.name, i.company_id, company.name as company_name, i.salesperson_id, s.code, s.name as salesperson_name,
    i.template_id, t.code as template_code, i.group_id, g.code as group_code, i.language_id, l.code as language_code, i.information_flow, i.initiated_by, i.correspondence_type, i.evaluation,
    i.attempt_failed, i.canceled, i.private, i.cost, i.duration_min, i.contact_via, i.user_id, m.name as user_name, i.follows_id, i.act_id,
    (select count(*) from interaction_attachment a where a.interaction_id = i.id) as attachments, (select count(*) from interaction_comment k where k.interaction_id = i.id) as comments
  from (select * from interaction where (not private or user_id = 1) ${owner} order by occurred_at desc, id desc limit 51) i
  join contact c on c.id = i.contact_id left join contact company on company.id = i.company_id left join salesperson s on s.id = i.salesperson_id
  join interaction_template t on t.id = i.template_id join interaction_group g on g.id = i.group_id left join language l on l.id = i.language_id left join member m on m.user_id = i.user_id
  order by i.occurred_at desc, i.id desc`
const all = list('')
const one = list('and contact_id = $1')
app.get<{ Querystring: { contactId?: string } }>('/api/interactions', async (request) => {
  const { contactId } = request.query
  const { rows } =
    contactId === undefined
      ? await pool.query({ name: 'all', text: all })
      : await pool.query({ name: 'one', text: one, values: [contactId] })
  return { items: rows.slice(0, 50), next: null }
})

process.stdout.write(`Ready at ${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
process.on('SIGTERM', () => process.exit(0))
