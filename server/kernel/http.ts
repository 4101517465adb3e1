import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Ajv, type ValidateFunction } from 'ajv'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import helmet from 'helmet'
import { refuseUnread } from './client-error.ts'
import type { Context, Speech } from './context.ts'
import { formats } from './formats.ts'
import { type Fault, Problem, type ProblemType, problemStatus } from './problem.ts'
import { documentOf, ProblemDocument } from './problem-document.ts'
import { pointerPart, readJson, straighten, textFaultsOf } from './texts.ts'

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Context
  }
  interface FastifyContextConfig {
    /** Answers without a sign-in: signing in itself, health, the document of the API. */
    open?: boolean
  }
}

/** What every route plugin is: `FastifyPluginAsyncTypebox`, so that handlers are typed by their schemas. */
export type Routes = FastifyPluginAsyncTypebox

export interface Http {
  /** Who asks; throws Problem `sign-in-required`. */
  contextOf: (request: FastifyRequest) => Promise<Context>
  /** Whether routes of this address ask for a sign-in, unless they are open. */
  guards: (url: string) => boolean
  /** Largest body of a JSON request in bytes. */
  jsonLimit?: number
  /** Largest file of an upload in bytes. */
  fileLimit: number
  logger: { level: string } | false
}

const checks = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false, formats } as const
/** Bodies say what they mean; texts of an address become the numbers they spell. */
const strict = new Ajv({ ...checks, coerceTypes: false })
const coercing = new Ajv({ ...checks, coerceTypes: true })
const protect = helmet({
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'object-src': ["'none'"],
      'frame-ancestors': ["'none'"],
      'upgrade-insecure-requests': null,
    },
  },
  crossOriginEmbedderPolicy: false,
  strictTransportSecurity: false,
})
/** Kept over servers: tests make hundreds of them. */
const compiled = new WeakMap<object, ValidateFunction>()

/** An HTTP server that knows no feature: strict validation, problems as RFC 9457, sign-in on every route that is not open. */
export async function createHttp({
  contextOf,
  guards,
  jsonLimit = 2 ** 20,
  fileLimit,
  logger,
}: Http): Promise<FastifyInstance> {
  const refuse = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error, {
      FST_ERR_CTP_BODY_TOO_LARGE: { pointer: '', bytes: jsonLimit },
      FST_REQ_FILE_TOO_LARGE: { pointer: '/file', bytes: fileLimit },
    })
    if (problem.type === 'internal') request.log.error(error)
    return reply
      .code(problemStatus[problem.type])
      .type('application/problem+json')
      .send(JSON.stringify(documentOf(problem, voiceOf(request))))
  }
  const app = Fastify({
    frameworkErrors: refuse, // an address that cannot be read, or is too long
    clientErrorHandler: refuseUnread,
    bodyLimit: jsonLimit,
    trustProxy: 'loopback', // a proxy on this machine says who asks, and whether by https
    routerOptions: { maxParamLength: 200 },
    logger: logger ? { level: logger.level, serializers: { req: told } } : false,
    genReqId: () => crypto.randomUUID(),
  })
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const known = compiled.get(schema as object)
    if (known !== undefined) return known
    const validate = (httpPart === 'body' ? strict : coercing).compile(schema as object)
    compiled.set(schema as object, validate)
    return validate
  })
  readJson(app)
  await app.register(cookie)
  app.addHook('onRequest', ({ raw }, reply, done) => protect(raw, reply.raw, () => done()))
  await app.register(multipart, { limits: { fileSize: fileLimit, files: 1, fields: 10 }, throwFileSizeLimit: true })
  app.decorateRequest('ctx', null as unknown as Context)
  app.addHook('onRoute', ({ schema }) => {
    if (schema && !schema.hide)
      schema.response = {
        ...(schema.response as object),
        default: { description: 'Refusal', content: { 'application/problem+json': { schema: ProblemDocument } } },
      }
  })
  app.addHook('onRequest', async (request) => {
    requireOwnOrigin(request)
    const { config, url } = request.routeOptions
    if (url !== undefined && config.open !== true && guards(url)) request.ctx = await contextOf(request)
  })
  app.addHook('preValidation', async (request) => {
    const faults = textFaultsOf(request)
    if (faults.length > 0) throw new Problem('field-invalid', { faults })
    straighten(request)
  })
  app.setErrorHandler(refuse)
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send(JSON.stringify(documentOf(new Problem('not-found'), voiceOf(request)))),
  )
  return app
}

/** What a log line says of a request: never a query, which may hold names. */
const told = ({ method, url }: { method: string; url: string }) => ({ method, url: url.replace(/\?.*/, '') })

/** The language of a request's answer: the user's, or the best of Accept-Language before sign-in. */
export const speechOf = (request: FastifyRequest): Speech =>
  request.ctx?.user.language ?? (/^\s*it\b/i.test(request.headers['accept-language'] ?? '') ? 'it' : 'en')

/** What a refusal of a request needs to know of it. */
const voiceOf = (request: FastifyRequest) => ({ id: request.id, language: speechOf(request) })

/** The version that a write has seen: the number in If-Match, as a strong entity tag (RFC 9110, 13.1.1). */
export function versionOf(request: FastifyRequest): number | undefined {
  const version = /^"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/** A page of another site must not act with this site's cookie, nor may one that hides where it is from. */
function requireOwnOrigin({ headers: { origin, host, 'sec-fetch-site': site }, method }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return
  const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
  if (!isOwn || site === 'cross-site' || site === 'same-site')
    throw new Problem('not-allowed', { values: { right: 'origin' } })
}

const byCode: Readonly<Record<string, ProblemType>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media-type',
}

type Limits = Readonly<Record<string, { readonly pointer: string; readonly bytes: number }>>

function problemOf(error: FastifyError, limits: Limits): Problem {
  if (error instanceof Problem) return error
  if (error.validation !== undefined) return new Problem('field-invalid', { faults: faultsOf(error.validation) })
  const limit = limits[error.code]
  if (limit !== undefined)
    return new Problem('file-too-large', { pointer: limit.pointer, values: { limit: limit.bytes / 2 ** 20 } })
  const known = byCode[error.code]
  if (known !== undefined) return new Problem(known)
  if (error.statusCode === 429) return new Problem('too-many-requests')
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500
    ? new Problem('field-invalid', { faults: [{ pointer: '', type: 'body' }] })
    : new Problem('internal')
}

interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Record<string, unknown>
}

/** One fault a field, the first: what may be blank fails as a value, then as null, then as both. */
function faultsOf(errors: readonly SchemaError[]): Fault[] {
  const faults = errors.filter(({ keyword }, _, { length }) => keyword !== 'anyOf' || length === 1).map(faultOf)
  return [...Map.groupBy(faults, ({ pointer }) => pointer).values()].flatMap(([first]) => first ?? [])
}

function faultOf(error: SchemaError): Fault {
  const missing = error.params.missingProperty
  const unknown = error.params.additionalProperty
  const name = missing ?? unknown
  return {
    pointer: error.instancePath + (name === undefined ? '' : `/${pointerPart(String(name))}`),
    type: error.keyword,
    values: error.params,
  }
}
