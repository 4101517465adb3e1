/** The parts of a person's name; a part that is blank is null. */
export interface NameParts {
  readonly firstName: string | null
  readonly middleName: string | null
  readonly surname: string | null
}

/** Words that belong to the one after them, compared in lower case. */
const particles = new Set(
  [
    'da dal dalla de degli dei del della delle dello di la le li lo',
    'das do dos du des el las los al af av',
    'van vande vanden vander den der ten ter von zu zum zur',
  ].flatMap((words) => words.split(' ')),
)
/** Of these, the ones that are first names too when they come first: Al, Le, Do ... */
const alsoFirstNames = new Set(['al', 'do', 'el', 'le'])
const isParticle = (word: string): boolean =>
  particles.has(word.toLowerCase()) || /^(?:d|dell|dall|degl|l)['’]$/i.test(word)
/** What follows a surname and is part of it. */
const isSuffix = (word: string): boolean => /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/i.test(word)

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')
const joined = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(' '))

/** Words that stay together: particles with what they belong to, a suffix with what it follows. */
function unitsOf(words: readonly string[]): string[][] {
  const units: string[][] = []
  let open = false
  words.forEach((word, index) => {
    const unit = units.at(-1)
    if (unit && (open || isSuffix(word))) unit.push(word)
    else units.push([word])
    open = isParticle(word) && !(index === 0 && alsoFirstNames.has(word.toLowerCase()))
  })
  return units
}

/**
 * Proposes the parts of a full name. One word is the first name; else the last is the surname, of three or more the one before it
 * the middle name, the rest the first name. Particles stay with their name ("Anna De Luca"), "Surname, First name" is known,
 * and no part is ever cut.
 */
export function splitName(full: string): NameParts {
  const [before = '', ...after] = full.split(',')
  const given = wordsOf(after.join(' '))
  const onlySuffixes = given.length > 0 && given.every(isSuffix)
  if (after.length > 0 && !onlySuffixes) return { ...splitGiven(given), surname: joined(wordsOf(before)) }
  const units = unitsOf([...wordsOf(before), ...given])
  const last = units.at(-1) ?? []
  if (units.length === 1 && last.length === 1) return { firstName: joined(last), middleName: null, surname: null }
  return { ...splitGiven(units.slice(0, -1).flat()), surname: joined(last) }
}

const splitGiven = (words: readonly string[]): Pick<NameParts, 'firstName' | 'middleName'> => {
  const units = unitsOf(words)
  const middle = units.length > 1 ? units.pop() : undefined
  return { firstName: joined(units.flat()), middleName: joined(middle ?? []) }
}

/** First, middle and surname joined by single blanks. */
export const joinName = ({ firstName, middleName, surname }: NameParts): string =>
  [firstName, middleName, surname].flatMap((part) => wordsOf(part ?? '')).join(' ')
