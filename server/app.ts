import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '#kernel/context.ts'
import { createHttp, type Routes } from '#kernel/http.ts'
import '#kernel/messages.ts'
import { Problem } from '#kernel/problem.ts'
import { inverses, routes, schemas } from './features.ts'
import type { Live } from './live.ts'
import { announceChanges, liveRoutes } from './live-routes.ts'
import { nameSchemas } from './openapi.ts'
import { undoRoutes } from './undo-routes.ts'

const page = fileURLToPath(new URL('../web/dist', import.meta.url))

export interface AppOptions {
  contextOf: (request: FastifyRequest) => Promise<Context>
  /** Doors that need more than a context: signing in. */
  openRoutes: readonly Routes[]
  /** Where changes are announced, and open pages hear of them. */
  live: Live
  /** Largest file of an upload in bytes. */
  fileLimit: number
  logger: { level: string } | false
}

/** The API is for whoever is signed in; the page's own files and the readable document are for everybody. */
const guards = (url: string): boolean => url.startsWith('/api/') && !url.startsWith('/api/docs')

/** The whole product as one HTTP server: the API under /api, its document, and the page. */
export async function createApp({ openRoutes, live, ...http }: AppOptions): Promise<FastifyInstance> {
  const app = await createHttp({ ...http, guards })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Carteggio',
        version: '1',
        description:
          'Records everything that passes between a company and its contacts. A POST with an Idempotency-Key is done once; its answer is remembered for seven days.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'carteggio' },
          key: { type: 'http', scheme: 'bearer', description: 'A key for programs, made in the set-up: ck_…' },
        },
      },
      security: [{ session: [] }, { key: [] }],
    },
    transformObject: (document) => nameSchemas('openapiObject' in document ? document.openapiObject : {}, schemas),
  })
  await app.register(
    async (api) => {
      for (const feature of [...openRoutes, ...routes, undoRoutes(inverses), liveRoutes(live, http.contextOf)])
        await api.register(feature)
      api.get('/openapi.json', { schema: { hide: true }, config: { open: true } }, () => app.swagger())
    },
    { prefix: '/api' },
  )
  app.addHook('onResponse', async (request, reply) => announceChanges(live, request, reply.statusCode))
  app.addHook('onClose', () => live.stop())
  await app.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { deepLinking: true, tryItOutEnabled: false } })
  if (existsSync(page)) await servePage(app)
  return app
}

/** Every address that is not the API's is a page: the router in the browser decides. */
async function servePage(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: page,
    wildcard: false,
    immutable: true,
    maxAge: '1y',
    setHeaders: (reply, path) => {
      if (path.endsWith('.html')) reply.header('cache-control', 'no-cache')
    },
  })
  app.get('/*', { schema: { hide: true }, config: { open: true } }, (request, reply) => {
    if (request.url.startsWith('/api/')) throw new Problem('not-found')
    return reply.sendFile('index.html', { immutable: false, maxAge: 0 })
  })
}
