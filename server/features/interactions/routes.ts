import { Type } from 'typebox'
import { fileAnswers, ServedAs, serveFile } from '#features/attachments/serve.ts'
import { tableAnswers, tableHeaders } from '#kernel/exportTable.ts'
import { FilterAnswer, FilterQuestion } from '#kernel/filter/explain.ts'
import type { Routes } from '#kernel/http.ts'
import { versionOf } from '#kernel/http.ts'
import { Counted, contentOf, Id, PageOf } from '#kernel/schema.ts'
import {
  Cancel,
  Changed,
  Evaluate,
  Interaction,
  InteractionCard,
  InteractionExport,
  InteractionQuery,
  Logged,
  NewComment,
  NewInteraction,
  Reassign,
  Selected,
} from './schema.ts'
import * as change from './service/change.ts'
import * as comments from './service/comments.ts'
import { exportInteractions } from './service/export.ts'
import * as read from './service/read.ts'
import * as record from './service/record.ts'

const params = Type.Object({ id: Id })
const attachmentParams = Type.Object({ id: Id, attachmentId: Id })
const commentParams = Type.Object({ id: Id, commentId: Id })

/** The log: recording, reading, and what may be done with an entry afterwards. */
export const interactionRoutes: Routes = async (app) => {
  app.post(
    '/interactions',
    { schema: { operationId: 'logInteractions', body: NewInteraction, response: { 201: Logged } } },
    async (request, reply) => reply.code(201).send(await record.logInteractions(request.ctx, request.body)),
  )
  app.get(
    '/interactions',
    {
      schema: {
        operationId: 'listInteractions',
        querystring: InteractionQuery,
        response: { 200: PageOf(Interaction) },
      },
    },
    (request) => read.listInteractions(request.ctx, request.query),
  )
  app.get(
    '/interactions/count',
    { schema: { operationId: 'countInteractions', querystring: InteractionQuery, response: { 200: Counted } } },
    (request) => read.countInteractions(request.ctx, request.query),
  )
  app.get(
    '/interactions/export',
    { schema: { operationId: 'exportInteractions', querystring: InteractionExport, response: tableAnswers } },
    async ({ ctx, query }, reply) =>
      reply.headers(tableHeaders(query.format, 'interactions')).send(await exportInteractions(ctx, query)),
  )
  app.get(
    '/interactions/filters',
    {
      schema: { operationId: 'explainInteractionFilter', querystring: FilterQuestion, response: { 200: FilterAnswer } },
    },
    (request) => read.explainFilter(request.ctx, request.query),
  )
  app.get(
    '/interactions/:id',
    { schema: { operationId: 'getInteraction', params, response: { 200: InteractionCard } } },
    (request) => read.getInteraction(request.ctx, request.params.id),
  )
  app.post(
    '/interactions/cancellations',
    { schema: { operationId: 'cancelInteractions', body: Cancel, response: { 200: Changed } } },
    (request) => change.cancelInteractions(request.ctx, request.body),
  )
  app.post(
    '/interactions/restorations',
    { schema: { operationId: 'restoreInteractions', body: Selected, response: { 200: Changed } } },
    (request) => change.restoreInteractions(request.ctx, request.body),
  )
  app.post(
    '/interactions/evaluations',
    { schema: { operationId: 'evaluateInteractions', body: Evaluate, response: { 200: Changed } } },
    (request) => change.evaluateInteractions(request.ctx, request.body),
  )
  app.post(
    '/interactions/reassignments',
    { schema: { operationId: 'reassignInteractions', body: Reassign, response: { 200: Changed } } },
    (request) => change.reassignInteractions(request.ctx, request.body),
  )
  app.post(
    '/interactions/:id/comments',
    { schema: { operationId: 'commentInteraction', params, body: NewComment, response: { 201: InteractionCard } } },
    async (request, reply) =>
      reply.code(201).send(await comments.commentInteraction(request.ctx, request.params.id, request.body)),
  )
  app.patch(
    '/interactions/:id/comments/:commentId',
    {
      schema: {
        operationId: 'changeComment',
        params: commentParams,
        body: NewComment,
        response: { 200: InteractionCard },
      },
    },
    (request) =>
      comments.changeComment(
        request.ctx,
        request.params.id,
        request.params.commentId,
        versionOf(request),
        request.body,
      ),
  )
  app.delete(
    '/interactions/:id/comments/:commentId',
    { schema: { operationId: 'removeComment', params: commentParams, response: { 200: Changed } } },
    (request) => comments.removeComment(request.ctx, request.params.id, request.params.commentId),
  )
  app.get(
    '/interactions/:id/attachments',
    {
      schema: {
        operationId: 'openAttachments',
        params,
        response: { 200: contentOf('Every file of the entry', 'application/zip') },
      },
    },
    async ({ ctx, params }, reply) => {
      const { name, content } = await read.openAttachments(ctx, params.id)
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="interaction-${name}"`)
        .send(content)
    },
  )
  app.get(
    '/interactions/:id/attachments/:attachmentId',
    {
      schema: { operationId: 'openAttachment', params: attachmentParams, querystring: ServedAs, response: fileAnswers },
    },
    async (request, reply) =>
      serveFile(request, reply, await read.openAttachment(request.ctx, request.params.id, request.params.attachmentId)),
  )
}
