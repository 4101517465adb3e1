import { Type } from 'typebox'
import { type Routes, versionOf } from '#kernel/http.ts'
import { Done, Id, PageOf } from '#kernel/schema.ts'
import './messages.ts'
import { ChangedLanguage, Language, LanguagePatch, LanguageQuery, NewLanguage } from './schema.ts'
import * as service from './service.ts'

const params = Type.Object({ id: Id })

export const languageRoutes: Routes = async (app) => {
  const list = {
    operationId: 'listLanguages',
    querystring: LanguageQuery,
    response: { 200: PageOf(Language) },
  }
  app.get('/languages', { schema: list }, ({ ctx, query }) => service.listLanguages(ctx, query))

  const get = { operationId: 'getLanguage', params, response: { 200: Language } }
  app.get('/languages/:id', { schema: get }, ({ ctx, params }) => service.getLanguage(ctx, params.id))

  const create = { operationId: 'createLanguage', body: NewLanguage, response: { 201: Language } }
  app.post('/languages', { schema: create }, async ({ ctx, body }, reply) =>
    reply.code(201).send(await service.createLanguage(ctx, body)),
  )

  const change = {
    operationId: 'changeLanguage',
    params,
    body: LanguagePatch,
    response: { 200: ChangedLanguage },
  }
  app.patch('/languages/:id', { schema: change }, (request) =>
    service.changeLanguage(request.ctx, request.params.id, versionOf(request), request.body),
  )

  const close = { operationId: 'closeLanguage', params, response: { 200: ChangedLanguage } }
  app.post('/languages/:id/closure', { schema: close }, ({ ctx, params }) => service.closeLanguage(ctx, params.id))

  const reopen = { operationId: 'reopenLanguage', params, response: { 200: ChangedLanguage } }
  app.delete('/languages/:id/closure', { schema: reopen }, ({ ctx, params }) => service.reopenLanguage(ctx, params.id))

  const remove = { operationId: 'deleteLanguage', params, response: { 200: Done } }
  app.delete('/languages/:id', { schema: remove }, ({ ctx, params }) => service.deleteLanguage(ctx, params.id))
}
