import createClient, { type Middleware } from 'openapi-fetch'
import { Problem } from './problem'
import type { operations, paths } from './schema'

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never
/** What an operation answers: `Answer<'readContact'>`, `Answer<'listContacts'>['items'][number]`. */
export type Answer<Id extends keyof operations> = {
  [Status in keyof operations[Id]['responses']]: Json<operations[Id]['responses'][Status]>
}[keyof operations[Id]['responses']]
/** What an operation takes: `Body<'changeContact'>`. */
export type Body<Id extends keyof operations> = operations[Id] extends { requestBody: infer Asked }
  ? Json<Asked>
  : never
/** What an operation can be asked for in the address: `Query<'listContacts'>`. */
export type Query<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>

const WAITS_MS = [400, 1500]
const RETRIED = [502, 503, 504]

/** Sends again what is safe to send again: reads, and writes under an Idempotency-Key; the key stays the same. */
async function patientFetch(request: Request): Promise<Response> {
  const again = request.method === 'GET' || request.headers.has('Idempotency-Key')
  for (const wait of again ? WAITS_MS : []) {
    const answer = await fetch(request.clone()).catch((reason: unknown) => {
      if (request.signal.aborted) throw reason
      return null
    })
    if (answer !== null && !RETRIED.includes(answer.status)) return answer
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  return fetch(request)
}

/** Headers of every request: the language to answer in, and for a POST the key under which it may be repeated. */
export const requestHeaders = (method: string): Record<string, string> => ({
  'Accept-Language': document.documentElement.lang,
  ...(method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
})
const headers: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(requestHeaders(request.method)))
      if (!request.headers.has(name)) request.headers.set(name, value)
  },
}

/** The typed client of the HTTP API; a page reaches it only through its feature's `api.ts`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  credentials: 'same-origin',
  fetch: patientFetch,
})
api.use(headers)

/** The data of an answer. @throws Problem when the server refuses or does not answer */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason
    throw new Problem(null, 0)
  })
  if (!response.ok) throw new Problem(error, response.status)
  return data as T
}

/** The header of a write that names the version it saw; another answers 412 with both states. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` })
