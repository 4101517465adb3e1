import { describe, expect, test } from 'vitest'
import type { Field, Setting } from './ast.ts'
import { evaluate, type Stored } from './evaluate.ts'
import { parseFilter } from './parse.ts'
import { filterOn } from './print.ts'
import { filtersOf } from './query.ts'

const setting: Setting = {
  language: 'en',
  zone: 'Europe/Rome',
  now: '2026-11-23T08:14:20Z',
  today: '2026-11-23',
  tokens: {
    me: ['LINA'],
    user: ['LINA'],
    company: ['Adriatica S.r.l.'],
    mysalesperson: ['LT'],
    myteams: ['NORD', 'SUD'],
    mycustomers: [],
  },
}
const italian: Setting = { ...setting, language: 'it' }
const text: Field = { kind: 'text' }
const code: Field = { kind: 'code' }
const number: Field = { kind: 'number' }
const evaluation: Field = {
  kind: 'choice',
  nullable: true,
  choices: [
    { key: 'veryPositive', en: 'Very Positive', it: 'Molto positiva' },
    { key: 'positive', en: 'Positive', it: 'Positiva' },
    { key: 'neutral', en: 'Neutral (so so)', it: 'Neutra' },
  ],
}
const cities = ['Roma', 'ROMA', 'Romano di Lombardia', 'Milano', '']

/** The values that pass. */
function found<V extends Stored>(field: Field, expression: string, values: readonly V[], as = setting): V[] {
  const parsed = parseFilter(field, expression, as)
  if (!parsed.ok) throw new Error(`${expression}: ${parsed.message}`)
  return values.filter((value) => evaluate(parsed.ast, value))
}

function refused(field: Field, expression: string, as = setting) {
  const parsed = parseFilter(field, expression, as)
  if (parsed.ok) throw new Error(`${expression} is a filter: ${parsed.meaning}`)
  const { at, expected, nearest } = parsed
  return { at, expected, nearest }
}

describe('operators', () => {
  test('the worked example of the spec, with the counts of BEYOND', () => {
    const counts = ['Roma', '@roma', 'Roma*', '@roma*', "''", "<>''", 'Roma|Milano', '@r*&<>*di*', 'M..N', "'Roma'"]
    expect(counts.map((expression) => found(text, expression, cities).length)).toEqual([2, 2, 3, 3, 1, 4, 3, 2, 1, 1])
  })

  test('FLT-001 a value is equal to the value', () => {
    expect(found(number, '1200', ['1200', '12', '1200.00'])).toEqual(['1200', '1200.00'])
    expect(found(code, 'IT', ['IT', 'ITA'])).toEqual(['IT'])
  })

  test('FLT-002 FLT-003 ranges hold both ends, or one', () => {
    expect(found(number, '1100..2100', [1099, 1100, 2100, 2101])).toEqual([1100, 2100])
    expect(found(number, '..2500', [-5, 2500, 2501])).toEqual([-5, 2500])
    expect(found(code, 'P8..', ['P7', 'P8', 'Q1'])).toEqual(['P8', 'Q1'])
    expect(found(text, 'a .. c', ['a', 'b', 'c', 'ca'])).toEqual(['a', 'b', 'c'])
  })

  test('FLT-004 FLT-005 either, both', () => {
    expect(found(number, '1200|1300', [1200, 1250, 1300])).toEqual([1200, 1300])
    expect(found(number, '>200&<1200', [200, 201, 1199, 1200])).toEqual([201, 1199])
  })

  test('FLT-006 not equal, with wildcards not like; a missing value is not equal either', () => {
    expect(found(number, '<>0', [0, 1, null])).toEqual([1, null])
    expect(found(text, '<>A*', ['Anna', 'Bruno', null])).toEqual(['Bruno', null])
  })

  test('FLT-007 FLT-008 less, greater, equal', () => {
    const of = (expression: string) => found(number, expression, [9, 10, 11])
    expect([of('<10'), of('<=10'), of('>10'), of('>=10'), of('=10')]).toEqual([[9], [9, 10], [11], [10, 11], [10]])
  })

  test('FLT-009 FLT-010 any characters, exactly one character', () => {
    expect(found(text, 'Co*', ['Co', 'Como', 'Disco'])).toEqual(['Co', 'Como'])
    expect(found(text, '*Co', ['Co', 'Como', 'Disco'])).toEqual(['Co', 'Disco'])
    expect(found(text, '*Co*', ['Accordo', 'Disco', 'Cane'])).toEqual(['Accordo', 'Disco'])
    expect(found(text, 'Hans?n', ['Hansen', 'Hanson', 'Hansn', 'Hanssen'])).toEqual(['Hansen', 'Hanson'])
    expect(found(text, '?', ['😀', 'ab', ''])).toEqual(['😀'])
  })

  test('FLT-011 FLT-023 letters count without case and accents, with @ and without', () => {
    const names = ['Città', 'CITTA', 'citta', 'Cittadella', 'Straße']
    expect(found(text, 'citta', names)).toEqual(['Città', 'CITTA', 'citta'])
    expect(found(text, '@CITTÀ', names)).toEqual(['Città', 'CITTA', 'citta'])
    expect(found(text, '@man*', ['Manna', 'MANTOVA', 'Roma'])).toEqual(['Manna', 'MANTOVA'])
    expect(found(text, 'strasse', names)).toEqual(['Straße'])
  })

  test('FLT-023 the whole value must fit, and an apostrophe inside a word needs no care', () => {
    expect(found(text, 'Co', ['Co', 'Como'])).toEqual(['Co'])
    expect(found(text, "D'Angelo", ["D'Angelo", 'D’Angelo', 'DAngelo'])).toEqual(["D'Angelo", 'D’Angelo'])
    expect(found(text, "Dell'Acqua*", ["Dell'Acqua & figli", 'Acqua'])).toEqual(["Dell'Acqua & figli"])
  })

  test('FLT-012 in quotes exactly this text, and signs are ordinary characters', () => {
    expect(found(text, "'J & V'", ['J & V', 'j & v', 'J'])).toEqual(['J & V'])
    expect(found(text, "'(a=b)|c'", ['(a=b)|c', 'c'])).toEqual(['(a=b)|c'])
    expect(found(text, "'Roma'", cities)).toEqual(['Roma'])
    expect(found(text, "@'j & V'", ['J & V', 'j'])).toEqual(['J & V'])
  })

  test('FLT-013 FLT-020 two quotes ask for blank, nothing at all asks for nothing', () => {
    expect(found(text, "''", ['', null, ' ', 'a'])).toEqual(['', null])
    expect(found(text, "<>''", ['', null, ' ', 'a'])).toEqual([' ', 'a'])
    expect(found(number, "''", [null, 0])).toEqual([null])
    for (const nothing of ['', '   ']) expect(found(text, nothing, ['', null, 'a'])).toEqual(['', null, 'a'])
    expect(parseFilter(text, ' ', setting)).toMatchObject({ ok: true, meaning: '', absolute: '' })
  })

  test('FLT-014 FLT-022 parentheses group, & binds tighter than |', () => {
    const names = ['Anna', 'AX', 'Bruno', 'Carla']
    expect(found(text, '(A*|B*)&<>AX', names)).toEqual(['Anna', 'Bruno'])
    expect(found(text, 'A*|B*&<>AX', names)).toEqual(['Anna', 'AX', 'Bruno'])
    expect(found(text, ' ( ( A* ) ) ', names)).toEqual(['Anna', 'AX'])
  })

  test('FLT-015 FLT-055 a token is what it stands for at the moment of use; a beginning is enough', () => {
    const users = ['LINA', 'MARCO', 'LT', 'NORD', 'SUD']
    expect(found(code, '%me', users)).toEqual(['LINA'])
    expect(found(code, '%USER', users)).toEqual(['LINA'])
    expect(found(text, '%c', ['Adriatica S.r.l.', 'x'])).toEqual(['Adriatica S.r.l.'])
    expect(found(code, '%mysalesperson', users)).toEqual(['LT'])
    expect(found(code, '%myteams', users)).toEqual(['NORD', 'SUD'])
    expect(found(code, '<>%myteams', users)).toEqual(['LINA', 'MARCO', 'LT'])
    expect(found(code, '%mycustomers', users)).toEqual([])
    expect(found(code, '<>%mycustomers', users)).toEqual(users)
    expect(found(text, '%20|100%', ['%20', '100%', '20'])).toEqual(['%20', '100%'])
    expect(found(text, "'%me'", ['%me', 'LINA'])).toEqual(['%me'])
    expect(refused(code, 'a|%mytaems')).toMatchObject({ at: 2, nearest: 'a|%myteams' })
    expect(refused(code, '%off')).toMatchObject({ at: 0, nearest: "@'%off'" })
    expect(refused(code, '%myteams..')).toMatchObject({ at: 0, expected: 'a single value' })
  })
})

describe('meaning', () => {
  test('FLT-021 several fields: a row must pass all of them, and all faults come together', () => {
    const column = { toOperationNode: () => ({ kind: 'RawNode' }) } as never
    const fields = { city: { ...text, column }, cost: { ...number, column } }
    expect(filtersOf(fields, { city: '@rom*', cost: '>5' }, setting)).toHaveLength(2)
    expect(filtersOf(fields, { city: undefined, cost: '>5' }, setting)).toHaveLength(1)
    const act = () => filtersOf(fields, { city: '(a', cost: 'abc|', 'co/st': '1' }, setting)
    expect(act).toThrow(expect.objectContaining({ type: 'filter-invalid' }))
    expect(act).toThrow(
      expect.objectContaining({
        faults: [
          { pointer: '/city', type: 'filter-invalid', values: expect.objectContaining({ at: 0, nearest: '(a)' }) },
          { pointer: '/cost', type: 'filter-invalid', values: expect.objectContaining({ at: 4, expected: 'a value' }) },
          { pointer: '/co~1st', type: 'filter-invalid', values: expect.objectContaining({ at: 0 }) },
        ],
      }),
    )
  })

  test('FLT-024 a code is turned to upper case first', () => {
    expect(found(code, "it|'fr'|d?", ['IT', 'FR', 'DE', 'it'])).toEqual(['IT', 'FR', 'DE'])
  })

  test('FLT-025 in quotes *, ? and a leading @ keep their meaning, a backslash takes it', () => {
    expect(found(text, "'J & V*'", ['J & V & co', 'J & V', 'j & v'])).toEqual(['J & V & co', 'J & V'])
    expect(found(text, "'@J & V*'", ['j & v', 'J & W'])).toEqual(['j & v'])
    expect(found(text, "'50\\*'", ['50*', '500'])).toEqual(['50*'])
    expect(found(text, "'why\\?'", ['why?', 'whys'])).toEqual(['why?'])
    expect(found(text, "'a\\'b\\\\c'", ["a'b\\c"])).toEqual(["a'b\\c"])
    expect(found(text, "'\\@home'", ['@home', 'home'])).toEqual(['@home'])
    expect(found(text, "'@'", ['@', ''])).toEqual(['@'])
    expect(found(text, "'a\\b'|c\\d", ['a\\b', 'c\\d'])).toEqual(['a\\b', 'c\\d'])
  })

  test('FLT-026 texts range in the order of the characters, codes made of digits as numbers', () => {
    const numbers = ['9999', '10000', '10042', '100000', '1000042', '010001']
    expect(found(text, '10000..10042', numbers)).toEqual(['10000', '10042', '100000', '1000042'])
    expect(found(code, '10000..10042', numbers)).toEqual(['10000', '10042', '010001'])
    expect(found(code, '>9', ['8', '10', '9', 'A'])).toEqual(['10', 'A'])
    expect(found(code, '..99999999999999999999', ['100000000000000000000', '12345678901234567890'])).toEqual(
      ['100000000000000000000', '12345678901234567890'], // 21 digits are a text
    )
    expect(found(text, "'a'..'c'", ['b', 'B', 'c'])).toEqual(['b', 'c'])
    expect(refused(text, 'A*..B')).toMatchObject({ at: 0, nearest: 'A..B' })
    expect(refused(text, "<'x?'")).toMatchObject({ at: 1, nearest: "<'x'" })
  })

  test('FLT-027 blank texts sort before everything', () => {
    expect(found(text, '<B', ['', null, 'a', 'B'])).toEqual(['', null, 'a'])
    expect(found(text, "''..a", ['', null, 'a', 'b'])).toEqual(['', null, 'a'])
    expect(found(text, ">''", ['', null, 'a'])).toEqual(['a'])
    expect(found(code, '..5', ['', null, '4', '6'])).toEqual(['', null, '4'])
  })

  test('FLT-028 neither, and what is always true', () => {
    expect(found(text, '<>A&<>B', ['A', 'B', 'C'])).toEqual(['C'])
    expect(found(text, '<>A|<>B', ['A', 'B', 'C'])).toEqual(['A', 'B', 'C'])
  })

  test("FLT-029 numbers have the user's decimal and thousands signs", () => {
    const values = ['1274.5', '1.5', '1500']
    expect(found(number, '1,274.50', values)).toEqual(['1274.5'])
    expect(found(number, '1.274,50', values, italian)).toEqual(['1274.5'])
    expect(found(number, '1.500', values)).toEqual(['1.5'])
    expect(found(number, '1.500', values, italian)).toEqual(['1500'])
    expect(found(number, '1.5', values, italian)).toEqual(['1.5'])
    expect(found(number, '-3..+3|.5', ['-3.1', '-3', '0', '3', '0.50'])).toEqual(['-3', '0', '3', '0.50'])
    expect(found(number, '99999999999999999999.1', ['99999999999999999999.1', '99999999999999999999'])).toHaveLength(1)
    expect(refused(number, '1,5')).toMatchObject({ at: 0, nearest: '1.5' })
    expect(refused(number, '1|12*')).toMatchObject({ at: 2, nearest: '1|12' })
    expect(refused(number, '€ 1.274,00', italian)).toMatchObject({ nearest: '1.274' })
    expect(refused(number, 'abc')).toEqual({ at: 0, expected: 'a number such as 1,274.50', nearest: undefined })
  })

  test('FLT-030 yes and no in either language', () => {
    const boolean: Field = { kind: 'boolean' }
    for (const yes of ['yes', 'TRUE', '1', 'sì', 'si', 'vero', '<>no'])
      expect(found(boolean, yes, [true, false])).toEqual([true])
    for (const no of ['no', 'false', '0', 'Falso']) expect(found(boolean, no, [true, false])).toEqual([false])
    expect(refused(boolean, 'maybe')).toEqual({ at: 0, expected: 'yes or no', nearest: undefined })
    expect(refused(boolean, 'flase')).toMatchObject({ nearest: 'false' })
    expect(refused(boolean, '0..1')).toMatchObject({ at: 3 })
    expect(refused(boolean, '>no')).toMatchObject({ at: 1 })
  })

  test('FLT-031 choices by caption, key and position number, one or more', () => {
    const keys = ['veryPositive', 'positive', 'neutral', null]
    expect(found(evaluation, 'molto positiva|NEUTRAL', keys)).toEqual(['veryPositive', 'neutral'])
    expect(found(evaluation, "'Neutral (so so)'", keys)).toEqual(['neutral'])
    expect(found(evaluation, '2', keys)).toEqual(['positive'])
    expect(found(evaluation, '<>positive', keys)).toEqual(['veryPositive', 'neutral', null])
    expect(found(evaluation, '2..', keys)).toEqual(['positive', 'neutral'])
    expect(found(evaluation, '<2|0', keys)).toEqual(['veryPositive', null])
    expect(found(evaluation, "<>''", keys)).toEqual(['veryPositive', 'positive', 'neutral'])
    expect(refused(evaluation, '4')).toMatchObject({ at: 0 })
    expect(refused(evaluation, 'molto')).toMatchObject({
      nearest: undefined,
      expected: 'one of Very Positive, Positive, Neutral (so so)',
    })
    expect(refused(evaluation, 'positve')).toMatchObject({ nearest: 'Positive' })
    expect(refused(evaluation, '*so*')).toMatchObject({ nearest: "@'Neutral (so so)'" })
    expect(refused(evaluation, "''..2")).toMatchObject({ at: 0, expected: 'a value that is not blank' })
  })

  test('FLT-035 an apostrophe in quotes is written twice', () => {
    expect(found(text, "'D''Angelo'", ["D'Angelo", 'DAngelo'])).toEqual(["D'Angelo"])
    expect(found(text, "''''", ["'", ''])).toEqual(["'"])
    expect(refused(text, "a|'abc")).toEqual({ at: 2, expected: "a closing '", nearest: "a|'abc'" })
  })

  test('FLT-036 what is not well-formed is refused with its place and the nearest reading', () => {
    const faults: [string, number, string | undefined][] = [
      ['a|', 2, 'a'],
      ['|a', 0, 'a'],
      ['a||b', 2, 'a|b'],
      ['a&|b', 2, 'a|b'],
      ['(a', 0, '(a)'],
      ['a)', 1, 'a'],
      ['((a)', 0, '((a))'],
      ['a|()', 3, 'a'],
      ['>', 1, undefined],
      ['>>5', 1, '>5'],
      ['=<5', 1, '<=5'],
      ['=>5', 1, '>=5'],
      ['<><5', 2, '<5'],
      ['..', 2, undefined],
      ['a..b..c', 4, 'a..b'],
      ['>a..b', 2, 'a..b'],
      ['<>a..b', 3, '(<a|>b)'],
      ["'a' 'b'", 4, "'a' |'b'"],
      ["'J & V'*", 7, "'J & V*'"],
      ['Rossi (Milano)', 6, "@'Rossi (Milano)'"],
      ['<>Rossi (Milano)&a', 8, "<>@'Rossi (Milano)'&a"],
      ['(a)b', 3, '(a)|b'],
      ['@', 1, undefined],
      ['@@a', 1, '@a'],
      ['a\0b', 1, 'ab'],
    ]
    for (const [expression, at, nearest] of faults)
      expect({ expression, ...refused(text, expression) }).toMatchObject({ expression, at, nearest })
  })

  test('FLT-036 the refusal names place and expectation in the language of the user', () => {
    const parsed = (as: Setting) => parseFilter(text, 'a|(b', as)
    expect(parsed(setting)).toMatchObject({
      message: '“(” does not fit here: a closing parenthesis for this one is expected',
    })
    expect(parsed(italian)).toMatchObject({ message: '«(» qui non va: ci vuole la parentesi che chiude' })
    expect(parseFilter(text, 'a|', italian)).toMatchObject({ message: 'Alla fine manca qualcosa: un valore' })
  })

  test('FLT-036 length, depth and number of conditions are limited, and the refusal names the limit', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`
    const terms = (count: number) => Array.from({ length: count }, () => 'a').join('|')
    for (const fits of ['a'.repeat(1000), nested(50), terms(200)])
      expect(parseFilter(text, fits, setting).ok).toBe(true)
    expect(parseFilter(text, 'a'.repeat(1001), setting)).toMatchObject({
      at: 1000,
      message: expect.stringContaining('1000'),
    })
    expect(parseFilter(text, nested(51), setting)).toMatchObject({ at: 50, message: expect.stringContaining('50') })
    expect(parseFilter(text, terms(201), setting)).toMatchObject({ at: 400, message: expect.stringContaining('200') })
  })

  test('FLT-039 the filter on the value of a cell finds that value, quoted if needed', () => {
    const values = ['Roma', 'J & V', "'s-Hertogenbosch", '%me', '@home', 'a..b', '50*', ' a ', 'x.', '\\', '(', '<5']
    for (const value of values) expect(found(text, filterOn(text, value), [...values, 'other'])).toEqual([value])
    expect(filterOn(text, 'Roma')).toBe('Roma')
    expect(filterOn(text, null)).toBe("''")
    expect(found(evaluation, filterOn(evaluation, 'neutral'), ['neutral', 'positive', null])).toEqual(['neutral'])
    expect(found(evaluation, filterOn(evaluation, null), ['neutral', null])).toEqual([null])
    expect(found(number, filterOn(number, '1234.125'), ['1234.125', '1234125'], italian)).toEqual(['1234.125'])
    const boolean: Field = { kind: 'boolean' }
    expect(found(boolean, filterOn(boolean, 'false'), [true, false])).toEqual([false])
    expect(found({ kind: 'date' }, filterOn({ kind: 'date' }, '2026-01-02'), ['2026-01-02', '2026-02-01'])).toEqual([
      '2026-01-02',
    ])
  })
})

describe('in words', () => {
  const words = (field: Field, expression: string, as = setting) => {
    const parsed = parseFilter(field, expression, as)
    return parsed.ok ? parsed.meaning : parsed.message
  }

  test('texts', () => {
    expect(words(text, 'Roma|Milano|<>*x')).toBe('is “Roma” or “Milano” or does not end with “x”')
    expect(words(text, "'Roma'|(a*&*b*)", italian)).toBe('è esattamente «Roma» o (inizia con «a» e contiene «b»)')
    expect(words(text, "M..N|>'z'|<>''")).toBe('from “M” to “N” or after “z” or is not blank')
    expect(words(code, '%mycustomers')).toBe('never')
  })

  test('numbers, choices, durations', () => {
    expect(words(number, '>=1000&<5|10..20|<>7')).toBe('(at least 1,000 and less than 5) or from 10 to 20 or not 7')
    expect(words(number, '1000..2000,5', italian)).toBe('da 1.000 a 2.000,5')
    expect(words(evaluation, '<3', italian)).toBe('Molto positiva o Positiva')
    expect(words({ kind: 'duration', unit: 'min' }, '..1h 30m')).toBe('at most 90 min')
    expect(words({ kind: 'boolean' }, '1', italian)).toBe('sì')
  })

  test('a pattern that no index serves is said to be slow', () => {
    const slow = (expression: string) => {
      const parsed = parseFilter(text, expression, setting)
      return parsed.ok && parsed.slow !== null
    }
    expect(['*a*', '*ab', '?a*', '*a?b*', 'a|*b', '*a*&*b*'].filter((one) => !slow(one))).toEqual([])
    expect(['a*', '*abc*', 'a', '<>*a*', 'a..b', '*a*&b*', "'?b*c12'", ''].filter(slow)).toEqual([])
  })
})
