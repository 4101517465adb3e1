import fc from 'fast-check'
import { getCountries, getExampleNumber } from 'libphonenumber-js'
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { hasLetters, showPhone, storePhone } from './phones.ts'

test.each(['041 555 O182', '041 5550182 x12', '041 νούμερο', '٠٤١ رقم', 'ª1'])('CON-021 %s holds letters', (typed) => {
  expect(hasLetters(typed)).toBe(true)
})
test.each(['041 555 0182', '+39 (041) 555-01.82', '041/5550182#12', '٠٤١٥٥٥٠١٨٢', '*100#', '☎ 041', ''])(
  'CON-021 %s holds none',
  (typed) => {
    expect(hasLetters(typed)).toBe(false)
  },
)

test.each([
  ['041 555 0182', 'IT', '+390415550182', '041 555 0182'],
  ['041/5550182', 'it', '+390415550182', '041 555 0182'],
  ['347-1234567', 'IT', '+393471234567', '347 123 4567'],
  ['00390415550182', 'GB', '+390415550182', '+39 041 555 0182'],
  ['+44 20 7946 0018', 'IT', '+442079460018', '+44 20 7946 0018'],
  ['020 7946 0018', 'GB', '+442079460018', '020 7946 0018'],
  ['07911 123456', 'GB', '+447911123456', '07911 123456'],
  ['(415) 293-3313', 'US', '+14152933313', '(415) 293-3313'],
  ['+39 041 5550182', null, '+390415550182', '+39 041 555 0182'],
])('CON-021 %s of %s is stored as %s and shown as %s', (typed, country, stored, shown) => {
  expect(storePhone(typed, country)).toBe(stored)
  expect(showPhone(stored, country)).toEqual({ text: shown, understood: true })
})

test.each([
  ['5550182', 'IT'],
  ['041 5550182 - 347 1234567', 'IT'],
  ['041 5550182#12', 'IT'],
  ['041 5550182', null],
  ['041 5550182', 'ZZ'],
  ['1-955-371-0847', 'US'],
  ['112', 'IT'],
  ['+', 'IT'],
])('CON-021 %s of %s cannot be understood: kept as typed, and marked', (typed, country) => {
  expect(storePhone(` ${typed} `, country)).toBe(typed)
  expect(showPhone(typed, country)).toEqual({ text: typed, understood: false })
})

test('CON-021 an example number of every country is the same however it is written, and is shown so that it is read back', () => {
  for (const country of getCountries()) {
    const number = getExampleNumber(country, examples)
    if (!number) continue
    const ways = [
      number.formatNational(),
      number.formatInternational(),
      number.number,
      ` ${number.formatInternational().replace(/ /g, '-')} `,
    ]
    for (const typed of ways) expect(storePhone(typed, country), `${country} ${typed}`).toBe(number.number)
    for (const viewer of [country, 'IT', null]) {
      expect(storePhone(showPhone(number.number, viewer).text, viewer), `${country} seen from ${viewer}`).toBe(
        number.number,
      )
    }
  }
})

test('CON-021 whatever is typed, storing again changes nothing, and what is not understood is kept to the letter', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+\d ()./#*-]{0,20}$/))
  fc.assert(
    fc.property(typed, fc.constantFrom('IT', 'GB', 'US', 'DE', null), (typed, country) => {
      const stored = storePhone(typed, country)
      expect(storePhone(stored, country)).toBe(stored)
      const shown = showPhone(stored, country)
      expect(shown.understood ? /^\+\d+$/.test(stored) : stored === typed.trim() && shown.text === stored).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
