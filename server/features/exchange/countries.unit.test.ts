import { expect, test } from 'vitest'
import { countryOf, likeCountry } from './countries.ts'
import { languageOf } from './languages.ts'

test('CON-022 every country is known by its three codes and by its name in English, Italian and its own language', () => {
  const regions = Array.from({ length: 26 * 26 }, (_, at) =>
    String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
  )
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const existing = regions.filter(
    (code) =>
      english.of(code) !== undefined &&
      !/^(AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|X[ABK]|ZZ)$/.test(code) &&
      new Intl.Locale(`und-${code}`).region === code,
  )
  expect(existing).toHaveLength(249)
  for (const code of existing) {
    const own = new Intl.DisplayNames(new Intl.Locale(`und-${code}`).maximize(), { type: 'region' }).of(code)
    for (const name of [
      code,
      code.toLowerCase(),
      english.of(code),
      new Intl.DisplayNames('it', { type: 'region' }).of(code),
      own,
    ]) {
      expect([name, countryOf(name ?? '')]).toEqual([name, code])
    }
  }
})

test.each([
  ['ITA', 'IT'],
  ['380', 'IT'],
  ['Germania', 'DE'],
  ['Österreich', 'AT'],
  ['U.S.A.', 'US'],
  ['Stati Uniti d’America', 'US'],
  ['the Netherlands', 'NL'],
  ['Olanda', 'NL'],
  ['Inghilterra', 'GB'],
  ['EL', 'GR'],
  ['Czech Republic', 'CZ'],
  ['HomeCountry', undefined],
  ['ZZ', undefined],
  ['', undefined],
])('CON-022 %s is the country %s', (text, code) => {
  expect(countryOf(text)).toBe(code)
})

test('a country that is nearly named is proposed', () => {
  expect([likeCountry('Philipines'), likeCountry('Germanai'), likeCountry('WorkCountry'), likeCountry('XX')]).toEqual([
    'PH',
    'DE',
    undefined,
    undefined,
  ])
})

test.each([
  ['ENU', 'en-US'],
  ['ENG', 'en-GB'],
  ['ITA', 'it'],
  ['DEU', 'de'],
  ['DES', 'de-CH'],
  ['DAN', 'da'],
  ['NLB', 'nl-BE'],
  ['en_GB', 'en-GB'],
  ['it-it', 'it-IT'],
  ['Italiano', 'it'],
  ['tedesco', 'de'],
  ['Deutsch', 'de'],
  ['fr', 'fr'],
  ['klingon', undefined],
  ['qq', undefined],
  ['', undefined],
])('the language %s is %s', (text, tag) => {
  expect(languageOf(text)).toBe(tag)
})
