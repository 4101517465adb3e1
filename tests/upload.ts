import type { Answer, TestCompany } from './company.ts'

const boundary = 'carteggio-test'

/** The head of a part of multipart/form-data, its name as browsers write it (WHATWG). */
export const partHead = (field: string, name: string | null): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${name === null ? '' : `; filename="${name.replaceAll('"', '%22')}"`}\r\nContent-Type: application/x-made-up\r\n\r\n`
export const partEnd = '\r\n'
export const formEnd = `--${boundary}--\r\n`
export const formType = `multipart/form-data; boundary=${boundary}`

/** One file as a form that a browser would send. */
export const formOf = (name: string, content: string | Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(partHead('file', name)), Buffer.from(content), Buffer.from(partEnd + formEnd)])

/** Sends a form to a company's server. */
export async function sendForm(company: TestCompany, form: Buffer, key?: string): Promise<Answer> {
  const answer = await company.app.inject({
    method: 'POST',
    url: '/api/uploads',
    headers: { 'content-type': formType, ...(key && { 'idempotency-key': key }) },
    payload: form,
  })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers, raw: answer.rawPayload }
}

/** Uploads a file. */
export const upload = (
  company: TestCompany,
  name: string,
  content: string | Uint8Array,
  key?: string,
): Promise<Answer> => sendForm(company, formOf(name, content), key)
