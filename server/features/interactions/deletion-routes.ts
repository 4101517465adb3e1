import { Type } from 'typebox'
import type { Routes } from '#kernel/http.ts'
import { Progress } from '#kernel/progress.ts'
import { PageOf, pageQuery } from '#kernel/schema.ts'
import { Deletion, PastDeletion, Preview, RunDeletion } from './schema.ts'
import * as deletion from './service/delete.ts'

/** Deleting what was canceled: first the preview, then the job. */
export const deletionRoutes: Routes = async (app) => {
  app.get(
    '/interactions/deletions/preview',
    { schema: { operationId: 'previewDeletion', querystring: Deletion, response: { 200: Preview } } },
    (request) => deletion.previewDeletion(request.ctx, request.query),
  )
  app.get(
    '/interactions/deletions',
    {
      schema: {
        operationId: 'listDeletions',
        querystring: Type.Object({ after: pageQuery.after, limit: pageQuery.limit }, { additionalProperties: false }),
        response: { 200: PageOf(PastDeletion) },
      },
    },
    (request) => deletion.listDeletions(request.ctx, request.query),
  )
  app.post(
    '/interactions/deletions',
    { schema: { operationId: 'deleteCanceled', body: RunDeletion, response: { 202: Progress } } },
    async (request, reply) => reply.code(202).send(await deletion.deleteCanceled(request.ctx, request.body)),
  )
}
