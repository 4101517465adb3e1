import { describe, expect, test } from 'vitest'
import type { Field, Setting } from './ast.ts'
import { evaluate } from './evaluate.ts'
import { parseFilter } from './parse.ts'

// a Monday; the work date is another day where a test says so
const setting: Setting = { language: 'en', zone: 'Europe/Rome', now: '2026-11-23T08:14:20.5Z', today: '2026-11-23' }
const italian: Setting = { ...setting, language: 'it' }

/** The filter without words: the days it stands for. */
function days(expression: string, changes: Partial<Setting> = {}, field: Field = { kind: 'date' }): string {
  const parsed = parseFilter(field, expression, { ...setting, ...changes })
  return parsed.ok ? String(parsed.absolute) : `no: ${parsed.nearest}`
}
const instants = (expression: string, changes: Partial<Setting> = {}) => days(expression, changes, { kind: 'instant' })
const times = (expression: string) => days(expression, {}, { kind: 'time' })
const words = (expression: string, as = setting, field: Field = { kind: 'date' }) => {
  const parsed = parseFilter(field, expression, as)
  return parsed.ok ? parsed.meaning : parsed.message
}

describe('days', () => {
  test('FLT-032 a word may be a span; in a range its first or its last day counts; blank days lie in no range', () => {
    expect(days('week..month')).toBe('2026-11-23..2026-11-30')
    expect(days('>=lastweek&<=nextweek')).toBe('2026-11-16..2026-12-06')
    expect(days('<week')).toBe('<2026-11-23')
    expect(days('>week')).toBe('>2026-11-29')
    expect(days('<>week')).toBe('<2026-11-23|>2026-11-29')
    expect(days('<>week', {}, { kind: 'date', nullable: true })).toBe("<2026-11-23|>2026-11-29|''")
    const parsed = parseFilter({ kind: 'date' }, '..today', setting)
    expect(parsed.ok && evaluate(parsed.ast, null)).toBe(false)
    expect(days('30/02/2026')).toBe('no: 28/2/2026')
    expect(days('10/24/2026')).toBe('no: 24/10/2026')
    expect(days('abc')).toBe('no: undefined')
  })

  test('FLT-045 a full date with any separator, with 6 or 8 digits, with two-digit years 1950 to 2049', () => {
    for (const written of [
      '24/10/2026',
      '24-10-2026',
      '24.10.2026',
      '24 10 2026',
      '24102026',
      '241026',
      '2026-10-24',
      '24/10/26',
      '24 Oct 2026',
      '24 ottobre 2026',
    ])
      expect([written, days(written)]).toEqual([written, '2026-10-24'])
    expect(days('24/10/49|24/10/50')).toBe('2049-10-24|1950-10-24')
    expect(days('29/02/2024')).toBe('2024-02-29')
    expect(days('20261024')).toBe('no: 2026-10-24')
    expect(days('24*10*2026')).toMatch(/^no/)
    expect(days('1/1/0000')).toMatch(/^no/)
  })

  test('FLT-046 part of a date is completed by the work date', () => {
    const workDate = '2025-03-10'
    expect(days('05', { workDate })).toBe('2025-03-05')
    expect(days('5', { workDate })).toBe('2025-03-05')
    expect(days('2310', { workDate })).toBe('2025-10-23')
    expect(days('23/10')).toBe('2026-10-23')
    expect(days('31', { workDate: '2025-02-01' })).toMatch(/^no/)
    expect(days('123')).toMatch(/^no/)
  })

  test('FLT-047 weekdays: of the work date’s week, of an ISO week, of a year', () => {
    expect(days('mon|fri|domenica')).toBe('2026-11-23|2026-11-27|2026-11-29')
    expect(days('sunday', { workDate: '2025-03-10' })).toBe('2025-03-16')
    expect(days('mer|gio|sa')).toBe('2026-11-25|2026-11-26|2026-11-28')
    expect(days('tu25')).toBe('2026-06-16')
    expect(days('t-1')).toBe('2025-12-30')
    expect(days('tu25-2027')).toBe('2027-06-22')
    expect(days('lunedì53')).toBe('2026-12-28')
    expect(days('mon53-2027')).toMatch(/^no/)
    expect(days('mon0')).toMatch(/^no/)
  })

  test('FLT-048 words in both languages, whatever the page speaks, and beginnings of them in their order', () => {
    const meant: Record<string, string> = {
      today: '2026-11-23',
      t: '2026-11-23',
      to: '2026-11-23',
      oggi: '2026-11-23',
      o: '2026-11-23',
      w: '2026-11-23',
      n: '2026-11-23',
      now: '2026-11-23',
      ora: '2026-11-23',
      yesterday: '2026-11-22',
      y: '2026-11-22',
      ieri: '2026-11-22',
      tomorrow: '2026-11-24',
      tom: '2026-11-24',
      domani: '2026-11-24',
      week: '2026-11-23..2026-11-29',
      we: '2026-11-23..2026-11-29',
      settimana: '2026-11-23..2026-11-29',
      month: '2026-11-01..2026-11-30',
      m: '2026-11-01..2026-11-30',
      mese: '2026-11-01..2026-11-30',
      quarter: '2026-10-01..2026-12-31',
      q: '2026-10-01..2026-12-31',
      trimestre: '2026-10-01..2026-12-31',
      year: '2026-01-01..2026-12-31',
      anno: '2026-01-01..2026-12-31',
      lastweek: '2026-11-16..2026-11-22',
      'last week': '2026-11-16..2026-11-22',
      nextmonth: '2026-12-01..2026-12-31',
      'settimana scorsa': '2026-11-16..2026-11-22',
      'prossimo mese': '2026-12-01..2026-12-31',
      lastquarter: '2026-07-01..2026-09-30',
      'anno scorso': '2025-01-01..2025-12-31',
    }
    for (const as of [setting, italian])
      expect(Object.fromEntries(Object.keys(meant).map((word) => [word, days(word, as)]))).toEqual(meant)
    expect(days('workdate|datalavoro', { workDate: '2025-03-10' })).toBe('2025-03-10|2025-03-10')
    expect(days('todya')).toBe('no: today')
    expect(days('setimana')).toBe('no: settimana')
  })

  test('FLT-048 words work on both sides of & too', () => {
    expect(days('>=yesterday&<>today&<=tomorrow')).toBe('2026-11-22..&<>2026-11-23&..2026-11-24')
  })

  test('FLT-049 a word or date with a formula behind it is moved, a span at both ends', () => {
    expect(days('today-30D..')).toBe('2026-10-24..')
    expect(days('oggi - 30g')).toBe('2026-10-24')
    expect(days('week-1W')).toBe('2026-11-16..2026-11-22')
    expect(days('month-1M')).toBe('2026-10-01..2026-10-31')
    expect(days('month+3M')).toBe('2027-02-01..2027-02-28')
    expect(days('week+CM')).toBe('2026-11-30')
    expect(days('31/01/2026+1M')).toBe('2026-02-28')
    expect(days('31-01-2026-1M')).toBe('2025-12-31')
    expect(days('mon-1W')).toBe('2026-11-16')
    expect(days('today-1X')).toMatch(/^no/)
    expect(days('today+9999Y')).toMatch(/^no/)
  })

  test('FLT-050 a formula alone counts from today', () => {
    expect(days('-30D..', { workDate: '2025-03-10' })).toBe('2026-10-24..')
    expect(days('CM')).toBe('2026-11-30')
    expect(days('-cm..cm')).toBe('2026-11-01..2026-11-30')
    expect(days('D10')).toBe('2026-12-10')
  })

  test('FLT-051 periods are the months of the fiscal year that the work date is in', () => {
    expect(days('p4')).toBe('2026-04-01..2026-04-30')
    expect(days('p1..P4')).toBe('2026-01-01..2026-04-30')
    expect(days('p1|p12', { fiscalYearStart: 7 })).toBe('2026-07-01..2026-07-31|2027-06-01..2027-06-30')
    expect(days('p1', { fiscalYearStart: 7, workDate: '2026-06-30' })).toBe('2025-07-01..2025-07-31')
    expect(days('p13')).toMatch(/^no/)
  })

  test('FLT-052 two quotes ask for no date', () => {
    expect(days("''|today")).toBe("''|2026-11-23")
    expect(days("..''")).toMatch(/^no/)
  })

  test('what moves says how often, in the words of the pages', () => {
    expect(words('today-30D..')).toBe('from 24 Oct 2026, moves every day')
    expect(words('today-30D..', italian)).toBe('dal 24/10/2026, si sposta ogni giorno')
    expect(words('8/11/2026..11/11/2026', italian)).toBe('dall’8/11/2026 all’11/11/2026')
    expect(words('week|yesterday')).toBe('from 23 Nov 2026 to 29 Nov 2026 or on 22 Nov 2026, moves every day')
    expect(words('<year', italian)).toBe('prima del 1/1/2026, si sposta ogni anno')
    expect(words('23', { ...setting, workDate: '2025-03-10' })).toBe('on 23 Mar 2025, moves with the work date')
    expect(words('24/10/2026')).toBe('on 24 Oct 2026')
    expect(words('today', italian, { kind: 'instant' })).toBe('il 23/11/2026, si sposta ogni giorno')
    expect(words('now..', setting, { kind: 'instant' })).toBe('from 23 Nov 2026, 09:14:20, moves all the time')
    expect(words('24/10/2026 14:30|<23/10/2026', setting, { kind: 'instant' })).toBe(
      'on 24 Oct 2026, 14:30 or up to 22 Oct 2026',
    )
  })
})

describe('instants', () => {
  test('FLT-033 a bare day is the whole day in the user’s zone, and ends of ranges take all of it', () => {
    expect(instants('23')).toBe('2026-11-22T23:00:00Z..&<2026-11-23T23:00:00Z')
    expect(instants('..23')).toBe('<2026-11-23T23:00:00Z')
    expect(instants('23..')).toBe('2026-11-22T23:00:00Z..')
    expect(instants('>23')).toBe('2026-11-23T23:00:00Z..')
    expect(instants('<23')).toBe('<2026-11-22T23:00:00Z')
    expect(instants('<>23')).toBe('<2026-11-22T23:00:00Z|2026-11-23T23:00:00Z..')
    expect(instants('today', { zone: 'America/New_York' })).toBe('2026-11-23T05:00:00Z..&<2026-11-24T05:00:00Z')
    expect(instants('todya')).toBe('no: today')
  })

  test('FLT-033 a time of a day, an instant of a program', () => {
    expect(instants('24/10/2026 14:30')).toBe('2026-10-24T12:30:00Z')
    expect(instants('today 5P..')).toBe('2026-11-23T16:00:00Z..')
    expect(instants('2026-10-24T14:30')).toBe('2026-10-24T12:30:00Z')
    expect(instants('2026-10-24T14:30:00.000001+02:00')).toBe('2026-10-24T12:30:00.000001Z')
    expect(instants('2026-10-24t12:30Z')).toBe('2026-10-24T12:30:00Z')
    expect(instants('now')).toBe('2026-11-23T08:14:20.5Z')
    expect(instants('now-1D..')).toBe('2026-11-22T08:14:20.5Z..')
    for (const wrong of ['week 14:30', '24/10/2026 25:00', '2026-02-30T10:00:00Z', '14:30'])
      expect(instants(wrong)).toMatch(/^no/)
  })

  test('FLT-033 days on which the clock is set are 23 and 25 hours long', () => {
    expect(instants('29/03/2026')).toBe('2026-03-28T23:00:00Z..&<2026-03-29T22:00:00Z')
    expect(instants('25/10/2026')).toBe('2026-10-24T22:00:00Z..&<2026-10-25T23:00:00Z')
    // in Beirut that day begins at 1 o'clock
    expect(instants('29/03/2026', { zone: 'Asia/Beirut' })).toBe('2026-03-28T22:00:00Z..&<2026-03-29T21:00:00Z')
  })

  test('FLT-033 a time that comes twice is both instants; one that is skipped is none, and still an end', () => {
    expect(instants('25/10/2026 02:30')).toBe('2026-10-25T00:30:00Z|2026-10-25T01:30:00Z')
    expect(instants('25/10/2026 02:30..')).toBe('2026-10-25T00:30:00Z..')
    expect(instants('..25/10/2026 02:30')).toBe('..2026-10-25T01:30:00Z')
    expect(instants('29/03/2026 02:30..')).toBe('2026-03-29T01:00:00Z..')
    expect(instants('..29/03/2026 02:30')).toBe('<2026-03-29T01:00:00Z')
    expect(instants('29/03/2026 02:30')).toBe('2026-03-29T01:00:00Z..&<2026-03-29T01:00:00Z')
  })

  test('FLT-033 the first and the last day there are', () => {
    expect(instants('1/1/0001..31/12/9999')).toBe('0001-01-01T00:00:00Z..&<9999-12-31T23:00:00Z')
    expect(instants('31/12/9999', { zone: 'America/New_York' })).toBe(
      '9999-12-31T05:00:00Z..&<9999-12-31T23:59:59.999999Z',
    )
  })
})

describe('times and durations', () => {
  test('FLT-034 FLT-053 hours first, the rest zero; A and P; 24:00 is refused; now', () => {
    const meant: Record<string, string> = {
      5: '05:00:00',
      '5:30': '05:30:00',
      '0530': '05:30:00',
      '5P': '17:00:00',
      17: '17:00:00',
      '12A': '00:00:00',
      '12p': '12:00:00',
      '5:30 pm': '17:30:00',
      '14.30': '14:30:00',
      '143015': '14:30:15',
      '14:30:15.25': '14:30:15.25',
      now: '09:14:20.5',
      n: '09:14:20.5',
      '8..17:30': '08:00:00..17:30:00',
      "''": "''",
    }
    expect(Object.fromEntries(Object.keys(meant).map((time) => [time, times(time)]))).toEqual(meant)
    for (const wrong of ['24:00', '24', '5:60', '13P', '0P', '5:3', 'noon', '5m'])
      expect([wrong, times(wrong)]).toEqual([wrong, 'no: undefined'])
  })

  test('FLT-054 durations: a bare number is in the unit of the field', () => {
    const minutes = (text: string, as = setting) => days(text, as, { kind: 'duration', unit: 'min' })
    expect(['90', '90m', '6h 30m', '6.5h', '2d 6h', '30s', '1h30min'].map((text) => minutes(text))).toEqual([
      '90',
      '90',
      '390',
      '390',
      '3240',
      '0.5',
      '90',
    ])
    expect(minutes('6,5h', italian)).toBe('390')
    expect(minutes('2g 6o', italian)).toBe('3240')
    expect(minutes('>=1h&<2h')).toBe('60..&<120')
    expect(days('90m', {}, { kind: 'duration', unit: 'h' })).toBe('1.5')
    expect(minutes('6,5h')).toBe('no: 6.5h')
    expect(minutes('5x')).toMatch(/^no/)
  })
})
