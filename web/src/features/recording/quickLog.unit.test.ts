import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { parseQuickLog, type QuickLog, settleContact } from './quickLog'
import type { Field } from './quickLogParts'

/** A Monday morning. */
const now = Temporal.ZonedDateTime.from('2026-11-23T09:41[Europe/Rome]')
const read = (text: string, language: 'en' | 'it' = 'en', givenBack: string[] = []) =>
  parseQuickLog(text, { now, language, givenBack })
const texts = (log: QuickLog, field: Field) => log.parts.filter((part) => part.field === field).map((part) => part.text)
const value = (log: QuickLog, field: Field) => log.parts.find((part) => part.field === field)?.value
const when = (text: string, language: 'en' | 'it' = 'en') => {
  const found = read(text, language).parts.find((part) => part.field === 'when')
  return found?.field === 'when' ? [found.value.day, found.value.time] : null
}

describe.each([
  [
    'call Bellandi Anna 12m good: wants an offer for 40 valves > tue send offer',
    'wants an offer for 40 valves',
    'send offer',
  ],
  [
    'chiamata Bellandi Anna 12m bene: vuole offerta per 40 valvole > mar inviare offerta',
    'vuole offerta per 40 valvole',
    'inviare offerta',
  ],
])('%s', (line, description, task) => {
  test.each(['en', 'it'] as const)('is understood on a page in %s', (language) => {
    const log = read(line, language)
    expect(log.parts.map(({ field }) => field)).toEqual([
      'kind',
      'contact',
      'duration',
      'evaluation',
      'description',
      'followUp',
    ])
    expect(value(log, 'kind')).toEqual({ kind: 'call', direction: 'outbound', attemptFailed: false })
    expect(texts(log, 'contact')).toEqual(['Bellandi Anna'])
    expect([value(log, 'duration'), value(log, 'evaluation')]).toEqual([12, 2])
    expect(log.description).toBe(description)
    expect(value(log, 'followUp')).toMatchObject({ when: { day: '2026-11-24', time: null }, text: task })
  })
})

test.each([
  ['call', 'call', 'outbound', false],
  ['spoke with', 'call', null, false],
  ['missed', 'call', 'inbound', true],
  ['missed call from', 'call', 'inbound', true],
  ['tried to call', 'call', 'outbound', true],
  ['call from', 'call', 'inbound', false],
  ['mail to', 'mail', 'outbound', false],
  ['received letter', 'letter', 'inbound', false],
  ['received', 'document', 'inbound', false],
  ['sent', 'document', 'outbound', false],
  ['incoming mail', 'mail', 'inbound', false],
  ['met with', 'meeting', null, false],
  ['missed meeting', 'meeting', null, true],
  ['note', 'note', null, false],
  ['Chiamata persa', 'call', 'inbound', true],
  ['persa', 'call', 'inbound', true],
  ['provato', 'call', 'outbound', true],
  ['provato a chiamare', 'call', 'outbound', true],
  ['chiamata in entrata', 'call', 'inbound', false],
  ['chiamata da', 'call', 'inbound', false],
  ['mail ricevuta da', 'mail', 'inbound', false],
  ['ricevuta una lettera', 'letter', 'inbound', false],
  ['visto', 'meeting', null, false],
  ['riunione con', 'meeting', null, false],
  ['nota', 'note', null, false],
  ['ricevuto', 'document', 'inbound', false],
])('kind: "%s" is %s, %s, failed %s', (words, kind, direction, attemptFailed) => {
  const log = read(`12m ${words} Rossi`)
  expect(texts(log, 'kind')).toEqual([words])
  expect(value(log, 'kind')).toEqual({ kind, direction, attemptFailed })
  expect(texts(log, 'contact')).toEqual(['Rossi'])
})

test('a preposition in capitals belongs to the name; only the first kind counts', () => {
  expect(texts(read('chiamata Dal Molin'), 'contact')).toEqual(['Dal Molin'])
  expect(texts(read('call Rossi mail bounced'), 'contact')).toEqual(['Rossi mail bounced'])
})

test.each([
  ['12m', 12],
  ['12 min', 12],
  ['90 minuti', 90],
  ["90'", 90],
  ['1h', 60],
  ['1h20', 80],
  ['1h 20m', 80],
  ['1h20m', 80],
  ['2 h', 120],
  ['1 ora', 60],
  ['1 ora e 20', 80],
  ['2 ore e 5 minuti', 125],
  ['1,5h', 90],
  ['0.25 hours', 15],
  ['mezz’ora', 30],
  ["un'ora e mezza", 90],
  ['for 12m', 12],
  ['0m', 0],
])('duration: %s is %i minutes', (words, minutes) => {
  const log = read(`call Rossi ${words}: x`)
  expect(texts(log, 'duration')).toEqual([words])
  expect(value(log, 'duration')).toBe(minutes)
})
test.each(['12', '40 m', '1h75', '999999m', 'm12', '12mm'])('duration: %s is none', (words) => {
  const log = read(`call Rossi ${words}: x`)
  expect(texts(log, 'contact')).toEqual([`Rossi ${words}`])
})

test.each([
  ['€8', '8.00'],
  ['€ 8', '8.00'],
  ['8€', '8.00'],
  ['8 eur', '8.00'],
  ['8,50€', '8.50'],
  ['8.5 euro', '8.50'],
  ['EUR 8', '8.00'],
  ['€1.274,00', '1274.00'],
  ['€ 1,274.5', '1274.50'],
  ['€1.274', '1274.00'],
  ['€0,10', '0.10'],
  ['€008', '8.00'],
  ['€9999999999999.99', '9999999999999.99'],
])('cost: %s is %s, exactly', (words, amount) => {
  const log = read(`mail Rossi ${words} 12m`)
  expect(texts(log, 'cost')).toEqual([words])
  expect(value(log, 'cost')).toBe(amount)
})
test.each(['8', '€12345678901234', '€1.23.4', '€-8', '8 usd'])('cost: %s is none', (words) => {
  expect(texts(read(`mail Rossi ${words}`), 'cost')).toEqual([])
})

test.each([
  ['yesterday 15:30', '2026-11-22', '15:30'],
  ['ieri alle 15.30', '2026-11-22', '15:30'],
  ['ieri 15', '2026-11-22', '15:00'],
  ['today', '2026-11-23', null],
  ['8:05', '2026-11-23', '08:05'],
  ['at 3pm', '2026-11-23', '15:00'],
  ['12am', '2026-11-23', '00:00'],
  ['ore 9', '2026-11-23', '09:00'],
  ['l’altro ieri', '2026-11-21', null],
  ['the day before yesterday at 3 pm', '2026-11-21', '15:00'],
  ['mon', '2026-11-23', null],
  ['mon 9:40', '2026-11-23', '09:40'],
  ['mon 9:42', '2026-11-16', '09:42'],
  ['last mon', '2026-11-16', null],
  ['lunedì scorso', '2026-11-16', null],
  ['tue', '2026-11-17', null],
  ['domenica', '2026-11-22', null],
  ['fri 10', '2026-11-20', '10:00'],
  ['next fri', '2026-11-27', null],
  ['lun 16/11', '2026-11-16', null],
  ['3pm on mon', '2026-11-16', '15:00'],
  ['21/11', '2026-11-21', null],
  ['24/11', '2025-11-24', null],
  ['21/11/26', '2026-11-21', null],
  ['24/11/2026', '2026-11-24', null],
  ['21.11.2026', '2026-11-21', null],
  ['2026-11-21', '2026-11-21', null],
  ['2 nov', '2026-11-02', null],
  ['2 dic', '2025-12-02', null],
  ['il 2 novembre 2024', '2024-11-02', null],
  ['nov 2nd', '2026-11-02', null],
  ['1° marzo', '2026-03-01', null],
  ['29/2', '2024-02-29', null],
  ['2 days ago', '2026-11-21', null],
  ['una settimana fa', '2026-11-16', null],
  ['20 min ago', '2026-11-23', '09:21'],
  ['10 ore fa', '2026-11-22', '23:41'],
  ['tomorrow 8:00', '2026-11-24', '08:00'],
])('when: %s is %s %s, days lying behind', (words, day, time) => {
  const log = read(`call Rossi ${words}: x`)
  expect(texts(log, 'when')).toEqual([words])
  expect(when(`call Rossi ${words}: x`)).toEqual([day, time])
})
test.each(['31/2', '24:10', '32 nov', '15:61', '13pm', '0/1', '1/13', '21/11/1', 'mars'])(
  'when: %s is none',
  (words) => {
    expect(when(`call Rossi ${words}`)).toBeNull()
  },
)
test('when: "mar 3" is March in English and Tuesday in Italian; a phone number after a day is no hour', () => {
  expect(when('call Rossi mar 3', 'en')).toEqual(['2026-03-03', null])
  expect(when('call Rossi mar 3', 'it')).toEqual(['2026-11-17', '03:00'])
  expect(when('mar call Rossi', 'en')).toEqual(['2026-11-17', null])
  expect(when('chiamata ieri 02 1234567')).toEqual(['2026-11-22', null])
  expect(when('call fri 20 min Rossi')).toEqual(['2026-11-20', null])
})
test('when: the instant is that of the zone, also in the hour that summer time leaves out', () => {
  const at = (text: string) => read(text).parts.flatMap((part) => (part.field === 'when' ? [part.value.at] : []))
  expect(at('call 21/11 15:30')).toEqual(['2026-11-21T14:30:00.000Z'])
  expect(at('call 21/7 15:30')).toEqual(['2026-07-21T13:30:00.000Z'])
  expect(at('call 29/3/2026 2:30')).toEqual(['2026-03-29T01:30:00.000Z'])
  expect(at('call yesterday')).toEqual(['2026-11-22T08:41:00.000Z'])
})

test.each([
  ['very good', 1],
  ['++', 1],
  ['molto bene', 1],
  ['good', 2],
  ['Bene!', 2],
  ['ok', 3],
  ['così così', 3],
  ['bad', 4],
  ['male', 4],
  ['very bad', 5],
  ['--', 5],
  ['molto male', 5],
])('evaluation: %s is %i', (words, grade) => {
  const log = read(`call Rossi ${words} 12m`)
  expect(texts(log, 'evaluation')).toEqual([words])
  expect(value(log, 'evaluation')).toBe(grade)
})
test('evaluation: a sign is one unless it joins or parts words; a negation keeps it words', () => {
  expect(value(read('call Rossi -: x'), 'evaluation')).toBe(4)
  expect(value(read('call Rossi +'), 'evaluation')).toBe(2)
  expect(value(read('call Rossi + 12m'), 'evaluation')).toBe(2)
  expect(value(read('call - Rossi'), 'evaluation')).toBe(4)
  expect(texts(read('call Rossi - wants offer'), 'contact')).toEqual(['Rossi - wants offer'])
  expect(value(read('call Rossi - no answer'), 'evaluation')).toBeUndefined()
  expect(texts(read('call Rossi + Bianchi'), 'contact')).toEqual(['Rossi + Bianchi'])
  expect(texts(read('call Rossi non male'), 'contact')).toEqual(['Rossi non male'])
})

test('failed, salesperson, campaign and opportunity by word and sign', () => {
  const log = read('chiamata Rossi, non riuscita, @marco. #price2027 $valves')
  expect([value(log, 'failed'), value(log, 'salesperson'), value(log, 'campaign'), value(log, 'opportunity')]).toEqual([
    true,
    'marco',
    'price2027',
    'valves',
  ])
  expect(texts(read('call anna@bellandi.it failed'), 'contact')).toEqual(['anna@bellandi.it'])
  expect(texts(read('call @ # $'), 'contact')).toEqual(['@ # $'])
})

test.each([
  ['> tue send offer', '2026-11-24', null, 'send offer'],
  ['> lun richiamare', '2026-11-30', null, 'richiamare'],
  ['> send offer by fri', '2026-11-27', null, 'send offer'],
  ['> venerdì 10: catalogo', '2026-11-27', '10:00', 'catalogo'],
  ['> 21/11', '2027-11-21', null, ''],
  ['> tra 3 giorni offerta', '2026-11-26', null, 'offerta'],
  ['> call back in a week', '2026-11-30', null, 'call back'],
  ['> settimana prossima: visita', '2026-11-30', null, 'visita'],
])('follow-up: %s, days lying ahead', (words, day, time, text) => {
  const log = read(`call Rossi 12m ${words}`)
  expect(texts(log, 'followUp')).toEqual([words])
  expect(value(log, 'followUp')).toMatchObject({ when: { day, time }, text })
})
test('follow-up: without a day, to the end of its line only, and not every > is one', () => {
  expect(value(read('call Rossi > send offer'), 'followUp')).toEqual({ when: null, text: 'send offer' })
  const log = read('call Rossi > tue offer\n12m: more\nand more')
  expect([texts(log, 'followUp'), value(log, 'duration'), log.description]).toEqual([
    ['> tue offer'],
    12,
    'more\nand more',
  ])
  expect(read('call Rossi: 5 -> 6, x >= 2 > mon check').description).toBe('5 -> 6, x >= 2')
  expect(read('call Rossi: first > mon check\nsecond').description).toBe('first second')
})

test('a telephone number keeps its last figures', () => {
  const log = read('call 041 555 0182 € 8 ore 9')
  expect([texts(log, 'contact'), value(log, 'cost')]).toEqual([['041 555 0182'], '8.00'])
  const timed = read('call 041 555 0182 ore 9 20 min')
  expect([texts(timed, 'contact'), texts(timed, 'when'), value(timed, 'duration')]).toEqual([
    ['041 555 0182'],
    ['ore 9'],
    20,
  ])
  expect(value(read('call 041 5550182 8 eur 12m'), 'cost')).toBe('8.00')
})

test('description: what follows the colon that is in no time and no address; else what is left', () => {
  expect(read('call 15:30 Rossi:wants: all').description).toBe('wants: all')
  expect(read('call https://x.it Rossi: good 12m').description).toBe('good 12m')
  expect(read('call Rossi 12m wants offer good').description).toBe('Rossi wants offer')
  expect(texts(read('call Rossi 12m wants offer good'), 'contact')).toEqual(['Rossi', 'wants offer'])
  expect(read('call Rossi:')).toMatchObject({ description: '', hasColon: true })
  expect(read('call 15:30 Rossi > tue: offer').hasColon).toBe(false)
})

test('once the contact is known, the other words are description', () => {
  const log = read('call Bellandi Anna wants offer 12m urgently')
  expect(log.words.map(({ text }) => text)).toEqual(['Bellandi', 'Anna', 'wants', 'offer', 'urgently'])
  const settled = settleContact(log, [0, 1])
  expect([texts(settled, 'contact'), texts(settled, 'description')]).toEqual([
    ['Bellandi Anna'],
    ['wants offer', 'urgently'],
  ])
  expect(settled.description).toBe('wants offer urgently')
  expect(settleContact(settled, []).description).toBe('Bellandi Anna wants offer urgently')
  expect(settleContact(read('call Rossi twice: wants offer'), [0]).description).toBe('twice wants offer')
})

test('words given back stay words', () => {
  expect(texts(read('call Good Foods good', 'en', ['Good']), 'contact')).toEqual(['Good Foods'])
  expect(value(read('call Good Foods good', 'en', ['Good']), 'evaluation')).toBe(2)
  expect(value(read('call Rossi very good', 'en', ['very good']), 'evaluation')).toBeUndefined()
  expect(read('call Rossi: valves > 5 bar', 'en', ['> 5 bar']).description).toBe('valves > 5 bar')
})
