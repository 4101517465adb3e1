const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const words = (text: string) => new Set(text.split(' '))
const companies = words(
  '0 account azienda business company ditta ente firm firma impresa legalentity org organisation organization organizzazione personagiuridica societa',
)
const persons = words(
  '1 contactperson individual individuo naturalperson people person persona personafisica private privato',
)
const hardCopy = words('1 carta cartacea cartaceo copiacartacea hardcopy letter lettera paper post posta')
const byEmail = words('2 email electronicmail mail postaelettronica')
const courtesies = words(
  'arch avv dott dottssa dottor dottoressa dr dra drssa egr frau g ga gentile geom gospa gospod herr herrn hr fr ing m mag miss mister mme mlle monsieur madame mr mrs ms mx prof profssa rag sig siga sigra signor signora signorina signore spettle sra sr srta',
)

/** Company or person, by word (English, Italian) or by the position of the choice in Business Central. */
export function contactTypeOf(text: string): 'company' | 'person' | undefined {
  if (companies.has(fold(text))) return 'company'
  return persons.has(fold(text)) ? 'person' : undefined
}

/** How somebody wants to be written to, by word or by the position of the choice in Business Central; blank is null. */
export function correspondenceTypeOf(text: string): 'email' | 'hardCopy' | null | undefined {
  const word = fold(text)
  if (word === '' || word === '0') return null
  if (hardCopy.has(word)) return 'hardCopy'
  return byEmail.has(word) ? 'email' : undefined
}

/** ISO 4217 code of a currency. */
export function currencyOf(text: string): string | undefined {
  const code = text.trim().toUpperCase()
  return Intl.supportedValuesOf('currency').includes(code) ? code : undefined
}

/** A word before a name: Mr., Dott.ssa, Frau. */
export const isCourtesy = (text: string): boolean => courtesies.has(fold(text))
