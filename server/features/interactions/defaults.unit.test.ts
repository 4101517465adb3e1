import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { defaultCorrespondence, defaultLanguage, proposedTime } from './defaults.ts'

const letter = {
  correspondenceType: 'hardCopy',
  ignoreContactCorrespondenceType: false,
  defaultLanguageId: 1,
  languageIds: [1, 2],
  hasContent: true,
} as const
const note = { ...letter, correspondenceType: null, hasContent: false, languageIds: [] }

test('INT-153 the proposed time is a second from now, rounded up to the full minute', () => {
  expect(proposedTime(Temporal.Instant.from('2026-03-10T09:14:20Z'))).toBe('2026-03-10T09:15:00Z')
  expect(proposedTime(Temporal.Instant.from('2026-03-10T09:14:59.5Z'))).toBe('2026-03-10T09:16:00Z')
})

test('INT-190 the contact’s language where the template has it, else the template’s default', () => {
  expect([defaultLanguage(letter, 2), defaultLanguage(letter, 3), defaultLanguage(letter, null)]).toEqual([2, 1, 1])
})

test('INT-200 INT-201 who decides how it goes out', () => {
  expect(defaultCorrespondence(letter, 'email')).toBe('email')
  expect(defaultCorrespondence(letter, null)).toBe('hardCopy')
  expect(defaultCorrespondence({ ...letter, ignoreContactCorrespondenceType: true }, 'email')).toBe('hardCopy')
  expect(defaultCorrespondence({ ...letter, correspondenceType: null }, 'email')).toBe('email')
  expect(defaultCorrespondence(note, 'email')).toBe(null)
})

test('INT-200 a template that is to win always wins', () => {
  const type = fc.constantFrom('hardCopy', 'email', null)
  fc.assert(
    fc.property(type, type, fc.boolean(), (correspondenceType, prefers, hasContent) => {
      expect(
        defaultCorrespondence(
          { ...letter, correspondenceType, hasContent, ignoreContactCorrespondenceType: true },
          prefers,
        ),
      ).toBe(correspondenceType)
    }),
  )
})
