import type { SelectQueryBuilder } from 'kysely'

/** How many rows the database expects a query to find, by its statistics; the query is planned and not run. */
export async function estimateOf<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>): Promise<number> {
  const [answer] = await query.explain<{ 'QUERY PLAN'?: readonly PlanOf[]; queryPlan?: readonly PlanOf[] }>('json')
  return answer?.queryPlan?.[0]?.Plan['Plan Rows'] ?? answer?.['QUERY PLAN']?.[0]?.Plan['Plan Rows'] ?? 0
}
interface PlanOf {
  readonly Plan: { readonly 'Plan Rows': number }
}
