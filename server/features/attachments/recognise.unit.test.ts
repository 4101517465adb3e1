import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileOf, haveSamples, sampleFolder, zipOf } from '#tests/files.ts'
import { recognise } from './recognise.ts'
import { textType } from './text-type.ts'

const typeOf = (content: string | Uint8Array) => recognise(fileOf(content).read)
const word = zipOf({
  '[Content_Types].xml':
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  'word/document.xml': '<w:document/>',
})
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['BMW wants an offer for 12 cars', 'text/plain'],
  ['GIF: see the picture', 'text/plain'],
  ['Dear Anna,\nthank you, and all the best', 'text/plain'],
  ['code;name\n1;Anna\n2;Bruno\n', 'text/csv'],
  ['code,name\n1,"Conti, Anna"\n', 'text/csv'],
  ['<!DOCTYPE html><p>x', 'text/html'],
  ['\ufeff  <HTML>', 'text/html'],
  ['<script>alert(1)</script>', 'text/html'],
  ['<!-- a --><body>', 'text/html'],
  ['<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>', 'text/html'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
  ['<?xml version="1.0"?>\n<!-- made -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg:svg/>', 'image/svg+xml'],
  ['<?xml version="1.0"?><FatturaElettronica/>', 'application/xml'],
  ['Received: from a by b\r\nFrom: anna@example.com\r\nSubject: x\r\n\r\nHello', 'message/rfc822'],
  ['From: anna\nhello there', 'text/plain'],
  ['BEGIN:VCARD\r\nVERSION:3.0\r\n', 'text/vcard'],
  ['BEGIN:VCALENDAR\n', 'text/calendar'],
  ['{\\rtf1\\ansi hello}', 'application/rtf'],
])('%j is %s', async (content, type) => {
  expect(await typeOf(content)).toBe(type)
})

test.each([
  ['png', picture, 'image/png'],
  ['jpeg', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'image/jpeg'],
  ['gif', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1'), 'image/gif'],
  ['docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'application/x-cfb'],
  ['nothing known', Buffer.from([0, 1, 2, 3, 4]), 'application/octet-stream'],
  ['western text', Buffer.from('perch\xe9 no', 'latin1'), 'text/plain;charset=windows-1252'],
  ['wide text', Buffer.from('\ufeffperché', 'utf16le'), 'text/plain;charset=utf-16le'],
])('the bytes of %s are recognised', async (_, content, type) => {
  expect(await typeOf(content)).toBe(type)
})

test('a text of any length, cut anywhere, is a text', async () => {
  expect(await typeOf('è'.repeat(65_536))).toBe('text/plain')
  expect(await typeOf(`x${'è'.repeat(65_536)}`)).toBe('text/plain')
})

test('a web page or picture with scripts is never taken for something that is shown, whatever stands before it', async () => {
  const before = fc.array(fc.constantFrom(' ', '\n', '\ufeff', '<!-- x -->', '<?xml version="1.0"?>'), { maxLength: 4 })
  const dangerous = fc.constantFrom('<html>', '<svg onload="x">', '<script>x</script>', '<!DOCTYPE html>')
  await fc.assert(
    fc.asyncProperty(before, dangerous, async (some, tag) => {
      expect(['text/html', 'image/svg+xml', 'application/xml']).toContain(await typeOf(`${some.join('')}${tag}`))
    }),
  )
})

test('no beginning of a text takes long to look at', () => {
  const started = performance.now()
  for (const piece of ['<?a?>', '<!---->', '<!DOCTYPE [', ' ', '<!--', '<?', 'a:\n', '",'])
    textType(piece.repeat(65_536 / piece.length))
  expect(performance.now() - started).toBeLessThan(2000)
})

describe.skipIf(!haveSamples)('real files are what their endings say:', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    mail: ['message/rfc822', 'text/plain'],
    vcard: ['text/vcard', 'text/plain', 'text/plain;charset=windows-1252'],
    docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }
  test.each(Object.keys(expected))('%s', async (folder) => {
    const files = readdirSync(`${sampleFolder}/${folder}`, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.(eml|vcf|docx)$/.test(file.name))
      .map((file) => `${file.parentPath}/${file.name}`)
    expect(files.length).toBeGreaterThan(3)
    for (const path of files) expect(expected[folder], path).toContain(await typeOf(readFileSync(path)))
  })
})
