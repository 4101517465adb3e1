import { ahead, countWords, oneOf, phrase, type Reading, type Word } from './quickLogText'

const MAX_MINUTES = 525_600
const MIN = '(?:min|mins|minute|minutes|minuto|minuti)'
const HOUR = '(?:h|hr|hrs|hour|hours|ora|ore)'
const LEAD = '(?:for |per )?'

const halves = new Map([
  ["mezz'ora", 30],
  ['mezzora', 30],
  ['half an hour', 30],
  ['half hour', 30],
  ["un'ora", 60],
  ['un ora', 60],
  ['an hour', 60],
  ['one hour', 60],
  ["un'ora e mezza", 90],
  ["un'ora e mezzo", 90],
  ['an hour and a half', 90],
  ['one and a half hours', 90],
  ["un quarto d'ora", 15],
  ["tre quarti d'ora", 45],
])
const inWords = phrase(`${LEAD}(${oneOf([...halves.keys()])})`)
const onlyMinutes = phrase(`${LEAD}(\\d{1,6})(?:m|'| ?${MIN})`)
const hoursAndMinutes = phrase(
  `${LEAD}(\\d{1,4})(?:h([0-5]?\\d)m?| ?${HOUR}(?: (?:e |and )?([0-5]?\\d)(?:m| ?${MIN})| (?:e|and) ([0-5]?\\d))?)`,
)
const partsOfHours = phrase(`${LEAD}(\\d{1,4})[.,](\\d{1,2}) ?${HOUR}`)

const minutesAhead = (text: string): { matched: string; minutes: number } | null => {
  const words = inWords.exec(text)
  if (words) return { matched: words[0], minutes: halves.get(words[1] ?? '') ?? 0 }
  const plain = onlyMinutes.exec(text)
  if (plain) return { matched: plain[0], minutes: Number(plain[1]) }
  const parts = partsOfHours.exec(text)
  if (parts) return { matched: parts[0], minutes: Math.round(Number(`${parts[1]}.${parts[2]}`) * 60) }
  const both = hoursAndMinutes.exec(text)
  return both && { matched: both[0], minutes: Number(both[1]) * 60 + Number(both[2] ?? both[3] ?? both[4] ?? 0) }
}

/** How long: `12m`, `90 min`, `1h20`, `1h 20m`, `1,5h`, `1 ora e 20`, `mezz'ora`; whole minutes. */
export function readDuration(words: readonly Word[], at: number): Reading<number> | null {
  const found = minutesAhead(ahead(words, at))
  return found && found.minutes <= MAX_MINUTES ? { words: countWords(found.matched), value: found.minutes } : null
}

const AMOUNT = [
  String.raw`\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?`,
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?`,
  String.raw`\d+(?:[.,]\d{1,2})?`,
].join('|')
const cost = phrase(`(?:cost |costo )?(?:(?:€|eur|euro) ?(${AMOUNT})|(${AMOUNT}) ?(?:€|eur|euro|euros))`)
const MAX_DIGITS = 13

/** What it cost: `€8`, `8 eur`, `8,50€`, `€ 1.274,00`; decimal text with two decimals, never a float. */
export function readCost(words: readonly Word[], at: number): Reading<string> | null {
  const found = cost.exec(ahead(words, at))
  const typed = found?.[1] ?? found?.[2]
  if (!found || typed === undefined) return null
  const decimals = /[.,](\d{1,2})$/.exec(typed)
  const whole = (decimals ? typed.slice(0, decimals.index) : typed).replace(/[.,]/g, '').replace(/^0+(?=\d)/, '')
  if (whole.length > MAX_DIGITS) return null
  return { words: countWords(found[0]), value: `${whole}.${(decimals?.[1] ?? '').padEnd(2, '0')}` }
}
