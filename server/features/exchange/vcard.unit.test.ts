import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { fileOf } from '#tests/files.ts'
import { readTable } from './table.ts'
import { readCards } from './vcard/cards.ts'

async function rows(content: string | Uint8Array, piece?: number) {
  const table = await readTable(fileOf(content, piece))
  const all = await Array.fromAsync(table.rows())
  return all.map((row) => ({
    ...row,
    ...Object.fromEntries(
      table.headings.map((heading, at) => [heading, row.cells[at] ?? '']).filter(([, cell]) => cell !== ''),
    ),
  }))
}
const card = (version: string, ...lines: string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')

test('vCard 2.1: parameters without a name, quoted-printable with soft breaks, charsets, folds at blanks', async () => {
  const content = Buffer.concat([
    Buffer.from(
      card(
        '2.1',
        'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Perch=E9;Nicol=F2',
        'TEL;WORK;VOICE:030 1',
        'TEL;CELL;PREF:333 2',
      ),
    ),
    Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1:Forl\xec;Anna\r\n', 'latin1'),
    Buffer.from(
      'NOTE;QUOTED-PRINTABLE:one =\r\ntwo=0D=0Athree; four, \\n five=\r\n\r\nTITLE:Head of\r\n  Sales\r\nEND:VCARD\r\n',
    ),
  ])
  expect(await rows(content, 5)).toMatchObject([
    { line: 1, surname: 'Perché', firstName: 'Nicolò', phone: '030 1', mobilePhone: '333 2' },
    { line: 7, surname: 'Forlì', firstName: 'Anna', note: 'one two\nthree; four, \n five', jobTitle: 'Head of Sales' },
  ])
})

test('vCard 3.0 and 4.0: folds within a letter, quoted parameters, escapes, telephone addresses, preferences', async () => {
  const folded = Buffer.from(
    card('3.0', 'N:Città;Anna;Maria,Luisa;Dott.ssa;Jr.', 'EMAIL;TYPE=HOME:b@x.it', 'EMAIL;TYPE=pref:a@x.it'),
  )
  const inside = folded.indexOf(0xc3) + 1
  const content = Buffer.concat([folded.subarray(0, inside), Buffer.from('\r\n '), folded.subarray(inside)])
  expect(await rows(content)).toMatchObject([
    {
      surname: 'Città Jr.',
      firstName: 'Anna',
      middleName: 'Maria Luisa',
      salutation: 'Dott.ssa',
      email: 'a@x.it',
      email2: 'b@x.it',
    },
  ])
  const four = card(
    '4.0',
    'FN:Anna\\, Rossi',
    'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+39-030-1;ext=5',
    'ADR;LABEL="Via Roma: 1":;;Via Roma 1;Brescia;BS;25100;Italy',
  )
  expect(await rows(four)).toMatchObject([
    { name: 'Anna, Rossi', phone: '+39-030-1;ext=5', address: 'Via Roma 1', city: 'Brescia', postCode: '25100' },
  ])
})

test('vCards in UTF-16 are read as well', async () => {
  const content = Buffer.from(`\ufeff${card('3.0', 'N:Città;Anna')}`, 'utf16le')
  expect(await rows(content, 7)).toMatchObject([{ line: 1, surname: 'Città', firstName: 'Anna' }])
})

test('pictures and agents are passed over and named, other values that have no field stand in the note', async () => {
  const agent = ['AGENT:', 'BEGIN:VCARD', 'VERSION:2.1', 'N:Secretary;The', 'END:VCARD']
  const photo = ['PHOTO;JPEG;BASE64:', ' /9j/4AAQ', '', 'LOGO;ENCODING=BASE64;GIF:R0lGODlh', 'AAAAAAA=', '']
  const [row, ...more] = await rows(
    card(
      '2.1',
      'N:Rossi;Anna',
      ...photo,
      ...agent,
      'TEL;HOME:1',
      'TEL;HOME:2',
      'BDAY:19800322',
      'X-FAVOURITE:blue',
      'TEL;PAGER:3',
    ),
  )
  expect(more).toEqual([])
  expect(row).toMatchObject({
    surname: 'Rossi',
    phone: '1',
    note: 'TEL (home): 2\nBDAY: 1980-03-22\nTEL (pager): 3',
    leftOut: ['photo', 'logo', 'agent', 'x-favourite'],
  })
})

test.each([
  ['KIND:org', { type: 'company', name: 'Bellandi S.p.A.' }],
  ['X-ABShowAs:COMPANY', { type: 'company', name: 'Bellandi S.p.A.' }],
  ['TITLE:Buyer', { type: 'person', name: 'Ufficio acquisti', companyName: 'Bellandi S.p.A.' }],
])('a card is of a firm or of a person: %s', async (line, expected) => {
  expect(await rows(card('3.0', 'FN:Ufficio acquisti', 'ORG:Bellandi S.p.A.;', line))).toMatchObject([expected])
})

test('cards that are not closed, faulty lines and lines that lost their escape cost nothing but themselves', async () => {
  const content =
    'BEGIN:VCARD\nFN:One\nNOTE:first\nsecond line\nEMAIL;=:\n:\nEND:VCARD\nBEGIN:VCARD\nFN:Two\nBEGIN:VCARD\nFN:Three\n'
  expect(await rows(content)).toMatchObject([
    { line: 1, name: 'One', note: 'first\nsecond line' },
    { line: 8, name: 'Two' },
    { line: 10, name: 'Three' },
  ])
})

test('a picture of any size is read past without being held', async () => {
  const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(74)}\r\n${`  ${'A'.repeat(72)}\r\n`.repeat(100_000)}`
  expect(await rows(`BEGIN:VCARD\r\nFN:One\r\n${photo}EMAIL:a@x.it\r\nEND:VCARD\r\n`)).toMatchObject([
    { name: 'One', email: 'a@x.it', leftOut: ['photo'] },
  ])
})

const word = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\r', '').trim())
const parts = fc.tuple(word, word, word)

function written(version: '3.0' | '4.0', surname: string, firstName: string, note: string): string {
  const component = new ICAL.Component('vcard')
  component.addPropertyWithValue('version', version)
  component.addPropertyWithValue('fn', 'x')
  component.addPropertyWithValue('n', [surname, firstName, '', '', ''])
  component.addPropertyWithValue('note', note)
  return component.toString()
}
const quoted = (text: string) =>
  [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
const folded = (line: string) => line.match(/.{1,75}/gs)?.join('=\r\n') ?? ''

test('what a vCard says is read back: 2.1, 3.0 and 4.0, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      parts,
      fc.constantFrom('2.1', '3.0', '4.0'),
      fc.integer({ min: 1, max: 99 }),
      async ([surname, firstName, note], version, piece) => {
        const qp = ';CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:'
        const name = [surname, firstName]
          .map((part) => part.replace(/[\\;]/g, '\\$&'))
          .map(quoted)
          .join(';')
        const old = card(
          '2.1',
          'FN:x',
          folded(`N${qp}${name}`),
          folded(`NOTE${qp}${quoted(note.replace(/[\\]/g, '\\$&'))}`),
        )
        const content = version === '2.1' ? old : written(version, surname, firstName, note)
        const [found] = await Array.fromAsync(readCards(fileOf(content, piece), 'utf-8'))
        const value = (property: string) => found?.properties.find((one) => one.name === property)?.values ?? []
        const [lastName = '', givenName = ''] = value('n')
        expect([lastName, givenName, ...value('note')]).toEqual([surname, firstName, note])
      },
    ),
    { numRuns: 300 },
  )
})
