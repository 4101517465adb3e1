import { Type } from 'typebox'
import { type Routes, versionOf } from '#kernel/http.ts'
import { Done, Id, PageOf } from '#kernel/schema.ts'
import './messages.ts'
import { ChangedGroup, GroupPatch, GroupQuery, GroupRow, InteractionGroup, NewGroup } from './schema.ts'
import * as service from './service.ts'

const params = Type.Object({ id: Id })

export const groupRoutes: Routes = async (app) => {
  const list = { operationId: 'listGroups', querystring: GroupQuery, response: { 200: PageOf(GroupRow) } }
  app.get('/interaction-groups', { schema: list }, ({ ctx, query }) => service.listGroups(ctx, query))

  const get = { operationId: 'getGroup', params, response: { 200: InteractionGroup } }
  app.get('/interaction-groups/:id', { schema: get }, ({ ctx, params }) => service.getGroup(ctx, params.id))

  const create = { operationId: 'createGroup', body: NewGroup, response: { 201: InteractionGroup } }
  app.post('/interaction-groups', { schema: create }, async ({ ctx, body }, reply) =>
    reply.code(201).send(await service.createGroup(ctx, body)),
  )

  const change = { operationId: 'changeGroup', params, body: GroupPatch, response: { 200: ChangedGroup } }
  app.patch('/interaction-groups/:id', { schema: change }, (request) =>
    service.changeGroup(request.ctx, request.params.id, versionOf(request), request.body),
  )

  const close = { operationId: 'closeGroup', params, response: { 200: ChangedGroup } }
  app.post('/interaction-groups/:id/closure', { schema: close }, ({ ctx, params }) =>
    service.closeGroup(ctx, params.id),
  )

  const reopen = { operationId: 'reopenGroup', params, response: { 200: ChangedGroup } }
  app.delete('/interaction-groups/:id/closure', { schema: reopen }, ({ ctx, params }) =>
    service.reopenGroup(ctx, params.id),
  )

  const remove = { operationId: 'deleteGroup', params, response: { 200: Done } }
  app.delete('/interaction-groups/:id', { schema: remove }, ({ ctx, params }) => service.deleteGroup(ctx, params.id))
}
