import { expect, test } from 'vitest'
import { asFilter, periodBefore, stepOf, stepsOf } from './period.ts'

const before = (from: string, to: string) => {
  const period = periodBefore({ from, to })
  return period && `${period.from}..${period.to}`
}

test('the period before: the same days of the year, quarter or months before, else as many days', () => {
  expect(before('2026-03-01', '2026-03-31')).toBe('2026-02-01..2026-02-28')
  expect(before('2026-02-01', '2026-02-28')).toBe('2026-01-01..2026-01-31')
  expect(before('2026-11-01', '2026-11-24')).toBe('2026-10-01..2026-10-24')
  expect(before('2025-12-01', '2026-11-24')).toBe('2024-12-01..2025-11-24')
  expect(before('2026-01-01', '2026-03-31')).toBe('2025-10-01..2025-12-31')
  expect(before('2026-03-10', '2026-03-19')).toBe('2026-02-28..2026-03-09')
  expect(before('2026-01-01', '2026-11-24')).toBe('2025-01-01..2025-11-24')
  expect(before('2026-10-01', '2026-11-24')).toBe('2026-07-01..2026-08-24')
  expect(before('2024-01-01', '2025-12-31')).toBe('2022-01-01..2023-12-31')
  expect(periodBefore({ from: null, to: '2026-03-19' })).toBeNull()
})

test('a period is drawn by days up to 45, by months up to three years, else by years', () => {
  expect(stepOf({ from: '2026-01-01', to: '2026-02-14' })).toBe('day')
  expect(stepOf({ from: '2026-01-01', to: '2026-02-15' })).toBe('month')
  expect(stepOf({ from: '2023-01-01', to: '2026-01-02' })).toBe('month')
  expect(stepOf({ from: '2016-01-01', to: '2026-01-01' })).toBe('year')
})

test('steps cover the period without a gap, its ends cut to it', () => {
  expect(stepsOf({ from: '2026-01-15', to: '2026-03-10' }, 'month')).toEqual([
    { from: '2026-01-15', to: '2026-01-31' },
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-10' },
  ])
  expect(stepsOf({ from: '2024-06-01', to: '2026-01-01' }, 'year').map(({ from }) => from)).toEqual([
    '2024-06-01',
    '2025-01-01',
    '2026-01-01',
  ])
})

test('the same days as a filter of the log: bare in the same zone, as instants in another', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' }
  expect(asFilter(march, 'Europe/Rome', 'Europe/Rome')).toBe('2026-03-01..2026-03-31')
  expect(asFilter(march, 'Europe/Rome', 'America/New_York')).toBe('2026-02-28T23:00:00Z..&<2026-03-31T22:00:00Z')
  expect(asFilter({ from: null, to: null }, 'Europe/Rome', 'Asia/Tokyo')).toBe('')
  expect(asFilter({ from: '2026-03-01', to: null }, 'Europe/Rome', 'Europe/Rome')).toBe('2026-03-01..')
})
