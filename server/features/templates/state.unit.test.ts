import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSound, type Row, type State, settled, told } from './state.ts'

const presets = {
  code: 'LETTER',
  description: 'Letter',
  groupId: 1,
  kind: 'letter',
  unitCost: '0.00',
  unitDurationMin: 0,
  informationFlow: null,
  initiatedBy: null,
  correspondenceType: null,
  ignoreContactCorrespondenceType: false,
  campaignTarget: false,
  campaignResponse: false,
  defaultLanguageId: null,
  wizardAction: null,
  closedAt: null,
} as const
const row = (id: number | null, languageId: number | null, file = false): Row => ({
  id,
  languageId,
  languageCode: languageId === null ? null : `l${languageId}`,
  description: null,
  sha256: file ? 'a'.repeat(64) : null,
  fileName: file ? 'a.txt' : null,
})
const action = fc.constantFrom('open', 'import', 'merge', null)
const rows = fc
  .uniqueArray(fc.tuple(fc.option(fc.nat(4)), fc.boolean()), { maxLength: 4, selector: ([language]) => language })
  .map((given) => given.map(([language, file], at) => row(at + 1, language, file)))
const state = fc.record({ rows, language: fc.option(fc.nat(4)), action }).map(
  (one): State => ({
    presets: { ...presets, defaultLanguageId: one.language, wizardAction: one.action },
    rows: one.rows,
  }),
)

test('INT-036 INT-040 whatever is done to a sound template, what is settled is sound, and changes nothing else', () => {
  fc.assert(
    fc.property(state.filter(isSound), state, (before, wished) => {
      const after = settled(before, wished, false)
      expect(isSound(after)).toBe(true)
      expect(after.rows).toBe(wished.rows)
      expect({ ...after.presets, defaultLanguageId: 0, wizardAction: 0 }).toEqual({
        ...wished.presets,
        defaultLanguageId: 0,
        wizardAction: 0,
      })
    }),
  )
})

test('what is sound already stays as it is wished', () => {
  fc.assert(
    fc.property(state, state.filter(isSound), (before, wished) => {
      fc.pre(wished.rows.length > 0 || before.rows.length === 0)
      expect(settled(before, wished, true)).toEqual(wished)
    }),
  )
})

test('INT-035 INT-067 the default goes with its row, before it goes to another', () => {
  const before = { presets: { ...presets, defaultLanguageId: 1 }, rows: [row(7, 2), row(8, 1)] }
  const after = { ...before, rows: [row(7, 2), row(8, 3)] }
  expect(settled(before, after, false).presets.defaultLanguageId).toBe(3)
})

test('the history tells of rows in the order they have, the blank language without a name', () => {
  expect(told([row(1, null, true), row(2, 3, true)])).toEqual({
    languages: '–, l3',
    attachments: 'a.txt, l3: a.txt',
    languageDescriptions: null,
  })
  expect(told([])).toEqual({ languages: null, attachments: null, languageDescriptions: null })
})
