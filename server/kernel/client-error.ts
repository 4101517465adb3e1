import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Problem, type ProblemType, problemStatus } from './problem.ts'
import { documentOf } from './problem-document.ts'

const byCode: Readonly<Record<string, ProblemType>> = {
  HPE_HEADER_OVERFLOW: 'header-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
}

/**
 * Answers what is no request as far as it was read: a header that is too large, a method that there is not, half a request.
 * It has no language that we know of yet, so it is refused in English. The connection ends.
 */
export function refuseUnread(this: FastifyInstance, error: Error & { code?: string }, connection: Socket): void {
  if (error.code === 'ECONNRESET' || !connection.writable) {
    connection.destroy(error)
    return
  }
  const type = byCode[error.code ?? ''] ?? 'request-unreadable'
  const id = crypto.randomUUID()
  this.log.info({ reqId: id, problem: type, code: error.code }, 'request not read')
  const status = problemStatus[type]
  const body = JSON.stringify(documentOf(new Problem(type), { id, language: 'en' }))
  connection.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
    () => connection.destroy(error),
  )
}
