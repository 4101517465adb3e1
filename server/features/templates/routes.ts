import { Type } from 'typebox'
import { fileAnswers, ServedAs, serveFile } from '#features/attachments/serve.ts'
import { type Routes, versionOf } from '#kernel/http.ts'
import { Code, Done, Id, PageOf } from '#kernel/schema.ts'
import './messages.ts'
import {
  AttachmentVersion,
  ChangedTemplate,
  ChoiceQuery,
  InteractionTemplate,
  LanguageRowFields,
  LanguageUse,
  NewContent,
  NewTemplate,
  TemplatePatch,
  TemplateQuery,
} from './schema.ts'
import * as content from './service/content.ts'
import * as read from './service/read.ts'
import * as service from './service/templates.ts'

const params = Type.Object({ id: Id })
const rowParams = Type.Object({ id: Id, rowId: Id })
const versionParams = Type.Object({ id: Id, rowId: Id, actId: Id })
const changed = { 200: ChangedTemplate }

export const templateRoutes: Routes = async (app) => {
  const list = {
    operationId: 'listTemplates',
    querystring: TemplateQuery,
    response: { 200: PageOf(InteractionTemplate) },
  }
  app.get('/interaction-templates', { schema: list }, ({ ctx, query }) => read.listTemplates(ctx, query))

  const choose = {
    operationId: 'chooseTemplates',
    querystring: ChoiceQuery,
    response: { 200: PageOf(InteractionTemplate) },
  }
  app.get('/interaction-templates/choices', { schema: choose }, ({ ctx, query }) => read.chooseTemplates(ctx, query))

  const get = { operationId: 'getTemplate', params, response: { 200: InteractionTemplate } }
  app.get('/interaction-templates/:id', { schema: get }, ({ ctx, params }) => read.getTemplate(ctx, params.id))

  const create = { operationId: 'createTemplate', body: NewTemplate, response: { 201: InteractionTemplate } }
  app.post('/interaction-templates', { schema: create }, async ({ ctx, body }, reply) =>
    reply.code(201).send(await service.createTemplate(ctx, body)),
  )

  const copy = {
    operationId: 'duplicateTemplate',
    params,
    body: Type.Object({ code: Code }, { additionalProperties: false }),
    response: { 201: InteractionTemplate },
  }
  app.post('/interaction-templates/:id/copies', { schema: copy }, async ({ ctx, params, body }, reply) =>
    reply.code(201).send(await service.duplicateTemplate(ctx, params.id, body)),
  )

  app.patch(
    '/interaction-templates/:id',
    { schema: { operationId: 'changeTemplate', params, body: TemplatePatch, response: changed } },
    (request) => service.changeTemplate(request.ctx, request.params.id, versionOf(request), request.body),
  )
  app.post(
    '/interaction-templates/:id/closure',
    { schema: { operationId: 'closeTemplate', params, response: changed } },
    ({ ctx, params }) => service.closeTemplate(ctx, params.id),
  )
  app.delete(
    '/interaction-templates/:id/closure',
    { schema: { operationId: 'reopenTemplate', params, response: changed } },
    ({ ctx, params }) => service.reopenTemplate(ctx, params.id),
  )
  app.delete(
    '/interaction-templates/:id',
    { schema: { operationId: 'deleteTemplate', params, response: { 200: Done } } },
    ({ ctx, params }) => service.deleteTemplate(ctx, params.id),
  )
  await app.register(languageRoutes)
  await app.register(contentRoutes)
}

/** The languages of a template. */
const languageRoutes: Routes = async (app) => {
  app.get(
    '/interaction-templates/:id/languages',
    { schema: { operationId: 'listTemplateLanguages', params, response: { 200: PageOf(LanguageUse) } } },
    ({ ctx, params }) => read.listTemplateLanguages(ctx, params.id),
  )
  app.post(
    '/interaction-templates/:id/languages',
    {
      schema: {
        operationId: 'addTemplateLanguage',
        params,
        body: LanguageRowFields,
        response: { 201: ChangedTemplate },
      },
    },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(await content.addTemplateLanguage(ctx, params.id, body)),
  )
  app.patch(
    '/interaction-templates/:id/languages/:rowId',
    {
      schema: { operationId: 'changeTemplateLanguage', params: rowParams, body: LanguageRowFields, response: changed },
    },
    (request) =>
      content.changeTemplateLanguage(
        request.ctx,
        request.params.id,
        request.params.rowId,
        versionOf(request),
        request.body,
      ),
  )
  app.delete(
    '/interaction-templates/:id/languages/:rowId',
    { schema: { operationId: 'removeTemplateLanguage', params: rowParams, response: changed } },
    ({ ctx, params }) => content.removeTemplateLanguage(ctx, params.id, params.rowId),
  )
}

/** The files of a template: of one row, or of that of the default language. */
const contentRoutes: Routes = async (app) => {
  app.put(
    '/interaction-templates/:id/attachment',
    { schema: { operationId: 'setDefaultContent', params, body: NewContent, response: changed } },
    ({ ctx, params, body }) => content.setContent(ctx, params.id, null, body),
  )
  app.put(
    '/interaction-templates/:id/languages/:rowId/attachment',
    { schema: { operationId: 'setContent', params: rowParams, body: NewContent, response: changed } },
    ({ ctx, params, body }) => content.setContent(ctx, params.id, params.rowId, body),
  )
  app.delete(
    '/interaction-templates/:id/languages/:rowId/attachment',
    { schema: { operationId: 'removeContent', params: rowParams, response: changed } },
    ({ ctx, params }) => content.removeContent(ctx, params.id, params.rowId),
  )
  app.get(
    '/interaction-templates/:id/languages/:rowId/attachment',
    { schema: { operationId: 'openContent', params: rowParams, querystring: ServedAs, response: fileAnswers } },
    async (request, reply) =>
      serveFile(request, reply, await content.openContent(request.ctx, request.params.id, request.params.rowId)),
  )

  app.delete(
    '/interaction-templates/:id/attachment',
    { schema: { operationId: 'removeDefaultContent', params, response: changed } },
    ({ ctx, params }) => content.removeContent(ctx, params.id, null),
  )
  app.get(
    '/interaction-templates/:id/attachment',
    { schema: { operationId: 'openDefaultContent', params, querystring: ServedAs, response: fileAnswers } },
    async (request, reply) =>
      serveFile(request, reply, await content.openContent(request.ctx, request.params.id, null)),
  )
  app.get(
    '/interaction-templates/:id/languages/:rowId/attachment/versions',
    {
      schema: { operationId: 'listContentVersions', params: rowParams, response: { 200: PageOf(AttachmentVersion) } },
    },
    ({ ctx, params }) => content.listContentVersions(ctx, params.id, params.rowId),
  )
  app.get(
    '/interaction-templates/:id/languages/:rowId/attachment/versions/:actId',
    {
      schema: {
        operationId: 'openContentVersion',
        params: versionParams,
        querystring: ServedAs,
        response: fileAnswers,
      },
    },
    async (request, reply) => {
      const { id, rowId, actId } = request.params
      return serveFile(request, reply, await content.openContentVersion(request.ctx, id, rowId, actId))
    },
  )
}
