import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailsOf, isEmail, readEmail, readEmails } from './emails.ts'

test('CON-025 several addresses may be listed, blanks and empty places are of no account', () => {
  expect(readEmails(' anna@bellandi.it ;carlo@bellandi.it;; ')).toEqual({
    stored: 'anna@bellandi.it; carlo@bellandi.it',
    bad: null,
  })
  expect(readEmails('anna@bellandi.it')).toEqual({ stored: 'anna@bellandi.it', bad: null })
  expect(readEmails(' ; ')).toEqual({ stored: null, bad: null })
})

test('CON-025 the first bad address is named', () => {
  expect(readEmails('anna@bellandi.it; carlo@ ;dario')).toEqual({ stored: null, bad: 'carlo@' })
  expect(readEmails('anna@bellandi.it, carlo@bellandi.it')).toEqual({
    stored: null,
    bad: 'anna@bellandi.it, carlo@bellandi.it',
  })
})

test('CON-026 the second e-mail is one address or blank', () => {
  expect(readEmail(' anna@bellandi.it ')).toEqual({ stored: 'anna@bellandi.it', bad: null })
  expect(readEmail('  ')).toEqual({ stored: null, bad: null })
  expect(readEmail('anna@bellandi.it;carlo@bellandi.it').bad).toBe('anna@bellandi.it;carlo@bellandi.it')
})

test.each([
  'a@b.co',
  'anna.bellandi+offers@mail.bellandi.it',
  "d'amico_1@x-y.example",
  'josé@müller.example',
  'anna@xn--mller-kva.example',
  `${'a'.repeat(64)}@${'b'.repeat(63)}.it`,
])('CON-025 %s is well-formed', (address) => {
  expect(isEmail(address)).toBe(true)
})

test.each([
  '',
  'anna',
  '@bellandi.it',
  'anna@',
  'anna@bellandi',
  'anna@@bellandi.it',
  'anna@b@c.it',
  '.anna@bellandi.it',
  'anna.@bellandi.it',
  'an..na@bellandi.it',
  'an na@bellandi.it',
  'anna@bell andi.it',
  'anna@-bellandi.it',
  'anna@bellandi..it',
  'anna@bellandi.it.',
  'anna@1.2.3.4',
  'anna@[1.2.3.4]',
  'Anna <anna@bellandi.it>',
  '"anna"@bellandi.it',
  'anna@bell%41ndi.it',
  'anna@bellandi_.it',
  'anna\u0000@bellandi.it',
  `${'a'.repeat(65)}@bellandi.it`,
  `anna@${'b'.repeat(64)}.it`,
  `anna@${'bb.'.repeat(90)}it`,
])('CON-025 %s is not', (address) => {
  expect(isEmail(address)).toBe(false)
})

test('CON-025 any list of good addresses is kept whole, and one bad one among them is found', () => {
  fc.assert(
    fc.property(fc.array(fc.emailAddress().filter(isEmail), { maxLength: 5 }), fc.nat(5), (addresses, at) => {
      const typed = addresses.join(' ; ')
      expect(emailsOf(readEmails(typed).stored ?? '')).toEqual(addresses)
      expect(readEmails(addresses.toSpliced(at, 0, 'no address').join(';'))).toEqual({
        stored: null,
        bad: 'no address',
      })
    }),
  )
})

test('CON-025 every ordinary address is well-formed, and no text makes the check fail', () => {
  fc.assert(fc.property(fc.emailAddress(), (address) => isEmail(address)))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readEmails(text).bad === null || typeof readEmails(text).bad === 'string').toBe(true)
      expect(!isEmail(text) || text.split('@').length === 2).toBe(true)
    }),
  )
})
