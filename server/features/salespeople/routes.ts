import { Type } from 'typebox'
import { type Routes, versionOf } from '#kernel/http.ts'
import { Done, Id, PageOf } from '#kernel/schema.ts'
import './messages.ts'
import { ChangedSalesperson, NewSalesperson, Salesperson, SalespersonPatch, SalespersonQuery } from './schema.ts'
import * as service from './service.ts'

const params = Type.Object({ id: Id })

export const salespersonRoutes: Routes = async (app) => {
  const list = {
    operationId: 'listSalespeople',
    querystring: SalespersonQuery,
    response: { 200: PageOf(Salesperson) },
  }
  app.get('/salespeople', { schema: list }, ({ ctx, query }) => service.listSalespeople(ctx, query))

  const get = { operationId: 'getSalesperson', params, response: { 200: Salesperson } }
  app.get('/salespeople/:id', { schema: get }, ({ ctx, params }) => service.getSalesperson(ctx, params.id))

  const create = { operationId: 'createSalesperson', body: NewSalesperson, response: { 201: Salesperson } }
  app.post('/salespeople', { schema: create }, async ({ ctx, body }, reply) =>
    reply.code(201).send(await service.createSalesperson(ctx, body)),
  )

  const change = {
    operationId: 'changeSalesperson',
    params,
    body: SalespersonPatch,
    response: { 200: ChangedSalesperson },
  }
  app.patch('/salespeople/:id', { schema: change }, (request) =>
    service.changeSalesperson(request.ctx, request.params.id, versionOf(request), request.body),
  )

  const close = { operationId: 'closeSalesperson', params, response: { 200: ChangedSalesperson } }
  app.post('/salespeople/:id/closure', { schema: close }, ({ ctx, params }) => service.closeSalesperson(ctx, params.id))

  const reopen = { operationId: 'reopenSalesperson', params, response: { 200: ChangedSalesperson } }
  app.delete('/salespeople/:id/closure', { schema: reopen }, ({ ctx, params }) =>
    service.reopenSalesperson(ctx, params.id),
  )

  const remove = { operationId: 'deleteSalesperson', params, response: { 200: Done } }
  app.delete('/salespeople/:id', { schema: remove }, ({ ctx, params }) => service.deleteSalesperson(ctx, params.id))
}
