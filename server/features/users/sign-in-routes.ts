import rateLimit from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Routes } from '#kernel/http.ts'
import { Id } from '#kernel/schema.ts'
import { Credentials, Key, MadeKey, NewKey, Session, SessionPatch, Welcome } from './schema.ts'
import * as service from './service.ts'

export const COOKIE = 'carteggio'
/** Tries for one account from one address in a minute; another address is not slowed by them. */
const TRIES = 10

/** What a request shows of who sends it. */
export const shownBy = (request: FastifyRequest): service.Shown => ({
  session: request.cookies[COOKIE],
  apiKey: /^Bearer (ck_\S+)$/.exec(request.headers.authorization ?? '')?.[1],
  key:
    typeof request.headers['idempotency-key'] === 'string'
      ? request.headers['idempotency-key'].slice(0, 200)
      : undefined,
})

const setCookie = (request: FastifyRequest, reply: FastifyReply, token: string) =>
  reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: service.SESSION_DAYS * 86_400,
  })

/** Signing in and out, the first administrator, and keys for programs. */
export const signInRoutes =
  (entrance: () => service.Entrance): Routes =>
  async (app) => {
    await app.register(rateLimit, { global: false })
    const slowed = (of: (body: { email?: unknown; token?: unknown }) => unknown) => ({
      open: true,
      rateLimit: {
        max: TRIES,
        timeWindow: 60_000,
        hook: 'preHandler' as const,
        keyGenerator: (request: FastifyRequest) => `${request.ip} ${String(of(request.body as object)).toLowerCase()}`,
      },
    })
    app.get('/session', { schema: { operationId: 'readSession', response: { 200: Session } } }, (request) =>
      service.readSession(entrance(), request.ctx),
    )
    app.post(
      '/session',
      {
        schema: { operationId: 'signIn', body: Credentials, response: { 200: Session } },
        config: slowed((body) => body.email),
      },
      async (request, reply) => {
        const { token, session } = await service.signIn(entrance(), request.body)
        return setCookie(request, reply, token).send(session)
      },
    )
    app.delete(
      '/session',
      { schema: { operationId: 'signOut', response: { 204: Type.Null() } }, config: { open: true } },
      async (request, reply) => {
        const session = request.cookies[COOKIE]
        if (session !== undefined) await service.signOut(entrance(), session)
        return reply.clearCookie(COOKIE, { path: '/' }).code(204).send(null)
      },
    )
    app.patch(
      '/session',
      { schema: { operationId: 'changeSession', body: SessionPatch, response: { 200: Session } } },
      (request) => service.changeSession(entrance(), request.ctx, request.body),
    )
    app.get(
      '/welcome',
      {
        schema: {
          operationId: 'checkWelcome',
          querystring: Type.Object({ token: Type.String({ maxLength: 200 }) }),
          response: { 200: Type.Object({ valid: Type.Boolean() }) },
        },
        config: { open: true },
      },
      async (request) => {
        await service.requireLink(entrance(), request.query.token)
        return { valid: true }
      },
    )
    app.post(
      '/welcome',
      {
        schema: { operationId: 'welcome', body: Welcome, response: { 201: Session } },
        config: slowed((body) => body.token),
      },
      async (request, reply) => {
        const { token, session } = await service.welcome(entrance(), request.body)
        return setCookie(request, reply, token).code(201).send(session)
      },
    )
    app.get('/keys', { schema: { operationId: 'listKeys', response: { 200: Type.Array(Key) } } }, (request) =>
      service.listKeys(entrance(), request.ctx),
    )
    app.post(
      '/keys',
      { schema: { operationId: 'makeKey', body: NewKey, response: { 201: MadeKey } } },
      async (request, reply) => reply.code(201).send(await service.makeKey(entrance(), request.ctx, request.body)),
    )
    app.delete(
      '/keys/:id',
      { schema: { operationId: 'removeKey', params: Type.Object({ id: Id }), response: { 204: Type.Null() } } },
      async (request, reply) => {
        await service.removeKey(entrance(), request.ctx, request.params.id)
        return reply.code(204).send(null)
      },
    )
  }
