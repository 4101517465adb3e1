import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Fault, Problem } from './problem.ts'

/** No request of ours is deeper than a few levels. */
const DEEPEST = 32

/** PostgreSQL cannot store U+0000, and stores a lone surrogate as another character: both are refused at the door. */
const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')
/** Where bytes were no UTF-8, decoding has left U+FFFD. */
const decoded = (text: string): boolean => !text.includes('\ufffd')

function faultsIn(value: unknown, isGood: (text: string) => boolean, pointer = '', depth = 0): Fault[] {
  if (typeof value === 'string') return isGood(value) ? [] : [{ pointer, type: 'characters' }]
  if (typeof value !== 'object' || value === null) return []
  if (depth === DEEPEST) return [{ pointer, type: 'depth', values: { limit: DEEPEST } }]
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(isGood(key) ? [] : [{ pointer, type: 'characters' }]),
    ...faultsIn(inner, isGood, `${pointer}/${pointerPart(key)}`, depth + 1),
  ])
}

/** What of a request's texts cannot be stored as it came, each at its field. */
export const textFaultsOf = ({ body, query, params, url }: FastifyRequest): Fault[] => [
  ...[body, query, params].flatMap((value) => faultsIn(value, storable)),
  ...(isDecodable(url) ? [] : faultsIn(query, unescaped)),
]

/** What turns the direction of writing, so that a text reads as another (UAX 9, 2.1 to 2.5). Nobody types it, nobody sees it. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** Takes what turns the direction of writing out of a request's texts: it comes along with what is pasted. */
export function straighten({ body, query, params }: FastifyRequest): void {
  for (const value of [body, query, params]) straightenIn(value)
}

function straightenIn(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    if (typeof inner === 'string') Object.assign(value, { [key]: inner.replace(turning, '') })
    else straightenIn(inner)
}

/** What is not UTF-8 would be stored damaged: it is refused at its field (RFC 8259, 8.1; RFC 3986, 2.5). */
export function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) =>
    parse(request, body.toString(), (error, value) => {
      const faults = error === null && !isUtf8(body) ? faultsIn(value, decoded) : []
      done(faults.length > 0 ? new Problem('field-invalid', { faults }) : error, value)
    }),
  )
}

/** An escape that spells no UTF-8 is left in the text as it came. */
const unescaped = (text: string): boolean => !/%[0-9a-f]{2}/i.test(text)

const isDecodable = (url: string): boolean => {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/** A name as a part of a JSON pointer (RFC 6901, 3). */
export const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
