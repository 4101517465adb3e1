import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { testCompany } from './company.ts'

/** Sends bytes as they are and takes all that comes back. */
async function exchange(port: number, sent: string): Promise<{ status: number; type: string; body: string }> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text
  })
  socket.write(sent)
  await once(socket, 'close')
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]),
    type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '',
    body,
  }
}

test('what is no request is refused with a problem document, too: a header too large, an unknown method, a broken line', async () => {
  const { app } = await testCompany()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  for (const [sent, status, type] of [
    [`GET /healthz HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'header-too-large'],
    ['BREW /coffee HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'request-unreadable'],
    ['GET / HTTP/1.1\r\nno colon\r\n\r\n', 400, 'request-unreadable'],
    ['POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n', 400, 'request-unreadable'],
  ] as const) {
    const answer = await exchange(port, sent)
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json; charset=utf-8'])
    expect(JSON.parse(answer.body)).toMatchObject({ type: `/problems/${type}`, status, errors: [] })
    expect(JSON.parse(answer.body).detail).toMatch(/\s/)
  }
})
