import { Readable } from 'node:stream'
import { create as disposition } from 'content-disposition'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { Problem } from '#kernel/problem.ts'
import { contentOf } from '#kernel/schema.ts'
import { rangeOf } from './range.ts'
import { readFile, type ServedFile } from './service.ts'

/** How a file is to be served. */
export type ServedAs = Static<typeof ServedAs>
export const ServedAs = Type.Object(
  {
    view: Type.Optional(
      Type.Enum(['1'], {
        description: 'Show it, if it is a PDF, a picture or plain text; anything else is downloaded',
      }),
    ),
  },
  { additionalProperties: false },
)

/** What a route that answers with a file says of it. */
export const fileAnswers = {
  200: contentOf('The file, as what it is where that is known to be harmless', '*/*'),
  206: contentOf('The part of the file that Range asks for', '*/*'),
  304: { description: 'The caller has this file already (If-None-Match)', type: 'null' },
}

/** What a browser may show of a stranger's files: nothing in it runs with the reader's rights. */
const shown = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain']
/** What is handed out under its name, so that the right program opens it; anything else goes as bytes. */
const named = [
  ...shown,
  'application/zip',
  'application/rtf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'message/rfc822',
  'text/calendar',
  'text/csv',
  'text/vcard',
]

type FileRequest = Pick<FastifyRequest, 'ctx' | 'headers' | 'method'> & { readonly query: ServedAs }

/**
 * Answers with a file, streamed: whole or a range, or that the caller has it already (RFC 9110). Downloaded unless
 * `?view=1` asks to show it and its kind is safe to show; never as a type that a browser would run.
 * @throws Problem `range-not-satisfiable`
 */
export async function serveFile(request: FileRequest, reply: FastifyReply, file: ServedFile): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`
  const { 'if-none-match': known, 'if-range': whole = etag, range: asked } = request.headers
  const part = rangeOf(whole === etag ? asked : undefined, file.size)
  if (part === 'unsatisfiable') {
    reply.header('content-range', `bytes */${file.size}`)
    throw new Problem('range-not-satisfiable')
  }
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    ...guarded(file, request.query),
  })
  if (known?.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()))) return reply.code(304).send()
  if (part !== null) reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${file.size}`)
  reply.header('content-length', part === null ? file.size : part.end - part.start + 1)
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : readFile(request.ctx, file, part ?? undefined))
}

/** Headers that keep a file from running anything where it is opened. */
function guarded({ name, mediaType }: ServedFile, { view }: ServedAs): Record<string, string> {
  const type = mediaType.split(';', 1)[0] ?? ''
  const inline = view === '1' && shown.includes(type)
  const charset = type === mediaType && type.startsWith('text/') ? ';charset=utf-8' : ''
  return {
    'content-type': named.includes(type) ? `${mediaType}${charset}` : 'application/octet-stream',
    'content-disposition': disposition(name, { type: inline ? 'inline' : 'attachment' }),
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  }
}
