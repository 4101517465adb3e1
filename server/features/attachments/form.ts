import type { BusboyFileStream } from '@fastify/busboy'
import type { FastifyRequest } from 'fastify'
import { Problem } from '#kernel/problem.ts'
import type { IncomingFile } from './service.ts'

/**
 * Gives the one file of a multipart/form-data request to an act, as a stream; other fields are passed over.
 * @throws Problem `field-required` without a file, `field-invalid` with two, or when the form breaks off;
 *   FST_REQ_FILE_TOO_LARGE
 */
export async function withOneFile<T>(request: FastifyRequest, act: (file: IncomingFile) => Promise<T>): Promise<T> {
  const parts = request.files({ limits: { files: 2 } })
  let part: { file: BusboyFileStream; filename?: string } | undefined
  let unread: unknown
  const next = async () => {
    const { done, value } = await parts.next().catch((error: unknown) => {
      unread = error
      throw error
    })
    return done === true ? undefined : value
  }
  try {
    part = await next()
    if (part === undefined) throw new Problem('field-required', { pointer: '/file' })
    const { file, filename = '' } = part
    const whole = async () => {
      if (file.truncated) throw new request.server.multipartErrors.RequestFileTooLargeError()
      if ((await next()) !== undefined) throw notAlone()
    }
    return await act({ name: filename, content: file, whole })
  } catch (error) {
    throw (error === unread || error === part?.file.errored) && !hasCode(error) ? unreadable() : error
  }
}

const notAlone = () =>
  new Problem('field-invalid', { faults: [{ pointer: '/file', type: 'maxItems', values: { limit: 1 } }] })
const unreadable = () => new Problem('field-invalid', { faults: [{ pointer: '', type: 'body' }] })
/** The library tells of limits by an error with a code, of a form that it cannot read by one without. */
const hasCode = (error: unknown): boolean => error instanceof Error && 'code' in error
