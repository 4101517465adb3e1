import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { joinName, type NameParts, splitName } from './names.ts'

const parts = (firstName: string | null, middleName: string | null, surname: string | null): NameParts => ({
  firstName,
  middleName,
  surname,
})

test.each([
  ['', parts(null, null, null)],
  ['  \t ', parts(null, null, null)],
  ['Anna', parts('Anna', null, null)],
  ['Anna   Bellandi ', parts('Anna', null, 'Bellandi')],
  ['Anna Maria Bellandi', parts('Anna', 'Maria', 'Bellandi')],
  ['Anna Maria Luisa Bellandi', parts('Anna Maria', 'Luisa', 'Bellandi')],
])('CON-014 "%s" is split at spaces', (full, expected) => {
  expect(splitName(full)).toEqual(expected)
})

test.each([
  ['Anna De Luca', parts('Anna', null, 'De Luca')],
  ['Anna Maria della Valle', parts('Anna', 'Maria', 'della Valle')],
  ['Ludwig van der Rohe', parts('Ludwig', null, 'van der Rohe')],
  ['Herbert von Karajan', parts('Herbert', null, 'von Karajan')],
  ['Juan de la Cruz', parts('Juan', null, 'de la Cruz')],
  ["Gabriele D' Annunzio", parts('Gabriele', null, "D' Annunzio")],
  ["Gabriele D'Annunzio", parts('Gabriele', null, "D'Annunzio")],
  ['Maria della Fonte Rossi', parts('Maria', 'della Fonte', 'Rossi')],
  ['Di Maio', parts(null, null, 'Di Maio')],
  ['Al Pacino', parts('Al', null, 'Pacino')],
  ['Mario De', parts('Mario', null, 'De')],
  ['John Smith Jr.', parts('John', null, 'Smith Jr.')],
])('CON-014 "%s" keeps particles and suffixes with their name', (full, expected) => {
  expect(splitName(full)).toEqual(expected)
})

test.each([
  ['Bellandi, Anna', parts('Anna', null, 'Bellandi')],
  ['De Luca ,Anna Maria', parts('Anna', 'Maria', 'De Luca')],
  ['Rossi Bianchi, Anna', parts('Anna', null, 'Rossi Bianchi')],
  ['Bellandi,', parts(null, null, 'Bellandi')],
  [', Anna', parts('Anna', null, null)],
  ['John Smith, Jr.', parts('John', null, 'Smith Jr.')],
])('CON-014 "%s" is surname, first name', (full, expected) => {
  expect(splitName(full)).toEqual(expected)
})

const word = fc.oneof(
  fc.constantFrom('de', 'Di', 'della', 'van', 'der', 'von', "D'", 'Al', 'Jr.'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => !/[\s,]/u.test(text)),
)
const words = fc.array(word, { maxLength: 8 })

test('CON-014, CON-015 no part is cut: without a comma the parts joined again are the name', () => {
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '  ', ' \t'), (words, blank) => {
      expect(joinName(splitName(words.join(blank)))).toBe(words.join(' '))
    }),
  )
})

test('CON-014 no part is lost, wherever commas stand', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.constant(',')), { maxLength: 8 }), (words) => {
      const told = joinName(splitName(words.join(' '))).split(' ')
      expect(told.filter(Boolean).sort()).toEqual(words.filter((word) => word !== ',').sort())
    }),
  )
})

test('CON-015 the name is its parts joined by single blanks, none at its ends', () => {
  expect(joinName(parts(' Anna ', null, '  Bellandi'))).toBe('Anna Bellandi')
  expect(joinName(parts(null, null, 'Bellandi'))).toBe('Bellandi')
  expect(joinName(parts('Anna  Maria', '', 'De  Luca'))).toBe('Anna Maria De Luca')
  expect(joinName(parts(null, null, null))).toBe('')
})

const sample = `${import.meta.dirname}/../../../../shared/data/contacts/atomic-crm/contacts.csv`
test.skipIf(!existsSync(sample))('CON-014 the people of a real table are split as the table has them', () => {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(sample, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  expect(data.length).toBeGreaterThan(400)
  for (const { first_name: first = '', last_name: last = '' } of data) {
    expect(splitName(`${first} ${last}`)).toEqual(parts(first, null, last))
    expect(splitName(`${last}, ${first}`)).toEqual(parts(first, null, last))
  }
})
