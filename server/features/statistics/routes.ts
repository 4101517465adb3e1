import { tableAnswers, tableHeaders } from '#kernel/exportTable.ts'
import { FilterAnswer } from '#kernel/filter/explain.ts'
import type { Routes } from '#kernel/http.ts'
import { PeriodQuestion, Statistics, StatisticsQuery, StatisticsTable, TableExport, TableQuery } from './schema.ts'
import { explainPeriod } from './service/asked.ts'
import { exportTable } from './service/export.ts'
import { readStatistics, readTable } from './service/read.ts'
import './messages.ts'

/** What the log adds up to. Read-only. */
export const statisticsRoutes: Routes = async (app) => {
  app.get(
    '/statistics',
    { schema: { operationId: 'readStatistics', querystring: StatisticsQuery, response: { 200: Statistics } } },
    (request) => readStatistics(request.ctx, request.query),
  )
  app.get(
    '/statistics/table',
    { schema: { operationId: 'readStatisticsTable', querystring: TableQuery, response: { 200: StatisticsTable } } },
    (request) => readTable(request.ctx, request.query),
  )
  app.get(
    '/statistics/export',
    { schema: { operationId: 'exportStatistics', querystring: TableExport, response: tableAnswers } },
    async ({ ctx, query }, reply) =>
      reply.headers(tableHeaders(query.format, 'statistics')).send(await exportTable(ctx, query)),
  )
  app.get(
    '/statistics/period',
    { schema: { operationId: 'explainPeriod', querystring: PeriodQuestion, response: { 200: FilterAnswer } } },
    async (request) => explainPeriod(request.ctx, request.query),
  )
}
