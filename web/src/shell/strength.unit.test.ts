import { expect, test } from 'vitest'
import { strengthOf } from './strength'

test.each([
  ['short', 0],
  ['aaaaaaaaaaaaaaaa', 1],
  ['abcabcabcabc', 1],
  ['passwordssss', 1],
  ['Passwordssss9', 2],
  ['correct horse battery staple', 4],
])('%s: %i', (password, strength) => expect(strengthOf(password)).toBe(strength))
