import { Type } from 'typebox'
import { type Routes, versionOf } from '#kernel/http.ts'
import { listProgress, Progress, readProgress, stopProgress } from '#kernel/progress.ts'
import { Id, PageOf } from '#kernel/schema.ts'
import { HistoryQuery, HistoryRow, NewView, Setup, SetupPatch, View, ViewPatch, ViewQuery } from './schema.ts'
import * as service from './service.ts'

const params = Type.Object({ id: Id })

/** What belongs to the company as a whole: its set-up, the history of its records, long acts, saved views. */
export const companyRoutes: Routes = async (app) => {
  app.get('/setup', { schema: { operationId: 'readSetup', response: { 200: Setup } } }, (request) =>
    service.readSetup(request.ctx),
  )
  app.patch(
    '/setup',
    { schema: { operationId: 'changeSetup', body: SetupPatch, response: { 200: Setup } } },
    (request) => service.changeSetup(request.ctx, versionOf(request), request.body),
  )
  app.get(
    '/history',
    { schema: { operationId: 'readHistory', querystring: HistoryQuery, response: { 200: PageOf(HistoryRow) } } },
    (request) => service.readHistory(request.ctx, request.query),
  )
  app.get(
    '/progress',
    { schema: { operationId: 'listProgress', response: { 200: Type.Array(Progress) } } },
    (request) => listProgress(request.ctx),
  )
  app.get(
    '/progress/:id',
    { schema: { operationId: 'readProgress', params, response: { 200: Progress } } },
    (request) => readProgress(request.ctx, request.params.id),
  )
  app.post(
    '/progress/:id/stop',
    { schema: { operationId: 'stopProgress', params, response: { 200: Progress } } },
    (request) => stopProgress(request.ctx, request.params.id),
  )
  app.get(
    '/views',
    { schema: { operationId: 'listViews', querystring: ViewQuery, response: { 200: PageOf(View) } } },
    (request) => service.listViews(request.ctx, request.query.list),
  )
  app.post(
    '/views',
    { schema: { operationId: 'saveView', body: NewView, response: { 201: PageOf(View) } } },
    async (request, reply) => reply.code(201).send(await service.saveView(request.ctx, request.body)),
  )
  app.patch(
    '/views/:id',
    { schema: { operationId: 'changeView', params, body: ViewPatch, response: { 200: View } } },
    (request) => service.changeView(request.ctx, request.params.id, versionOf(request), request.body),
  )
  app.delete(
    '/views/:id',
    { schema: { operationId: 'removeView', params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await service.removeView(request.ctx, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
