import { longestText, mostParts } from './limits.ts'
import type { Part, Reading } from './reading.ts'

/** Takes the text of a file as it comes, and keeps the beginning. */
export interface TextSink {
  /** What follows stands at this place, the next page, sheet or slide. */
  begin(kind: 'page' | 'sheet' | 'slide', value: string): void
  add(text: string): void
  /** Nothing that follows will be kept: reading may stop. */
  readonly full: boolean
}

/** Unread text is tidied in pieces of about this length, so that no run of blanks, however long, is held. */
const pieceLength = 65_536

/** @returns the sink, and what was read once all is in */
export function collectText(): TextSink & { finish(): Reading } {
  const parts: Part[] = []
  let place: Part['place'] = null
  let kept = ''
  let raw = ''
  let room = longestText
  let cut = false

  /** Blanks at the end wait for what follows, half a letter for its other half. */
  function tidy(): void {
    const text = tidied(kept === '' ? raw.trimStart() : raw)
    const end = text.search(/(?:[ \n]+|[\ud800-\udbff])$/)
    raw = end < 0 ? '' : text.slice(end)
    kept += end < 0 ? text : text.slice(0, end)
    if (kept.length > room) {
      kept = kept.slice(0, room).replace(/[\ud800-\udbff]$/, '')
      cut = true
    }
  }
  function end(): void {
    tidy()
    if (kept !== '') parts.push({ place, text: kept.toWellFormed() })
    room -= kept.length
    kept = ''
    raw = ''
  }
  return {
    begin(kind, value) {
      end()
      if (parts.length >= mostParts) cut = true
      place = { kind, value: tidied(value).toWellFormed().trim() }
    },
    add(text) {
      if (cut) return
      raw += text
      if (raw.length >= pieceLength) tidy()
    },
    get full() {
      return cut
    },
    finish() {
      end()
      return parts.length === 0 ? { state: 'empty' } : { state: 'read', parts, cut }
    },
  }
}

/** Control characters and what is not seen: marks of direction, soft hyphens, byte order marks; the joiners of letters and emoji stay. */
const unseen = /[^\P{Cc}\t\n\v\f\r\u0085]|[^\P{Cf}\u200c\u200d]/gu

/** Composed letters, lines ended by one line feed with at most one empty line between them, one blank between words. */
function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}
