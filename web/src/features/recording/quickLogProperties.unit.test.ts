import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { parseQuickLog, type QuickLog, settleContact } from './quickLog'

const now = Temporal.ZonedDateTime.from('2026-11-23T09:41[Europe/Rome]')
const language = fc.constantFrom('en' as const, 'it' as const)

const vocabulary = [
  'call Chiamata received a tried to mail da missed in entrata 12m 1h20 2 ore e 20 min ago fa € 8 eur €8,50 1.274,00',
  'yesterday ieri alle 15:30 3pm mon mar lun scorso 21/11 29/2 nov 2026 may next week tra una settimana very good molto bene così',
  '- + -- — failed non riuscito @marco #price $valves @ # > >> -> : , ; . … Bellandi Anna D’Amico S.p.A. http://x.it 😀 İ ﬁ \u0000 \ud800',
].flatMap((words) => words.split(' '))
const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...vocabulary),
        fc.constantFrom(' ', ' ', ' ', '', '\n', '\t', '\u00a0', ', ', ': ', '  '),
      ),
      { maxLength: 40 },
    )
    .map((words) => words.flat().join('')),
)

/** Every character is in exactly one part, or stands between them; each part says what stands there. */
function expectWhole(log: QuickLog) {
  let end = 0
  for (const part of log.parts) {
    expect(part.start).toBeGreaterThanOrEqual(end)
    expect(part.end).toBeGreaterThan(part.start)
    expect(part.text).toBe(log.text.slice(part.start, part.end))
    expect(log.text.slice(end, part.start)).toMatch(/^[\s,;:]*$/)
    end = part.end
  }
  expect(log.text.slice(end)).toMatch(/^[\s,;:]*$/)
  const fields = log.parts.map(({ field }) => field).filter((field) => field !== 'contact' && field !== 'description')
  expect(new Set(fields).size).toBe(fields.length)
}

test('nothing is lost: parts never overlap and cover all but the separators, whatever was typed', () => {
  fc.assert(
    fc.property(
      line,
      language,
      fc.array(fc.constantFrom(...vocabulary), { maxLength: 2 }),
      (text, language, givenBack) => {
        const log = parseQuickLog(text, { now, language, givenBack })
        expectWhole(log)
        expect(parseQuickLog(text, { now, language, givenBack })).toEqual(log)
      },
    ),
    { numRuns: 1000 },
  )
})

test('settling the contact loses nothing either, and can be done again', () => {
  fc.assert(
    fc.property(line, language, fc.array(fc.nat(10)), fc.array(fc.nat(10)), (text, language, first, second) => {
      const log = parseQuickLog(text, { now, language })
      const settled = settleContact(log, first)
      expectWhole(settled)
      expect(settleContact(settled, second)).toEqual(settleContact(log, second))
    }),
    { numRuns: 500 },
  )
})

test('500 characters are read in under 5 ms', () => {
  const hard = [
    vocabulary.join(' '),
    'a '.repeat(250),
    '2 '.repeat(250),
    '-'.repeat(500),
    '> '.repeat(250),
    ': '.repeat(250),
    `> ${'2 nov '.repeat(90)}`,
    '€1.234'.repeat(90),
  ]
  for (const text of hard.map((text) => text.slice(0, 500).padEnd(500, ' call'))) {
    const took = Array.from({ length: 10 }, () => {
      const begun = performance.now()
      parseQuickLog(text, { now, language: 'it' })
      return performance.now() - begun
    })
    expect(Math.min(...took), text).toBeLessThan(5)
  }
})

const pick = <V>(...rows: [V, ...string[]][]) =>
  fc.constantFrom(...rows.flatMap(([value, ...words]) => words.map((words) => ({ value, words }))))
const two = (figure: number) => String(figure).padStart(2, '0')
const kinds = pick(
  ['call outbound false', 'call', 'chiamata'],
  ['call inbound true', 'missed', 'persa', 'chiamata persa'],
  ['call outbound true', 'tried', 'provato'],
  ['mail outbound false', 'mail', 'e-mail'],
  ['mail inbound false', 'received mail', 'mail ricevuta'],
  ['letter outbound false', 'letter', 'lettera'],
  ['meeting null false', 'met', 'riunione'],
  ['note null false', 'note', 'nota'],
  ['document inbound false', 'received', 'ricevuto'],
)
const durations = fc.oneof(
  fc.nat(999).chain((minutes) => pick([minutes, `${minutes}m`, `${minutes} min`, `${minutes} minuti`])),
  fc
    .tuple(fc.nat(99), fc.nat(59))
    .chain(([h, m]) =>
      pick([h * 60 + m, `${h}h${two(m)}`, `${h}h ${m}m`, `${h} ore e ${m}`, `${h} hours and ${m} min`]),
    ),
)
const costs = fc.tuple(fc.nat(9_999_999), fc.nat(99)).chain(([whole, cents]) => {
  const text = `${whole}.${two(cents)}`
  const grouped = (thousands: string, decimal: string) =>
    String(whole).replace(/\B(?=(\d{3})+$)/g, thousands) + decimal + two(cents)
  return pick([text, `€${text}`, `€ ${grouped('.', ',')}`, `${grouped(',', '.')} eur`, `${text.replace('.', ',')}€`])
})
/** Without the hour that summer time leaves out. */
const hours = fc.nat(23).filter((hour) => hour !== 2)
const whens = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.option(fc.tuple(hours, fc.nat(59))))
  .chain(([back, clock]) => {
    const day = now.toPlainDate().subtract({ days: back })
    const names = ['gen', 'febbraio', 'mar', 'aprile', 'mag', 'june', 'jul', 'ago', 'sept', 'ott', 'november', 'dec']
    const weekdays = ['lun', 'tuesday', 'mer', 'thu', 'venerdì', 'sat', 'dom']
    const days = [
      `${day.day}/${day.month}/${day.year}`,
      `${day.day} ${names[day.month - 1]} ${day.year}`,
      day.toString(),
    ]
    if (back < 365) days.push(`${day.day}/${two(day.month)}`)
    if (back === 1) days.push('yesterday', 'ieri')
    if (back > 0 && back < 7) days.push(weekdays[day.dayOfWeek - 1] ?? '')
    const time = clock && `${two(clock[0])}:${two(clock[1])}`
    const words = days.flatMap((on) =>
      clock
        ? [`${on} ${time}`, `${on} alle ${clock[0]}.${two(clock[1])}`, `${time} ${on}`, `at ${time} on ${on}`]
        : [on],
    )
    return pick([`${day} ${time}`, words[0] ?? '', ...words.slice(1)])
  })
const evaluations = pick(
  [1, 'very good', '++', 'molto bene'],
  [2, 'good', 'bene'],
  [3, 'ok', 'così così'],
  [4, 'bad', 'male'],
  [5, 'very bad', '--', 'molto male'],
)
const signed = (sign: string) =>
  fc
    .constantFrom('marco', 'Lina.Torresi', 'price2027', 'op-12', 'città')
    .map((value) => ({ value, words: sign + value }))
const contacts = fc
  .constantFrom(
    'Bellandi Anna',
    'Officine Bellandi S.p.A.',
    'CT01042',
    '+39 041 555 0182',
    'D’Amico',
    'anna@bellandi.it',
    'Conti, Anna',
  )
  .map((value) => ({ value, words: value }))
const descriptions = fc
  .constantFrom('wants an offer for 40 valves', 'vuole un’offerta: subito, 12m', 'good', 'x')
  .map((value) => ({ value, words: value }))
const followUps = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom('send offer', 'inviare offerta', ''))
  .map(([days, text]) => {
    const day = now.toPlainDate().add({ days })
    const word = ['lun', 'tue', 'mer', 'thursday', 'ven', 'sat', 'domenica'][day.dayOfWeek - 1]
    return { value: `${day} ${text}`, words: `> ${word} ${text}`.trim() }
  })

/** What the parts mean, each as a plain text or figure. */
const meaning = (log: QuickLog) =>
  Object.fromEntries(
    log.parts.map((part) => {
      switch (part.field) {
        case 'kind':
          return [part.field, `${part.value.kind} ${part.value.direction} ${part.value.attemptFailed}`]
        case 'when':
          return [part.field, `${part.value.day} ${part.value.time}`]
        case 'followUp':
          return [part.field, `${part.value.when?.day} ${part.value.text}`]
        default:
          return [part.field, part.value]
      }
    }),
  )

test('a log written out in any order, in either language or both, is read back as it was', () => {
  const head = fc.record(
    {
      kind: kinds,
      contact: contacts,
      duration: durations,
      cost: costs,
      when: whens,
      evaluation: evaluations,
      failed: pick([true, 'failed', 'non riuscito']),
      salesperson: signed('@'),
      campaign: signed('#'),
      opportunity: signed('$'),
    },
    { requiredKeys: [] },
  )
  const ordered = head.chain((fields) => {
    const entries = Object.entries(fields)
    return fc.shuffledSubarray(entries, { minLength: entries.length })
  })
  fc.assert(
    fc.property(
      ordered,
      fc.option(descriptions),
      fc.option(followUps),
      language,
      (fields, description, followUp, language) => {
        const written = [
          fields.map(([, { words }]) => words).join(' ') + (description ? `: ${description.words}` : ''),
          ...(followUp ? [followUp.words] : []),
        ].join(' ')
        const expected = Object.fromEntries([
          ...fields.map(([field, { value }]) => [field, value]),
          ...(description ? [['description', description.value]] : []),
          ...(followUp ? [['followUp', followUp.value]] : []),
        ])
        expect(meaning(parseQuickLog(written, { now, language })), written).toEqual(expected)
      },
    ),
    { numRuns: 1000 },
  )
})
