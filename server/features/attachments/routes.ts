import { Type } from 'typebox'
import type { Routes } from '#kernel/http.ts'
import { Id } from '#kernel/schema.ts'
import { withOneFile } from './form.ts'
import { NewUpload, Upload } from './schema.ts'
import { fileAnswers, ServedAs, serveFile } from './serve.ts'
import * as service from './service.ts'

export const attachmentRoutes: Routes = async (app) => {
  const upload = {
    operationId: 'uploadFile',
    consumes: ['multipart/form-data'],
    body: NewUpload,
    response: { 201: Upload },
  }
  app.post('/uploads', { schema: upload, validatorCompiler: () => () => true }, async (request, reply) =>
    reply.code(201).send(await withOneFile(request, (file) => service.uploadFile(request.ctx, file))),
  )

  const open = {
    operationId: 'openUpload',
    params: Type.Object({ id: Id }),
    querystring: ServedAs,
    response: fileAnswers,
  }
  app.get('/uploads/:id/content', { schema: open }, async (request, reply) =>
    serveFile(request, reply, await service.findUpload(request.ctx, request.params.id)),
  )
}
