import { Type } from 'typebox'
import type { Routes } from '#kernel/http.ts'
import { Id } from '#kernel/schema.ts'
import { type Inverses, undo } from '#kernel/undo.ts'

/** Taking an act back, whichever feature owns it. */
export const undoRoutes =
  (inverses: Inverses): Routes =>
  async (app) => {
    app.post(
      '/undo/:id',
      {
        schema: { operationId: 'undo', params: Type.Object({ id: Id }), response: { 200: Type.Object({ actId: Id }) } },
      },
      (request) => undo(request.ctx, inverses, request.params.id),
    )
  }
