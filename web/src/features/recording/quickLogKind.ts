import { lookUp, type Reading, type Word } from './quickLogText'
import { fillers, type KindValue, kinds, markers, prepositions } from './quickLogWords'

/** `call`, `missed`, `received letter`, `chiamata persa`, `mail from`: the kind, its direction, and whether it failed. */
export function readKind(words: readonly Word[], at: number): Reading<KindValue> | null {
  const core = markedKind(words, at) ?? kindMarked(words, at)
  if (core === null) return null
  const next = words[at + core.words]
  const begun = next && prepositions.get(next.text)
  if (begun === undefined) return core
  const direction =
    core.value.attemptFailed || !flows(core.value) ? core.value.direction : (begun ?? core.value.direction)
  return { words: core.words + 1, value: { ...core.value, direction } }
}

/** Meetings and notes go neither in nor out. */
const flows = ({ kind }: Pick<KindValue, 'kind'>): boolean => kind !== 'meeting' && kind !== 'note'

/** `missed`, `missed call`, `tried to call`, `ricevuta una mail`. */
function markedKind(words: readonly Word[], at: number): Reading<KindValue> | null {
  const marker = lookUp(markers, words, at)
  if (marker === null) return null
  const { alone, ...marked } = marker.value
  const filled = marker.words + (fillers.has(words[at + marker.words]?.plain ?? '') ? 1 : 0)
  const noun = lookUp(kinds, words, at + filled)
  if (noun)
    return {
      words: filled + noun.words,
      value: { ...noun.value, ...marked, ...(flows(noun.value) ? {} : { direction: null }) },
    }
  return alone && { words: marker.words, value: { kind: alone, ...marked } }
}

/** `call`, `call received`, `chiamata in entrata`. */
function kindMarked(words: readonly Word[], at: number): Reading<KindValue> | null {
  const noun = lookUp(kinds, words, at)
  if (noun === null) return null
  const marker = lookUp(markers, words, at + noun.words)
  if (marker === null) return { words: noun.words, value: { ...noun.value, attemptFailed: false } }
  const { direction, attemptFailed } = marker.value
  const value = { kind: noun.value.kind, direction: flows(noun.value) ? direction : null, attemptFailed }
  return { words: noun.words + marker.words, value }
}
