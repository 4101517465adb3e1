import { sql } from 'kysely'
import type { Databases } from '#database/companies.ts'

/** The schema that the company migrations make, one fact a line, in an order that does not depend on the server. */
export async function schemaText(databases: Databases): Promise<string> {
  const [company] = databases.companies()
  if (company === undefined) throw new Error('There is no company to describe')
  const { rows } = await sql<{ line: string }>`select line from (
    select table_name || ' ' || column_name || ' ' || data_type || case is_nullable when 'NO' then ' not null' else '' end
      || coalesce(' default ' || column_default, '') || case is_generated when 'ALWAYS' then ' generated' else '' end as line
    from information_schema.columns where table_schema = ${company.schema}
    union all
    select conrelid::regclass::text || ' constraint ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = ${company.schema}::regnamespace and contype <> 'n'
    union all
    select 'index ' || replace(indexdef, ${`${company.schema}.`}, '') from pg_indexes where schemaname = ${company.schema}
    ) facts order by line collate "C"`.execute(company.db)
  return `${rows.map(({ line }) => line.replaceAll(`${company.schema}.`, '')).join('\n')}\n`
}
