import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFiscalCode } from './fiscalCodes.ts'
import { vatFormats, vatPrefix } from './vatFormats.ts'
import { readVatNumber } from './vatNumbers.ts'

test.each([
  ['it 02182030391', 'IT', 'IT02182030391', 'IT02182030391'],
  ['02182030391', 'IT', '02182030391', 'IT02182030391'],
  ['NL8200.98.395.B.01', 'NL', 'NL820098395B01', 'NL820098395B01'],
  ['de 123-456-789', 'DE', 'DE123456789', 'DE123456789'],
  ['EL 123456789', 'GR', 'EL123456789', 'EL123456789'],
  ['xx123456789', 'FR', 'XX123456789', 'FRXX123456789'],
  ['che-123.456.788 mwst', 'CH', 'CHE-123.456.788 MWST', 'CHE123456788MWST'],
])('CON-012 %s of %s is stored in upper case as %s', (typed, country, number, key) => {
  expect(readVatNumber(typed, country)).toMatchObject({ number, key, fault: null })
})

test('CON-012 a number that does not fit its country is refused with the formats that would', () => {
  expect(readVatNumber('DE02182030391', 'IT')).toMatchObject({ fault: 'format', formats: ['###########'] })
  expect(readVatNumber('123', 'BG')).toMatchObject({ fault: 'format', formats: ['#########', '##########'] })
  expect(readVatNumber('anything', 'US')).toMatchObject({ fault: null, formats: [] })
})

const countries = fc.constantFrom(...Object.keys(vatFormats))
const digit = fc.nat(9).map(String)
const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const filled = (format: string) =>
  fc
    .tuple(
      ...[...format].map((sign) => (sign === '#' ? digit : sign === '@' || sign === '?' ? letter : fc.constant(sign))),
    )
    .map((signs) => signs.join(''))

test('CON-012 every number of a listed format passes, with and without prefix and punctuation; one sign more never does', () => {
  const given = countries
    .filter((country) => country !== 'IT')
    .chain((country) => fc.tuple(fc.constant(country), fc.constantFrom(...(vatFormats[country] ?? [])).chain(filled)))
  fc.assert(
    fc.property(given, fc.constantFrom('', ' ', '.', '-'), ([country, body], between) => {
      const typed = [...body].join(between).toLowerCase()
      const plain = readVatNumber(typed, country)
      expect(plain).toMatchObject({ number: body, fault: null })
      expect(readVatNumber(`${vatPrefix(country)} ${typed}`, country)).toMatchObject({ key: plain.key, fault: null })
      expect(readVatNumber(`${body}_#`, country).fault).toBe('format')
    }),
  )
})

const digitsWithCheck = fc
  .stringMatching(/^\d{10}$/)
  .filter((digits) => !digits.startsWith('0000000'))
  .map((digits) => {
    const fits = [...'0123456789'].filter((check) => readVatNumber(digits + check, 'IT').fault === null)
    return { digits, fits }
  })

test('CON-012 a partita IVA has one right check digit, and one wrong digit anywhere is noticed', () => {
  fc.assert(
    fc.property(digitsWithCheck, fc.nat(10), fc.integer({ min: 1, max: 9 }), ({ digits, fits }, at, by) => {
      expect(fits).toHaveLength(1)
      const whole = `${digits}${fits[0]}`
      const wrong = whole.slice(0, at) + ((Number(whole[at]) + by) % 10) + whole.slice(at + 1)
      if (!wrong.startsWith('0000000')) expect(readVatNumber(wrong, 'IT').fault).toBe('check-digit')
    }),
  )
})

test.each(['00743110157', '02182030391', '01234567897'])('CON-012 %s is a partita IVA', (number) => {
  expect(readVatNumber(number, 'IT').fault).toBe(null)
})
test.each(['02182030392', '01234567890', '00000000000'])('CON-012 %s has the wrong check digit', (number) => {
  expect(readVatNumber(number, 'IT').fault).toBe('check-digit')
})

test.each([
  ['RSSMRA85T10A562S', null],
  ['rss mra 85t10 a562 s', null],
  ['RSSMRA85T10A56NH', null],
  ['02182030391', null],
  ['RSSMRA85T10A562T', 'check-digit'],
  ['02182030392', 'check-digit'],
  ['RSSMRA85T10A562', 'format'],
  ['RSSMRA85F10A562S', 'format'],
  ['RSSMRA85T1OA562S', 'format'],
  ['', 'format'],
])('CON-012 the codice fiscale %s: %s', (typed, fault) => {
  expect(readFiscalCode(typed)).toEqual({ code: typed.replaceAll(' ', '').toUpperCase(), fault })
})

const person = fc.stringMatching(/^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}$/)
test('CON-012 a codice fiscale has one right check letter', () => {
  fc.assert(
    fc.property(person, (first15) => {
      const fits = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((check) => readFiscalCode(first15 + check).fault === null)
      expect(fits).toHaveLength(1)
    }),
  )
})
