import { expect, test } from 'vitest'
import { matches } from './match'

test.each([
  ['citta', ['Città'], true],
  ['mov log', ['Interaction Log Entries', 'Movimenti log interazione'], true],
  ['log mov', ['Movimenti log interazione'], true],
  ['entries mov', ['Interaction Log Entries', 'Movimenti log interazione'], false],
  ['ont', ['Contatti'], false],
  ['', ['Contatti'], true],
])('“%s” in %j: %s', (typed, names, found) => expect(matches(typed, names)).toBe(found))
