import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileOf } from '#tests/files.ts'
import { readTable } from './table.ts'
import { UnreadableFile } from './unreadable.ts'

/** Bytes of a text in a charset of one byte a character. */
function encode(text: string, charset: 'macintosh' | 'windows-1252'): Buffer {
  const all = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, at) => at))
  return Buffer.from([...text].map((letter) => all.indexOf(letter)))
}

const text = 'Nome;Città\nPerché dell’Azienda;Forlì\nMüller Größe;Malmö\n'
test.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8', Buffer.from(`\ufeff${text}`)],
  ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16le', Buffer.from(text, 'utf16le')],
  ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
  ['windows-1252', encode(text, 'windows-1252')],
  ['macintosh', encode(text, 'macintosh')],
])('reads %s', async (charset, bytes) => {
  const table = await readTable(fileOf(bytes, 7))
  expect(table.charset).toBe(charset)
  expect(table.headings).toEqual(['Nome', 'Città'])
  expect((await Array.fromAsync(table.rows())).map((row) => row.cells)).toEqual([
    ['Perché dell’Azienda', 'Forlì'],
    ['Müller Größe', 'Malmö'],
  ])
})

test('an accent far behind the beginning decides too, and a last letter cut in two does not', async () => {
  const long = `Nome;Città\n${'Rossi;Roma\n'.repeat(20_000)}`
  expect((await readTable(fileOf(encode(`${long}Rossi;Forlì\n`, 'windows-1252')))).charset).toBe('windows-1252')
  expect((await readTable(fileOf(Buffer.from(`${long}Rossi;Forlì`).subarray(0, -1)))).charset).toBe('utf-8')
})

test.each([
  ['empty', ''],
  ['empty', '\n  \n'],
  ['pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'],
  ['picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')],
  ['old-excel', Buffer.from('d0cf11e0a1b11ae100000000', 'hex')],
  ['binary', Buffer.from([1, 2, 0, 3, 0, 0, 7, 200, 201])],
  ['html', '<html><body><table><tr><td>Name</td></tr></table>'],
  ['xml', '<?xml version="1.0"?><contacts/>'],
  ['json', '[{"name": "Rossi"}]'],
  ['word', '{\\rtf1\\ansi Rossi}'],
  ['calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'],
  ['no-cards', 'BEGIN:VCARD x'],
])('6.14 says what a file is that is no table: %s', async (reason, content) => {
  const refusal = await readTable(fileOf(content)).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(UnreadableFile)
  expect(refusal).toMatchObject({ reason })
})

test('bytes of any kind are read or refused, never more', async () => {
  const beginnings = fc.constantFrom(
    '',
    'PK\x03\x04',
    'BEGIN:VCARD\n',
    'a;b\n',
    '"',
    '\ufeff',
    'BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:',
  )
  await fc.assert(
    fc.asyncProperty(
      beginnings,
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 4000 }),
      async (beginning, bytes, piece) => {
        const source = fileOf(Buffer.concat([Buffer.from(beginning, 'latin1'), bytes]), piece)
        try {
          const table = await readTable(source)
          for await (const row of table.rows()) expect(row.cells.length).toBeGreaterThanOrEqual(table.headings.length)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile)
        }
      },
    ),
    { numRuns: 500 },
  )
})
