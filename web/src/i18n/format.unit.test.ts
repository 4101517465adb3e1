import i18n from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { ago, bytes, date, dateTime, dayOf, minutes, money, number, readDecimal, setZone, time } from './format'

afterEach(() => i18n.changeLanguage('en'))

test.each([
  ['en', '23 Nov 2026', '€\u00a01,274.00', '1,274'],
  ['it', '23/11/2026', '€\u00a01.274,00', '1.274'],
])('%s: days, money and figures follow the language', async (language, day, amount, figure) => {
  await i18n.changeLanguage(language)
  expect(date('2026-11-23')).toBe(day)
  expect(money('1274.00', 'EUR')).toBe(amount)
  expect(number(1274)).toBe(figure)
})

test('instants are shown in the zone of the user, days in none', () => {
  setZone('Pacific/Auckland')
  expect(dayOf('2026-11-22T23:30:00.000001Z')).toBe('2026-11-23')
  expect(time('2026-11-22T23:30:00Z')).toBe('12:30')
  expect(dateTime('2026-11-22T23:30:00Z')).toBe('23 Nov 2026, 12:30:00')
  expect(date('2026-11-22')).toBe('22 Nov 2026')
  setZone('Europe/Rome')
})

test('near days are told in words, far ones as days', async () => {
  const before = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  expect(ago(before(0))).toBe('today')
  expect(ago(before(3))).toBe('3 days ago')
  await i18n.changeLanguage('it')
  expect(ago(before(1))).toBe('ieri')
  expect(ago('2020-02-03')).toBe('3 feb 2020')
})

test('durations and sizes have their units', () => {
  expect(minutes(2480)).toBe('41\u00a0h 20\u00a0min')
  expect(minutes(0)).toBe('0\u00a0min')
  expect(bytes(412_000)).toBe('412 kB')
  expect(bytes(0)).toBe('0 bytes')
})

test('figures are read as they are written', async () => {
  expect(readDecimal('1,274.50')).toBe('1274.50')
  expect(readDecimal('12x')).toBeNull()
  expect(readDecimal('12,50')).toBeNull()
  await i18n.changeLanguage('it')
  expect(readDecimal('1.274,50')).toBe('1274.50')
})
