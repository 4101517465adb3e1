import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'
import { bomb, docx, folderForFiles, pageText, paragraph, pdfOf, wordFile } from '#tests/made-files.ts'
import { startReader } from './reader.ts'

const folder = folderForFiles()
const reader = startReader()
afterAll(async () => {
  await reader.stop()
  folder.remove()
})

const timeout = 90_000
const small = folder.file('small.txt', 'text/plain', 'avanti')
const smallRead = { state: 'read', cut: false, parts: [{ place: null, text: 'avanti' }] }
const refused = (reason: string) => ({ state: 'refused', reason })
const MiB = 1024 * 1024

/** How much memory a reading takes of this process, in bytes. */
async function memoryOf(reading: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  await reading()
  return process.memoryUsage().rss - before
}

test.each([
  ['zeros', '', '\0'.repeat(MiB)],
  ['blanks', '<w:document xmlns:w="w"><w:p><w:t>', ' '.repeat(MiB)],
  ['paragraphs', '<w:document xmlns:w="w">', '<w:p></w:p>'.repeat(95_000)],
])('a document of 1 GB of %s, packed to a megabyte, is refused', { timeout }, async (name, start, piece) => {
  const file = folder.file(`${name}.docx`, docx, bomb('word/document.xml', start, piece, 1000))
  const memory = await memoryOf(async () =>
    expect(await reader.read(file)).toEqual(refused(name === 'zeros' ? 'damaged' : 'too-large')),
  )
  expect(memory).toBeLessThan(100 * MiB)
})

test('of an endless text the beginning is kept, without unpacking the rest', { timeout }, async () => {
  const piece = paragraph('parola')
  const file = folder.file(
    'long.docx',
    docx,
    bomb('word/document.xml', '<w:document xmlns:w="w">', piece.repeat(1000), 30_000),
  )
  const reading = await reader.read(file)
  expect(reading).toMatchObject({ state: 'read', cut: true })
  expect(reading.state === 'read' && reading.parts.map(({ text }) => text.length)).toEqual([500_000])
})

test('a PDF of more pages than are kept says that it is cut', { timeout }, async () => {
  const reading = await reader.read(
    folder.file('pages.pdf', 'application/pdf', pdfOf(Array(2010).fill(pageText('pagina')))),
  )
  expect(reading).toMatchObject({ state: 'read', cut: true })
  expect(reading.state === 'read' && reading.parts.at(-1)?.place).toEqual({ kind: 'page', value: '2000' })
})

test('entities of a document type are never looked up: no file, no request', { timeout }, async () => {
  const asked = vi.fn()
  const server = createServer((_, answer) => {
    asked()
    answer.end('segreto')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const secret = folder.file('secret.txt', 'text/plain', 'segreto')
  const web = `http://127.0.0.1:${port}/`
  const doctype = `<!DOCTYPE d SYSTEM "${web}" [<!ENTITY f SYSTEM "file://${secret.path}"><!ENTITY h SYSTEM "${web}"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`
  const body = paragraph('prima &f;&h;&b;&constructor; dopo')
  try {
    expect(await reader.read(folder.file('entity.docx', docx, wordFile(body, doctype)))).toEqual({
      state: 'read',
      cut: false,
      parts: [{ place: null, text: 'prima dopo' }],
    })
    expect(asked).not.toHaveBeenCalled()
  } finally {
    server.close()
  }
})

test('a PDF with a million objects ends within the limits, and this process goes on meanwhile', {
  timeout,
}, async () => {
  const file = folder.file('objects.pdf', 'application/pdf', pdfOf([pageText('pagina')], { idle: 1_000_000 }))
  const memory = await memoryOf(async () => {
    const reading = await reader.read(file)
    const reason = reading.state === 'refused' ? reading.reason : reading.state
    expect(['read', 'too-much-memory', 'too-slow']).toContain(reason)
  })
  expect(memory).toBeLessThan(100 * MiB)
  expect(await reader.read(small)).toEqual(smallRead)
})

test('what takes too long is killed, and the next file is read', { timeout }, async () => {
  const hasty = startReader({ timeMs: 4000 })
  const endless = pdfOf(Array(2000).fill('q Q '.repeat(500_000)))
  expect(await hasty.read(folder.file('endless.pdf', 'application/pdf', endless))).toEqual(refused('too-slow'))
  expect(await hasty.read(small)).toEqual(smallRead)
  await hasty.stop()
})

test('what fills the memory is killed, by what the system sees and by what its heap may hold', {
  timeout,
}, async () => {
  const deep = folder.file('deep.xml', 'application/xml', '<a>'.repeat(20_000_000))
  const narrow = startReader({ memoryBytes: 150 * MiB })
  expect(await narrow.read(deep)).toEqual(refused('too-much-memory'))
  expect(await narrow.read(small)).toEqual(smallRead)
  await narrow.stop()
  const heapOnly = startReader({ memoryBytes: Number.POSITIVE_INFINITY })
  expect(await heapOnly.read(deep)).toEqual(refused('too-much-memory'))
  await heapOnly.stop()
})

test('a file above 100 MiB is not looked into', { timeout }, async () => {
  const file = folder.file('large.txt', 'text/plain', Buffer.alloc(100 * MiB + 1, 'a'))
  expect(await reader.read(file)).toEqual(refused('too-large'))
})

test('stopping while a file is read says nothing about the file', { timeout }, async () => {
  const stopping = startReader()
  const reading = stopping.read(
    folder.file('stop.pdf', 'application/pdf', pdfOf(Array(2000).fill('q Q '.repeat(500_000)))),
  )
  const told = expect(reading).rejects.toThrow('stopped')
  await stopping.stop()
  await told
  await expect(stopping.read(small)).rejects.toThrow('stopped')
})

const linux = existsSync('/proc/self/status')

/** Processes that read for this one (proc(5)). */
const readingProcesses = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isReading(pid))

function isReading(pid: string): boolean {
  try {
    const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('isolated.ts')
  } catch {
    return false
  }
}

test.runIf(linux)(
  'the process has no environment and may only read its program; idle, it ends',
  { timeout },
  async () => {
    await reader.stop()
    vi.stubEnv('CARTEGGIO_SECRET', 'segreto')
    const brief = startReader({ idleMs: 500 })
    await brief.read(small)
    const [pid = '', ...others] = readingProcesses()
    expect(others).toEqual([])
    expect(readFileSync(`/proc/${pid}/environ`, 'latin1')).not.toContain('segreto')
    const flags = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
      .split('\0')
      .filter((word) => word.startsWith('--'))
    expect(flags).toContain('--permission')
    expect(
      flags
        .filter((flag) => flag.startsWith('--allow-'))
        .every((flag) => /^--allow-fs-read=.*\/(server\/\*|node_modules\/\*|package\.json)$/.test(flag)),
    ).toBe(true)
    await vi.waitFor(() => expect(readingProcesses()).toEqual([]), { timeout: 20_000 })
    vi.unstubAllEnvs()
    await brief.stop()
  },
)
