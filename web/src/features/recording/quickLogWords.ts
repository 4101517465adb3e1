/** What the quick log understands, English and Italian at once whatever the page's language. All folded: lower case, no accents. */

export type InteractionKind = 'call' | 'mail' | 'letter' | 'meeting' | 'note' | 'document'
export type Direction = 'outbound' | 'inbound'
/** What kind of interaction; without a direction the template decides. */
export interface KindValue {
  readonly kind: InteractionKind
  readonly direction: Direction | null
  readonly attemptFailed: boolean
}
/** 1 very positive to 5 very negative, as the log keeps it. */
export type Evaluation = 1 | 2 | 3 | 4 | 5

/** A table from phrases, several of them parted by `|`, to what each means. */
const table = <V>(rows: readonly (readonly [phrases: string, value: V])[]): ReadonlyMap<string, V> =>
  new Map(rows.flatMap(([phrases, value]) => phrases.split('|').map((phrase): [string, V] => [phrase, value])))

type Noun = Pick<KindValue, 'kind' | 'direction'>
export const kinds = table<Noun>([
  ['call|called|calling|phone|phoned|phone call|rang|telephoned|tel', { kind: 'call', direction: 'outbound' }],
  ['chiamata|chiamato|chiamo|chiama|chiamare|telefonata|telefonato|telefono', { kind: 'call', direction: 'outbound' }],
  ['talked|spoke|spoken|sentito|sentita|parlato', { kind: 'call', direction: null }],
  ['mail|email|e-mail|mailed|emailed|wrote|written|scritto|pec', { kind: 'mail', direction: 'outbound' }],
  ['letter|lettera|raccomandata', { kind: 'letter', direction: 'outbound' }],
  ['meeting|met|meet|visit|visited|appointment', { kind: 'meeting', direction: null }],
  [
    'riunione|incontro|incontrato|incontrata|visto|vista|visita|visitato|visitata|appuntamento',
    { kind: 'meeting', direction: null },
  ],
  ['note|noted|memo|nota|appunto|annotazione', { kind: 'note', direction: null }],
  ['document|doc|documento', { kind: 'document', direction: null }],
])

/** Words that stand beside a kind, and some of them alone: `missed`, `received letter`, `chiamata persa`. */
export interface Marker {
  readonly direction: Direction
  readonly attemptFailed: boolean
  readonly alone: InteractionKind | null
}
export const markers = table<Marker>([
  ['missed|persa|perso|mancata', { direction: 'inbound', attemptFailed: true, alone: 'call' }],
  ['tried|attempted|provato|tentato|tentata', { direction: 'outbound', attemptFailed: true, alone: 'call' }],
  ['received|got|ricevuto|ricevuta', { direction: 'inbound', attemptFailed: false, alone: 'document' }],
  [
    'sent|inviato|inviata|mandato|mandata|spedito|spedita',
    { direction: 'outbound', attemptFailed: false, alone: 'document' },
  ],
  ['incoming|inbound|in entrata|in arrivo', { direction: 'inbound', attemptFailed: false, alone: null }],
  ['outgoing|outbound|in uscita', { direction: 'outbound', attemptFailed: false, alone: null }],
])
/** Between a marker and its kind: `tried to call`, `ricevuta una mail`. */
export const fillers: ReadonlySet<string> = new Set(['a', 'an', 'the', 'to', 'un', 'una', 'la', 'il'])
/** After a kind, in lower case only (`Dal Molin` is a name): who began, or nothing new. */
export const prepositions: ReadonlyMap<string, Direction | null> = table<Direction | null>([
  ['from|da|dal|dalla', 'inbound'],
  ['to|a|al|alla', 'outbound'],
  ['with|con', null],
])

export const evaluations = table<Evaluation>([
  ['++|very good|very positive|excellent|molto bene|molto positiva|molto positivo|ottima|ottimo|benissimo', 1],
  ['+|good|positive|bene|buona|buono|positiva|positivo', 2],
  ['ok|okay|neutral|so so|so-so|cosi cosi|cosi-cosi|neutra|neutro', 3],
  ['-|–|bad|negative|male|negativa|negativo', 4],
  ['--|—|very bad|very negative|molto male|molto negativa|molto negativo|malissimo|pessima|pessimo', 5],
])
/** Evaluations that also join or part words: "Rossi - wants", "Rossi + Bianchi". */
export const looseSigns: ReadonlySet<string> = new Set(['+', '-', '–', '—'])
/** Before an evaluation these turn it round, so that it stays words: "not good", "non male". */
export const negations: ReadonlySet<string> = new Set(['not', 'no', 'never', 'non', 'mai', 'poco'])

export const failures = table<true>([
  ['failed|no answer|unanswered', true],
  ['non riuscito|non riuscita|fallito|fallita|non risponde|nessuna risposta|senza risposta', true],
])

/** Monday is 1, as in ISO 8601. */
export const weekdays = table<number>([
  ['mon|monday|lun|lunedi', 1],
  ['tue|tues|tuesday|mar|martedi', 2],
  ['wed|weds|wednesday|mer|mercoledi', 3],
  ['thu|thur|thurs|thursday|gio|giovedi', 4],
  ['fri|friday|ven|venerdi', 5],
  ['sat|saturday|sab|sabato', 6],
  ['sun|sunday|dom|domenica', 7],
])
export const months = table<number>([
  ['jan|january|gen|gennaio', 1],
  ['feb|february|febbraio', 2],
  ['mar|march|marzo', 3],
  ['apr|april|aprile', 4],
  ['may|mag|maggio', 5],
  ['jun|june|giu|giugno', 6],
  ['jul|july|lug|luglio', 7],
  ['aug|august|ago|agosto', 8],
  ['sep|sept|september|set|sett|settembre', 9],
  ['oct|october|ott|ottobre', 10],
  ['nov|november|novembre', 11],
  ['dec|december|dic|dicembre', 12],
])
/** Months that may stand before their day, as English has it; Italian never does. */
export const englishMonths =
  'jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|december'

/** Days told by their distance from today. */
export const namedDays = table<number>([
  ['today|oggi', 0],
  ['yesterday|ieri', -1],
  [
    "the day before yesterday|day before yesterday|l'altro ieri|l'altroieri|altro ieri|altroieri|ieri l'altro|avantieri",
    -2,
  ],
  ['tomorrow|domani', 1],
  ['the day after tomorrow|day after tomorrow|dopodomani|dopo domani', 2],
])
export const units = table<'minutes' | 'hours' | 'days' | 'weeks' | 'months'>([
  ['min|mins|minute|minutes|minuto|minuti', 'minutes'],
  ['h|hour|hours|ora|ore', 'hours'],
  ['day|days|giorno|giorni|gg', 'days'],
  ['week|weeks|settimana|settimane', 'weeks'],
  ['month|months|mese|mesi', 'months'],
])
export const singles: ReadonlySet<string> = new Set(['a', 'an', 'one', 'un', 'uno', 'una'])
