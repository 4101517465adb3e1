import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * Fills an empty company with the same rows every time: 20 templates, 50 salespeople, one company in ten contacts, and
 * `interactions` entries spread over ten years; the first contact gets `big` of them. Entries of the same number are the
 * same in every size.
 */
export async function fill<T>(
  db: Kysely<T>,
  { contacts, interactions, big }: { contacts: number; interactions: number; big: number },
): Promise<void> {
  const steps = [
    sql`insert into journal (act, user_id, door) values ('bench.filled', 1, 'job')`,
    sql`insert into salesperson (code, name, act_id) select 'SP' || n, 'Salesperson ' || n, 1 from generate_series(1, 50) n`,
    sql`insert into interaction_group (code, description, act_id) select 'G' || n, 'Group ' || n, 1 from generate_series(1, 5) n`,
    sql`insert into interaction_template (code, description, group_id, kind, unit_cost, unit_duration_min, information_flow, initiated_by, act_id)
      select 'T' || n, 'Template ' || n, (select min(id) + n % 5 from interaction_group), (array['call', 'meeting', 'letter', 'mail', 'note', 'document'])[1 + n % 6], n, n * 3,
        (array['outbound', 'inbound'])[1 + n % 2], (array['us', 'them'])[1 + n % 2], 1 from generate_series(1, 20) n`,
    sql`insert into contact (no, type, name, company_id, city, email, phone, salesperson_id, act_id)
      select 'B' || lpad(n::text, 8, '0'), case when n % 10 = 1 then 'company' else 'person' end, (array['Anna', 'Bruno', 'Carla', 'Dario', 'Elena', 'Fabio', 'Gaia'])[1 + n % 7] || ' ' || md5(n::text),
        case when n % 10 = 1 then null else n - (n - 1) % 10 end, (array['Brescia', 'Milano', 'Torino', 'Roma', 'Udine'])[1 + n % 5], 'c' || n || '@example.org', '+39030' || lpad(n::text, 7, '0'),
        (select min(id) + n % 50 from salesperson), 1 from generate_series(1, ${contacts}::bigint) n`,
    sql`insert into interaction (contact_id, company_id, salesperson_id, template_id, group_id, act_id, user_id, occurred_at, recorded_at, cost, duration_min, evaluation, attempt_failed, canceled, kind,
        information_flow, initiated_by, description)
      select c.id, case c.type when 'company' then c.id else c.company_id end, c.salesperson_id, t.id, t.group_id, 1, 1, '2026-11-01'::timestamptz - n * (interval '10 years' / ${interactions}::bigint), '2026-11-01', t.unit_cost, t.unit_duration_min,
        case when n % 3 = 0 then 1 + n % 5 end, n % 17 = 0, n % 50 = 0, t.kind, t.information_flow, t.initiated_by, 'Entry about ' || md5((n / 3)::text) || ' no. ' || n
      from generate_series(1, ${interactions}::bigint) n
      join contact c on c.id = case when n % greatest(${interactions}::bigint / ${big}::bigint, 1) = 0 then 1 else 2 + n * 7919 % (${contacts}::bigint - 1) end
      join interaction_template t on t.id = (select min(id) from interaction_template) + n % 20`,
    sql`insert into interaction_cancellation (interaction_id, act_id) select id, 1 from interaction where canceled`,
    sql`analyze`,
  ]
  for (const step of steps) await step.execute(db)
}
