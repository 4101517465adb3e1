import type { Routes } from '#kernel/http.ts'
import { Progress } from '#kernel/progress.ts'
import { Deletion, Preview, RunDeletion } from './schema.ts'
import * as deletion from './service/delete.ts'

/** Deleting what was canceled: first the preview, then the job. */
export const deletionRoutes: Routes = async (app) => {
  app.get(
    '/interactions/deletions/preview',
    { schema: { operationId: 'previewDeletion', querystring: Deletion, response: { 200: Preview } } },
    (request) => deletion.previewDeletion(request.ctx, request.query),
  )
  app.post(
    '/interactions/deletions',
    { schema: { operationId: 'deleteCanceled', body: RunDeletion, response: { 202: Progress } } },
    async (request, reply) => reply.code(202).send(await deletion.deleteCanceled(request.ctx, request.body)),
  )
}
