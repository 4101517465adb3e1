import { Type } from 'typebox'
import type { Routes } from '#kernel/http.ts'
import { FoundAnswer, FoundQuery, SearchAnswer, SearchQuery } from './schema.ts'
import * as service from './service.ts'

/** Looking for entries by their words. */
export const searchRoutes: Routes = async (app) => {
  app.get(
    '/search',
    { schema: { operationId: 'search', querystring: SearchQuery, response: { 200: SearchAnswer } } },
    (request) => service.search(request.ctx, request.query),
  )
  app.get(
    '/search/found',
    { schema: { operationId: 'findInEntries', querystring: FoundQuery, response: { 200: FoundAnswer } } },
    (request) => service.findIn(request.ctx, request.query),
  )
  app.post(
    '/search/rebuild',
    { schema: { operationId: 'rebuildSearch', response: { 202: Type.Null() } } },
    async (request, reply) => {
      await service.rebuild(request.ctx)
      return reply.code(202).send(null)
    },
  )
}
