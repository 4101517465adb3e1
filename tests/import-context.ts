import { blank, decide } from '#features/contacts/rules.ts'
import type { ImportContext } from '#features/exchange/context.ts'

/** What files are read against where no company is at hand: the rules of contacts, an Italian company, lists like those of the samples. */
export const importContext: ImportContext = {
  decide: (given, home) => decide(given, blank, home),
  country: 'IT',
  salespeople: ['BC', 'EH', 'HR', 'JO', 'LT', 'OF', 'RB'].map((code) => ({ code, name: `Salesperson ${code}` })),
  languages: Object.entries({
    cs: 'CSY',
    da: 'DAN',
    de: 'DEU',
    'de-AT': 'DEA',
    'de-CH': 'DES',
    en: 'ENU',
    'en-GB': 'ENG',
    es: 'ESP',
    fr: 'FRA',
    is: 'ISL',
    it: 'ITA',
    nb: 'NOR',
    nl: 'NLD',
    'nl-BE': 'NLB',
    sl: 'SLV',
    sv: 'SVE',
  }).map(([code, erpCode]) => ({ code, erpCode })),
}
