import type { ServerResponse } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { Context } from '#kernel/context.ts'
import type { Routes } from '#kernel/http.ts'
import type { Live } from './live.ts'

/** How often a silent line is used, in ms, so that no proxy cuts it, and so that it ends with the sign-in. */
const BEAT_MS = 20_000

/** What a request that succeeded may have changed, by the first part of its address. */
const topics: Readonly<Record<string, string>> = {
  interactions: 'interactions',
  'interaction-drafts': 'drafts',
  contacts: 'contacts',
  'interaction-groups': 'groups',
  'interaction-templates': 'templates',
  salespeople: 'salespeople',
  languages: 'languages',
  setup: 'setup',
  imports: 'imports',
  undo: '*',
}

/** Tells each open page what others have changed (server-sent events, HTML Living Standard 9.2). */
export const liveRoutes =
  (live: Live, contextOf: (request: FastifyRequest) => Promise<Context>): Routes =>
  async (app) => {
    const open = new Set<ServerResponse>()
    app.addHook('preClose', async () => {
      for (const page of open) page.end()
    })
    app.get(
      '/live',
      {
        schema: {
          operationId: 'live',
          response: {
            200: {
              description: 'Events `changed` whose data is a list of topics, as JSON',
              content: { 'text/event-stream': { schema: { type: 'string' } } },
            },
          },
        },
      },
      (request, reply) => {
        reply.hijack()
        const { raw } = reply
        raw.writeHead(200, {
          ...reply.getHeaders(),
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        } as Record<string, string>)
        raw.write('retry: 3000\n\n')
        open.add(raw)
        const leave = live.subscribe(request.ctx.company.id, (changed) =>
          raw.write(`event: changed\ndata: ${JSON.stringify(changed)}\n\n`),
        )
        const beat = setInterval(() => {
          contextOf(request).then(
            () => raw.write(': beat\n\n'),
            () => raw.end(),
          )
        }, BEAT_MS)
        raw.on('close', () => {
          open.delete(raw)
          clearInterval(beat)
          leave()
        })
      },
    )
  }

/** What the end of a job has changed. */
const topicOfJob: Readonly<Record<string, string>> = { deleteCanceled: 'interactions', importContacts: 'contacts' }

export const announceJob =
  ({ announce }: Live) =>
  (companyId: number, job: string): void => {
    const topic = topicOfJob[job]
    if (topic !== undefined) announce(companyId, topic)
  }

/** Announces what a request has changed, once it is answered. */
export function announceChanges({ announce }: Live, request: FastifyRequest, status: number): void {
  if (request.method === 'GET' || request.method === 'HEAD' || status >= 400 || !request.ctx) return
  const topic = topics[/^\/api\/([^/?]+)/.exec(request.url)?.[1] ?? '']
  if (topic !== undefined) announce(request.ctx.company.id, topic)
}
