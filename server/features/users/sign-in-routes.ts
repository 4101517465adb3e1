import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Routes } from '#kernel/http.ts'
import { Problem } from '#kernel/problem.ts'
import { Id } from '#kernel/schema.ts'
import './messages.ts'
import { Credentials, Key, MadeKey, NewKey, Session, SessionPatch, Welcome } from './schema.ts'
import * as keys from './service/keys.ts'
import * as sessions from './service/session.ts'
import * as welcome from './service/welcome.ts'
import { type Entrance, SESSION_DAYS, type Shown } from './service/who.ts'

const COOKIE = 'carteggio'
const MINUTE = 60_000

/** What a request shows of who sends it. */
export const shownBy = ({ cookies, headers }: FastifyRequest): Shown => ({
  session: cookies[COOKIE],
  apiKey: /^Bearer (ck_\S+)$/.exec(headers.authorization ?? '')?.[1],
  key: headers['idempotency-key']?.toString(),
})

/**
 * Slows guessing down: 10 tries a minute for one account from one address, 100 for all accounts from it. Who guesses is
 * slowed, not the owner of the account at another address. A network of IPv6 (/64) is one address.
 */
function slowed(app: FastifyInstance) {
  const address = ({ ip }: FastifyRequest) => normalizeIP(ip)
  const account = ({ body }: FastifyRequest) => (body as { email?: string }).email?.trim().toLowerCase() ?? ''
  const limits = [
    app.createRateLimit({ max: 10, timeWindow: MINUTE, keyGenerator: (of) => `${address(of)} ${account(of)}` }),
    app.createRateLimit({ max: 100, timeWindow: MINUTE, keyGenerator: address }),
  ]
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    for (const limit of limits) {
      const found = await limit(request)
      if (found.isAllowed || !found.isExceeded) continue
      reply.header('retry-after', found.ttlInSeconds)
      throw new Problem('too-many-requests')
    }
  }
}

/** Tells who guesses where, so that it can be seen and shut out: the address, and the account as it was typed. */
async function tellFailure(request: FastifyRequest, _: FastifyReply, error: Error): Promise<void> {
  if (!(error instanceof Problem) || !['sign-in-failed', 'too-many-requests'].includes(error.type)) return
  const { email: account } = request.body as Credentials
  request.log.warn({ address: request.ip, account, problem: error.type }, 'sign-in failed')
}

/** Signing in and out, the first administrator, and keys for programs. */
export const signInRoutes =
  (entrance: () => Entrance): Routes =>
  async (app) => {
    await app.register(rateLimit, { global: false })
    const preHandler = slowed(app)
    const keepCookie = (request: FastifyRequest, reply: FastifyReply, token: string) =>
      reply.setCookie(COOKIE, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https' || entrance().secure,
        maxAge: SESSION_DAYS * 86_400,
      })

    app.get('/session', { schema: { operationId: 'readSession', response: { 200: Session } } }, (request, reply) => {
      const { session } = shownBy(request)
      if (session !== undefined) keepCookie(request, reply, session)
      return sessions.readSession(entrance(), request.ctx)
    })
    app.post(
      '/session',
      {
        schema: { operationId: 'signIn', body: Credentials, response: { 200: Session } },
        config: { open: true },
        preHandler,
        onError: tellFailure,
      },
      async (request, reply) => {
        const { token, session } = await sessions.signIn(entrance(), request.body)
        return keepCookie(request, reply, token).send(session)
      },
    )
    app.delete(
      '/session',
      { schema: { operationId: 'signOut', response: { 204: Type.Null() } }, config: { open: true } },
      async (request, reply) => {
        const session = request.cookies[COOKIE]
        if (session !== undefined) await sessions.signOut(entrance(), session)
        return reply.clearCookie(COOKIE, { path: '/' }).code(204).send(null)
      },
    )
    app.patch(
      '/session',
      { schema: { operationId: 'changeSession', body: SessionPatch, response: { 200: Session } } },
      (request) => sessions.changeSession(entrance(), request.ctx, request.body),
    )
    app.get(
      '/welcome',
      {
        schema: {
          operationId: 'checkWelcome',
          querystring: Type.Object({ token: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
          response: { 200: Type.Object({ valid: Type.Boolean() }) },
        },
        config: { open: true },
      },
      async (request) => {
        await welcome.requireLink(entrance(), request.query.token)
        return { valid: true }
      },
    )
    app.post(
      '/welcome',
      {
        schema: { operationId: 'welcome', body: Welcome, response: { 201: Session } },
        config: { open: true },
        preHandler,
      },
      async (request, reply) => {
        const { token, session } = await welcome.welcome(entrance(), request.body)
        return keepCookie(request, reply, token).code(201).send(session)
      },
    )
    app.get('/keys', { schema: { operationId: 'listKeys', response: { 200: Type.Array(Key) } } }, (request) =>
      keys.listKeys(entrance(), request.ctx),
    )
    app.post(
      '/keys',
      { schema: { operationId: 'makeKey', body: NewKey, response: { 201: MadeKey } } },
      async (request, reply) => reply.code(201).send(await keys.makeKey(entrance(), request.ctx, request.body)),
    )
    app.delete(
      '/keys/:id',
      { schema: { operationId: 'removeKey', params: Type.Object({ id: Id }), response: { 204: Type.Null() } } },
      async (request, reply) => {
        await keys.removeKey(entrance(), request.ctx, request.params.id)
        return reply.code(204).send(null)
      },
    )
  }
