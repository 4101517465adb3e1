import type pg from 'pg'

export interface Size {
  contacts: number
  interactions: number
  /** entries of the first contact */
  big: number
}

/**
 * Fills a company with the same rows every time: 20 templates, 50 salespeople, one contact in ten a company, and
 * `interactions` entries spread over ten years, each an act of its own, `big` of them with one person. The indexes of the log are made after its rows.
 * @param client a connection of the company that may set `session_replication_role`
 * @returns the numbers of the person with `big` entries and of a template
 */
export async function fill(client: pg.Client, size: Size): Promise<{ contactId: number; templateId: number }> {
  await client.query('begin')
  await client.query('set local session_replication_role = replica') // the references are good by the way they are made
  await client.query("set local maintenance_work_mem = '1GB'")
  const first = await setUp(client, size)
  const indexes = await withoutIndexes(client)
  await interactions(client, size, first)
  await files(client, size)
  for (const index of indexes) await client.query(index)
  await client.query('commit')
  await client.query('vacuum analyze')
  return { contactId: first.contact + 1, templateId: first.template }
}

/** The first number of each kind of record; the others follow it without a gap. */
interface First {
  act: number
  salesperson: number
  group: number
  template: number
  contact: number
}

async function setUp(client: pg.Client, { contacts }: Size): Promise<First> {
  const insert = async (text: string, ...values: unknown[]): Promise<number> =>
    Number(
      (await client.query<{ id: string }>(`with made as (${text} returning id) select min(id) as id from made`, values))
        .rows[0]?.id,
    )
  const act = await insert(`insert into journal (act, user_id, door) values ('bench.filled', 1, 'job')`)
  const salesperson = await insert(
    `insert into salesperson (code, name, act_id) select 'SP' || n, 'Salesperson ' || n, $1::bigint from generate_series(1, 50) n`,
    act,
  )
  const group = await insert(
    `insert into interaction_group (code, description, act_id) select 'BG' || n, 'Group ' || n, $1::bigint from generate_series(1, 5) n`,
    act,
  )
  const template = await insert(
    `insert into interaction_template (code, description, group_id, kind, unit_cost, unit_duration_min, information_flow, initiated_by, act_id)
    select 'BT' || n, 'Template ' || n, $1::bigint + n % 5, (array['call', 'meeting', 'letter', 'mail', 'note', 'document'])[1 + n % 6], n, n * 3,
      (array['outbound', 'inbound'])[1 + n % 2], (array['us', 'them'])[1 + n % 2], $2::bigint from generate_series(1, 20) n`,
    group,
    act,
  )
  const contact = await insert(
    `insert into contact (no, type, name, company_id, city, email, phone, salesperson_id, act_id)
    select 'B' || lpad(n::text, 8, '0'), case n % 10 when 0 then 'company' else 'person' end,
      (array['Anna', 'Bruno', 'Carla', 'Dario', 'Elena', 'Fabio', 'Gaia'])[1 + n % 7] || ' ' || md5(n::text),
      case n % 10 when 0 then null else (select last_value + case when is_called then 1 else 0 end from contact_id_seq) + n - n % 10 end,
      (array['Brescia', 'Milano', 'Torino', 'Roma', 'Udine'])[1 + n % 5],
      'c' || n || '@example.org', '+39030' || lpad(n::text, 7, '0'), $1::bigint + n % 50, $2::bigint from generate_series(0, $3::int - 1) n`,
    salesperson,
    act,
    contacts,
  )
  return { act, salesperson, group, template, contact }
}

/** Drops the indexes of the log. @returns the statements that make them again */
async function withoutIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid in ('interaction'::regclass, 'interaction_words'::regclass) and not indisprimary`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

async function interactions(client: pg.Client, { contacts, interactions, big }: Size, first: First): Promise<void> {
  await client.query(
    `insert into journal (act, user_id, door) select 'interaction.logged', 1, 'api' from generate_series(1, $1::bigint)`,
    [interactions],
  )
  await client.query(
    `insert into interaction (contact_id, company_id, salesperson_id, template_id, group_id, act_id, user_id, occurred_at, recorded_at, cost, duration_min, evaluation,
      attempt_failed, canceled, kind, information_flow, initiated_by, description)
    select c.id, case c.type when 'company' then c.id else c.company_id end, c.salesperson_id, t.id, t.group_id, $1::bigint + 1 + n, 1,
      '2026-11-01'::timestamptz - ($2::bigint - n) * (interval '10 years' / $2::bigint), '2026-11-01', t.unit_cost, t.unit_duration_min,
      case n % 3 when 0 then 1 + n % 5 end, n % 17 = 0, n % 50 = 0, t.kind, t.information_flow, t.initiated_by, (array['Fattura', 'Offerta', 'Richiesta di fattura', 'Invoice', 'Meeting', 'Sollecito'])[1 + n % 6] || ' per tema' || (n * 7919) % 5000
        || (array[' approvata', ' da inviare', ' with the catalogue', ' perché in ritardo'])[1 + n % 4] || ' no. ' || n
    from generate_series(0, $2::bigint - 1) n
    join contact c on c.id = $3::bigint + case n % ($2::bigint / $4::bigint) when 0 then 1 else 2 + n * 7919 % ($5::bigint - 2) end
    join interaction_template t on t.id = $6::bigint + n % 20`,
    [first.act, interactions, first.contact, big, contacts, first.template],
  )
  await client.query(
    `insert into interaction_cancellation (interaction_id, act_id) select id, ${first.act} from interaction where canceled`,
  )
}

/** Every fifth entry has a file of its own, of two pages of some 60 words; then all are read for the search. */
async function files(client: pg.Client, { interactions }: Size): Promise<void> {
  await client.query(
    `insert into file (sha256, size, media_type) select encode(sha256(n::text::bytea), 'hex'), 1000, 'application/pdf'
    from generate_series(0, $1::bigint - 1, 5) n`,
    [interactions],
  )
  await client.query(
    `insert into interaction_attachment (interaction_id, sha256, name, origin, act_id)
    select id, encode(sha256(((row_number() over (order by id) - 1) * 5)::text::bytea), 'hex'), 'documento.pdf', 'imported', act_id
    from interaction where act_id % 5 = 0 and act_id > 1`,
  )
  await client.query(`insert into file_text (sha256, state) select sha256, 'read' from file`)
  await client.query(
    `insert into file_part (sha256, n, place_kind, place, text, words)
    select sha256, page, 'page', page, text, words_of(text) from (
      select sha256, page, string_agg((array['consegna', 'del materiale', 'pagamento', 'the delivery', 'as agreed', 'condizioni', 'prezzo di'])[1 + word % 7]
        || ' voce' || ('x' || substr(md5(sha256 || page || word), 1, 4))::bit(16)::int % 20000, ' ') as text
      from file, generate_series(1, 2) page, generate_series(1, 40) word group by sha256, page) made`,
  )
  await client.query('analyze interaction, interaction_attachment, file_part, contact')
  await client.query(
    `insert into interaction_words (interaction_id, occurred_at, words)
    select i.id, i.occurred_at, setweight(words_of(i.description), 'A') || setweight(words_of(concat_ws(' ', contact.no, contact.name, company.name)), 'B')
      || setweight(coalesce((select words_together(p.words) from interaction_attachment a join file_part p on p.sha256 = a.sha256 where a.interaction_id = i.id), ''), 'D')
    from interaction i join contact on contact.id = i.contact_id left join contact company on company.id = i.company_id and company.id <> i.contact_id`,
  )
}
