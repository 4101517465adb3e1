import type { Databases } from '#database/companies.ts'
import type { Routes } from '#kernel/http.ts'

/** For whoever watches the process: `/healthz` says that it lives, `/readyz` that its database answers too. */
export const healthRoutes =
  ({ serverPool }: Pick<Databases, 'serverPool'>): Routes =>
  async (app) => {
    app.get('/healthz', { schema: { hide: true }, config: { open: true } }, () => ({ status: 'alive' }))
    app.get('/readyz', { schema: { hide: true }, config: { open: true } }, async (request, reply) => {
      try {
        await serverPool.query('select 1')
        return { status: 'ready' }
      } catch (error) {
        request.log.warn({ error: String(error) }, 'database does not answer')
        return reply.code(503).send({ status: 'waiting for the database' })
      }
    })
  }
