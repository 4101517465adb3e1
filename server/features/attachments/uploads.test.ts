import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'
import { formEnd, formOf, formType, partEnd, partHead, sendForm, upload } from '#tests/upload.ts'
import * as attachments from './service.ts'

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')
const onDisk = (company: TestCompany) =>
  existsSync(company.folder)
    ? readdirSync(company.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).length
    : 0

/** A request over a real connection, which can be cut and can be bigger than memory. */
async function connect(company: TestCompany): Promise<ClientRequest> {
  if (!company.app.server.listening) await company.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = company.app.server.address() as AddressInfo
  return request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/uploads',
    headers: { 'content-type': formType },
  })
}

test('a file is stored once by its hash, and recognised by its content, whatever its name and sender say', async () => {
  const company = await testCompany()
  const first = await upload(company, 'picture.png', '<!doctype html><script>alert(1)</script>')
  expect(first).toMatchObject({ status: 201, body: { name: 'picture.png', size: 40, mediaType: 'text/html' } })
  const again = await upload(company, 'other.txt', '<!doctype html><script>alert(1)</script>')
  expect(again.body.id).not.toBe(first.body.id)
  expect([await company.count('file'), await company.count('upload'), onDisk(company)]).toEqual([1, 2, 1])
  expect(await company.files.has(hashOf('<!doctype html><script>alert(1)</script>'))).toBe(true)
})

test.each([
  ['perché no.pdf', 'perché no.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['a\u0000b\u001bc.txt', 'abc.txt'],
  ['CON.txt', '_CON.txt'],
  ['“offerta” 🚀.docx', '“offerta” 🚀.docx'],
  [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(251)}.pdf`],
])('a file that is called %j is kept as %j', async (sent, kept) => {
  const company = await testCompany()
  expect(await upload(company, sent, 'x')).toMatchObject({ status: 201, body: { name: kept } })
})

test('a part without a name is a file all the same', async () => {
  const company = await testCompany()
  const form = Buffer.from(
    `${partHead('file', null).replace('application/x-made-up', 'application/octet-stream')}x${partEnd}${formEnd}`,
  )
  expect(await sendForm(company, form)).toMatchObject({ status: 201, body: { name: 'file' } })
})

test('an upload repeated with its key is one upload; the key does not serve for another file', async () => {
  const company = await testCompany()
  const [first, twin] = await Promise.all([upload(company, 'a.txt', 'a', 'k'), upload(company, 'a.txt', 'a', 'k')])
  expect(twin).toMatchObject({ status: 201, body: first.body })
  expect(await upload(company, 'a.txt', 'b', 'k')).toMatchObject({
    status: 422,
    body: { type: '/problems/key-reused' },
  })
  expect([await company.count('upload'), await company.count('file')]).toEqual([1, 1])
})

test.each([
  ['an empty file', formOf('empty.txt', ''), 422, 'file-empty', '/file'],
  ['no file', Buffer.from(formEnd), 422, 'field-required', '/file'],
  [
    'a field where the file should be',
    Buffer.from(`${partHead('file', null).replace(/Content-Type.*\r\n/, '')}x${partEnd}${formEnd}`),
    422,
    'field-required',
    '/file',
  ],
  [
    'two files',
    Buffer.concat([formOf('a.txt', 'a').subarray(0, -formEnd.length), formOf('b.txt', 'b')]),
    422,
    'field-invalid',
    '/file',
  ],
  ['a form that breaks off', formOf('a.txt', 'abc').subarray(0, -20), 422, 'field-invalid', ''],
])('%s is refused and leaves nothing', async (_, form, status, type, pointer) => {
  const company = await testCompany()
  const answer = await sendForm(company, form)
  expect(answer).toMatchObject({ status, body: { type: `/problems/${type}` } })
  expect(answer.body.errors[0].pointer).toBe(pointer)
  expect([await company.count('file'), await company.count('upload'), onDisk(company)]).toEqual([0, 0, 0])
})

test('what is no form is refused', async () => {
  const company = await testCompany()
  expect(await company.post('/uploads', { file: 'x' })).toMatchObject({ status: 415 })
})

test('a file of 300 MB is refused in words, is never whole in memory, and leaves nothing', async () => {
  const company = await testCompany()
  const call = await connect(company)
  const answered = once(call, 'response') as Promise<[IncomingMessage]>
  const piece = Buffer.alloc(2 ** 20, 'x')
  function* form() {
    yield partHead('file', 'big.bin')
    for (let n = 0; n < 300; n++) yield piece
    yield partEnd + formEnd
  }
  const before = process.memoryUsage().rss
  await pipeline(Readable.from(form()), call)
  const [answer] = await answered
  expect(answer.statusCode).toBe(413)
  expect(await json(answer)).toMatchObject({
    type: '/problems/file-too-large',
    title: 'Too big: the limit is 100 MB',
    errors: [{ pointer: '/file' }],
  })
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20)
  expect([await company.count('file'), await company.count('upload'), onDisk(company)]).toEqual([0, 0, 0])
})

test('a file as big as the limit is taken', async () => {
  const company = await testCompany()
  const answer = await upload(company, 'just.bin', Buffer.alloc(100 * 2 ** 20))
  expect(answer).toMatchObject({ status: 201, body: { size: 100 * 2 ** 20, mediaType: 'application/octet-stream' } })
})

test('a connection that is cut in the middle leaves nothing', async () => {
  const company = await testCompany()
  const call = await connect(company)
  call.on('error', () => {})
  call.write(partHead('file', 'cut.bin'))
  call.write(Buffer.alloc(2 ** 20, 'x'))
  await expect.poll(() => onDisk(company)).toBe(1)
  call.destroy()
  await expect.poll(() => onDisk(company)).toBe(0)
  expect([await company.count('file'), await company.count('upload')]).toEqual([0, 0])
})

test('who may use no file may send none', async () => {
  const company = await testCompany({ rights: ['interactions.read', 'contacts.read'] })
  expect(await upload(company, 'a.txt', 'a')).toMatchObject({ status: 403, body: { type: '/problems/not-allowed' } })
  expect(onDisk(company)).toBe(0)
})

test('an upload is its sender’s alone, until somebody takes over the draft that it belongs to', async () => {
  const company = await testCompany()
  const mine = (await upload(company, 'mine.txt', 'mine')).body
  const other = { ...company.ctx, user: { ...company.ctx.user, id: 2 } }
  const file = { uploadId: mine.id, name: 'mine.txt', size: 4, sha256: hashOf('mine'), mediaType: 'text/plain' }
  expect(await attachments.claimUploads(company.ctx, [mine.id])).toEqual([file])
  await expect(attachments.claimUploads(other, [mine.id])).rejects.toMatchObject({
    type: 'file-not-found',
    faults: [{ pointer: '/uploadIds/0' }],
  })
  const { id: draftId } = await company.db
    .insertInto('interactionDraft')
    .values({ userId: 2, content: '{}', step: 'what' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await company.db.insertInto('draftUpload').values({ draftId, uploadId: mine.id }).execute()
  expect(await attachments.claimUploads(other, [mine.id])).toEqual([file])
})

test('every upload that is not there is named by its place', async () => {
  const company = await testCompany()
  const mine = (await upload(company, 'mine.txt', 'mine')).body
  await expect(attachments.claimUploads(company.ctx, [9, mine.id, 8], '/content/uploadIds')).rejects.toMatchObject({
    type: 'file-not-found',
    faults: [{ pointer: '/content/uploadIds/0' }, { pointer: '/content/uploadIds/2' }],
  })
})
