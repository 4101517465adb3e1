import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeName } from './safe-name.ts'

test.each([
  ['Offerta 2026.pdf', 'Offerta 2026.pdf'],
  ['perché è così.docx', 'perché è così.docx'],
  ['日本語.txt', '日本語.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Anna\\lettera.doc', 'lettera.doc'],
  ['/', 'file'],
  ['..', 'file'],
  ['a/..', 'a'],
  ['', 'file'],
  ['   ', 'file'],
  ['a\u0000b\r\nc\u007f.txt', 'abc.txt'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['LPT¹', '_LPT¹'],
  ['console.txt', 'console.txt'],
  ['what? "this" <is> a|b*.txt', 'what_ _this_ _is_ a_b_.txt'],
  ['ends in a dot.', 'ends in a dot'],
  ['cafe\u0301.pdf', 'café.pdf'],
  ['bad \ud800.txt', 'bad \ufffd.txt'],
  ['👩‍👩‍👧.png', '👩‍👩‍👧.png'],
])('%j is kept as %j', (given, kept) => {
  expect(safeName(given)).toBe(kept)
})

test('a long name keeps its ending and no half characters', () => {
  const name = safeName(`${'è👩‍👩‍👧'.repeat(40)}.tar.pdf`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  expect(name).toMatch(/^(è|👩‍👩‍👧)+\.pdf$|^(è👩‍👩‍👧)+è?(\.tar)?\.pdf$/u)
  expect(safeName(`a.${'b'.repeat(300)}`)).toHaveLength(255)
})

const rules: Readonly<Record<string, (name: string) => boolean>> = {
  'is empty': (name) => name === '',
  'is too long': (name) => Buffer.byteLength(name) > 255,
  'has characters that names cannot have': (name) => /[/\\\p{Cc}\u202a-\u202e<>:"|?*]/u.test(name),
  'begins or ends in blanks or dots': (name) => /^\s|[\s.]$/.test(name),
  'is a device': (name) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name),
  'has half characters': (name) => !name.isWellFormed(),
  'is not safe enough for itself': (name) => safeName(name) !== name,
}

test('whatever name is given, what is kept is short, plain, no device, and stays as it is', () => {
  const names = fc.oneof(
    fc.array(fc.nat(0xffff), { maxLength: 400 }).map((units) => String.fromCharCode(...units)),
    fc.string({
      unit: fc.constantFrom('.', ' ', '/', '\\', '\0', '\n', '\u202e', 'c', 'o', 'n', '1', 'è', '\u0301', ':'),
    }),
  )
  const broken = (name: string) => Object.keys(rules).filter((rule) => rules[rule]?.(name))
  fc.assert(
    fc.property(names, (given) => broken(safeName(given)).length === 0),
    { numRuns: 1000 },
  )
})
