import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { move, parseFormula } from './formula.ts'

function moved(day: string, text: string): string {
  const formula = parseFormula(text)
  return (formula && move(Temporal.PlainDate.from(day), formula)?.toString()) ?? 'refused'
}

test('FLT-060 later by days, weeks, months, quarters, years; a month’s end stays within the month', () => {
  const from = (text: string) => moved('2026-01-31', text)
  expect(['10D', '2W', '3M', '1Q', '1Y', '1M'].map(from)).toEqual([
    '2026-02-10',
    '2026-02-14',
    '2026-04-30',
    '2026-04-30',
    '2027-01-31',
    '2026-02-28',
  ])
  expect(moved('2024-02-29', '1Y')).toBe('2025-02-28')
})

test('FLT-060 the letters of the user: Italian G, S, M, T, A, C', () => {
  expect(['10G', '2S', '3M', '1T', '1A', '-CM', 'gs4'].map((text) => moved('2026-01-31', text))).toEqual(
    ['10D', '2W', '3M', '1Q', '1Y', '-CM', 'WD4'].map((text) => moved('2026-01-31', text)),
  )
  expect(moved('2026-01-31', '<1W>')).toBe('2026-02-07')
  expect(parseFormula('<1S>')).toBeUndefined()
})

test('FLT-061 earlier', () => {
  expect(moved('2026-01-31', '-1Y')).toBe('2025-01-31')
  expect(moved('2026-03-31', '-1M')).toBe('2026-02-28')
})

test('FLT-062 the last day of the current week, month, quarter, year; with minus the first', () => {
  const from = (text: string) => moved('2026-11-25', text)
  expect(['CW', 'CM', 'CQ', 'CY'].map(from)).toEqual(['2026-11-29', '2026-11-30', '2026-12-31', '2026-12-31'])
  expect(['-CW', '-CM', '-CQ', '-CY'].map(from)).toEqual(['2026-11-23', '2026-11-01', '2026-10-01', '2026-01-01'])
  expect(moved('2026-11-29', 'CW')).toBe('2026-11-29')
})

test('FLT-063 the next such day of a month, with minus the last one before', () => {
  expect(moved('2026-11-09', 'D10')).toBe('2026-11-10')
  expect(moved('2026-11-10', 'D10')).toBe('2026-12-10')
  expect(moved('2026-11-10', '-D10')).toBe('2026-10-10')
  expect(moved('2026-11-11', '-D10')).toBe('2026-11-10')
  expect(moved('2026-01-31', 'D31')).toBe('2026-03-31')
})

test('FLT-064 the next such weekday, with minus the last one before, never the day itself', () => {
  expect(moved('2026-11-25', 'WD4')).toBe('2026-11-26')
  expect(moved('2026-11-26', 'WD4')).toBe('2026-12-03')
  expect(moved('2026-11-26', '-WD4')).toBe('2026-11-19')
  expect(moved('2026-11-29', 'WD1')).toBe('2026-11-30')
})

test('FLT-065 terms are counted from left to right', () => {
  expect(moved('2026-11-25', 'CM+10D')).toBe('2026-12-10')
  expect(moved('2026-11-25', '10D+CM')).toBe('2026-12-31')
  expect(moved('2026-11-25', '-CM-1D')).toBe('2026-10-31')
  expect(moved('2026-11-25', ' - CM - 1 D ')).toBe('2026-10-31')
})

test('FLT-066 blank is no movement', () => {
  expect(moved('2026-11-25', '')).toBe('2026-11-25')
})

test('FLT-067 anything else is refused', () => {
  for (const text of [
    '1',
    'D',
    '10',
    '0D',
    '10000D',
    '1D2W',
    'D32',
    'D0',
    'WD8',
    'WD0',
    'CD',
    '10WD',
    '1DW',
    '+',
    '1D+',
    'x',
    '10D+1D+1D+1D+1D+1D+1D',
    '<1D',
  ])
    expect([text, parseFormula(text)]).toEqual([text, undefined])
  expect(moved('2026-11-25', '9999Y')).toBe('refused')
  expect(moved('2026-11-25', '-9999Y')).toBe('refused')
})
