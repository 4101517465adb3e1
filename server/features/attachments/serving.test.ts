import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type TestCompany, testCompany } from '#tests/company.ts'
import { upload } from '#tests/upload.ts'

const text = 'Gentile Anna, perché no?'
const picture = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')

async function served(company: TestCompany, name: string, content: string | Uint8Array) {
  const { id } = (await upload(company, name, content)).body
  return (headers: Record<string, string> = {}, query = '', method: 'GET' | 'HEAD' = 'GET') =>
    company.app.inject({ method, url: `/api/uploads/${id}/content${query}`, headers })
}

test.each([
  ['a web page', 'page.html', '<!doctype html><script>alert(1)</script>'],
  ['a web page that calls itself a picture', 'photo.png', '<html><body onload="alert(1)">'],
  ['a drawing with a script', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['XML with a stylesheet', 'a.xml', '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>'],
])('%s is never shown, and never named as what a browser would run', async (_, name, content) => {
  const get = await served(await testCompany(), name, content)
  for (const query of ['', '?view=1']) {
    const { headers, body } = await get({}, query)
    expect(body).toBe(content)
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename=${name}`,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    })
  }
})

test.each([
  ['a.txt', text, 'text/plain;charset=utf-8'],
  ['a.txt', Buffer.from(text, 'latin1'), 'text/plain;charset=windows-1252'],
  ['a.gif', picture, 'image/gif'],
  ['a.pdf', '%PDF-1.7\n', 'application/pdf'],
])('%s is shown when it is asked to be, else downloaded', async (name, content, type) => {
  const get = await served(await testCompany(), name, content)
  const shown = await get({}, '?view=1')
  expect(shown.headers).toMatchObject({ 'content-type': type, 'content-disposition': `inline; filename=${name}` })
  expect(shown.headers).toMatchObject({ 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' })
  expect(shown.rawPayload).toEqual(Buffer.from(content))
  expect((await get()).headers['content-disposition']).toBe(`attachment; filename=${name}`)
})

test('a name in any script comes through (RFC 8187)', async () => {
  const get = await served(await testCompany(), 'perché – 日本.txt', text)
  expect((await get()).headers['content-disposition']).toBe(
    `attachment; filename="perch? ? ??.txt"; filename*=UTF-8''perch%C3%A9%20%E2%80%93%20%E6%97%A5%E6%9C%AC.txt`,
  )
})

test('parts are served as asked, and what is not there is refused', async () => {
  const get = await served(await testCompany(), 'a.txt', 'abcdefghij')
  const whole = await get()
  expect(whole.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-length': '10' })
  const part = await get({ range: 'bytes=2-4' })
  expect([part.statusCode, part.body]).toEqual([206, 'cde'])
  expect(part.headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3' })
  expect((await get({ range: 'bytes=-2' })).body).toBe('ij')
  expect((await get({ range: 'bytes=1-2', 'if-range': '"another"' })).body).toBe('abcdefghij')
  expect((await get({ range: 'bytes=1-2', 'if-range': String(whole.headers.etag) })).body).toBe('bc')
  const none = await get({ range: 'bytes=10-' })
  expect(none.statusCode).toBe(416)
  expect(none.headers).toMatchObject({
    'content-range': 'bytes */10',
    'content-type': 'application/problem+json; charset=utf-8',
  })
  expect(none.json()).toMatchObject({ type: '/problems/range-not-satisfiable' })
})

test('INT-603 a file is named by its hash, and is not sent to whoever has it', async () => {
  const get = await served(await testCompany(), 'a.txt', text)
  const etag = `"${createHash('sha256').update(text).digest('hex')}"`
  expect((await get()).headers).toMatchObject({ etag, 'cache-control': 'private, no-cache' })
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const same = await get({ 'if-none-match': known })
    expect([same.statusCode, same.body]).toEqual([304, ''])
  }
  expect((await get({ 'if-none-match': '"other"' })).statusCode).toBe(200)
})

test('HEAD tells what GET would, without the file', async () => {
  const get = await served(await testCompany(), 'a.txt', 'abc')
  const head = await get({}, '', 'HEAD')
  expect(head.headers).toMatchObject({ 'content-length': '3', 'content-type': 'text/plain;charset=utf-8' })
  expect(head.body).toBe('')
})

test('an upload of somebody else, or none, is not found', async () => {
  const company = await testCompany()
  const { id } = (await upload(company, 'a.txt', text)).body
  await company.db.updateTable('upload').set({ userId: 2 }).execute()
  for (const one of [id, 99])
    expect(await company.get(`/uploads/${one}/content`)).toMatchObject({
      status: 404,
      body: { type: '/problems/file-not-found' },
    })
  for (const bad of [
    '/uploads/0/content',
    '/uploads/x/content',
    `/uploads/${id}/content?view=2`,
    `/uploads/${id}/content?as=html`,
  ])
    expect(await company.get(bad)).toMatchObject({ status: 422 })
})
