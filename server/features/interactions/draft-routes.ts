import { Type } from 'typebox'
import { type Routes, versionOf } from '#kernel/http.ts'
import { Id, PageOf } from '#kernel/schema.ts'
import { Changed, Draft, DraftQuery, NewDraft } from './schema.ts'
import * as drafts from './service/drafts.ts'

const params = Type.Object({ id: Id })

/** Postponed interactions: drafts that keep themselves. */
export const draftRoutes: Routes = async (app) => {
  app.get(
    '/interaction-drafts',
    { schema: { operationId: 'listDrafts', querystring: DraftQuery, response: { 200: PageOf(Draft) } } },
    (request) => drafts.listDrafts(request.ctx, request.query),
  )
  app.get(
    '/interaction-drafts/count',
    { schema: { operationId: 'countDrafts', response: { 200: Type.Object({ count: Type.Integer() }) } } },
    (request) => drafts.countDrafts(request.ctx),
  )
  app.get(
    '/interaction-drafts/:id',
    { schema: { operationId: 'getDraft', params, response: { 200: Draft } } },
    (request) => drafts.getDraft(request.ctx, request.params.id),
  )
  app.post(
    '/interaction-drafts',
    { schema: { operationId: 'keepDraft', body: NewDraft, response: { 201: Draft } } },
    async (request, reply) => reply.code(201).send(await drafts.keepDraft(request.ctx, request.body)),
  )
  app.put(
    '/interaction-drafts/:id',
    { schema: { operationId: 'changeDraft', params, body: NewDraft, response: { 200: Draft } } },
    (request) => drafts.changeDraft(request.ctx, request.params.id, versionOf(request), request.body),
  )
  app.delete(
    '/interaction-drafts/:id',
    { schema: { operationId: 'discardDraft', params, response: { 200: Changed } } },
    (request) => drafts.discardDraft(request.ctx, request.params.id),
  )
  app.post(
    '/interaction-drafts/:id/taking',
    { schema: { operationId: 'takeDraft', params, response: { 200: Draft } } },
    (request) => drafts.takeDraft(request.ctx, request.params.id),
  )
}
