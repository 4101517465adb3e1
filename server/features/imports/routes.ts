import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Routes } from '#kernel/http.ts'
import { contentOf, Id } from '#kernel/schema.ts'
import './messages.ts'
import { Import, ImportPatch, ImportPreview, NewImport } from './schema.ts'
import * as imports from './service/open.ts'
import * as preview from './service/preview.ts'
import * as run from './service/run.ts'

const params = Type.Object({ id: Id })

/** Bringing contacts in from a file: open, say what each column fills, look, run. */
export const importRoutes: Routes = async (app) => {
  const begin = { operationId: 'beginImport', body: NewImport, response: { 201: Import } }
  app.post('/imports', { schema: begin }, async ({ ctx, body }, reply) =>
    reply.code(201).send(await imports.beginImport(ctx, body)),
  )
  app.get(
    '/imports/:id',
    { schema: { operationId: 'getImport', params, response: { 200: Import } } },
    ({ ctx, params }) => imports.getImport(ctx, params.id),
  )
  app.patch(
    '/imports/:id',
    { schema: { operationId: 'changeImport', params, body: ImportPatch, response: { 200: Import } } },
    ({ ctx, params, body }) => imports.changeImport(ctx, params.id, body),
  )
  app.get(
    '/imports/:id/preview',
    { schema: { operationId: 'previewImport', params, response: { 200: ImportPreview } } },
    ({ ctx, params }) => preview.previewImport(ctx, params.id),
  )
  app.post(
    '/imports/:id/run',
    { schema: { operationId: 'runImport', params, response: { 202: Import } } },
    async ({ ctx, params }, reply) => reply.code(202).send(await run.runImport(ctx, params.id)),
  )
  app.get(
    '/imports/:id/refused',
    {
      schema: {
        operationId: 'refusedRows',
        params,
        response: { 200: contentOf('The rows as they came, each with why it was refused', 'text/csv') },
      },
    },
    async ({ ctx, params }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="refused-${params.id}.csv"`)
        .send(Readable.from(await imports.refusedRows(ctx, params.id))),
  )
}
