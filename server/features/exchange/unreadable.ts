/** Why a file holds no contacts that we can read; the sentence is in `messages.ts` under `unreadable`. */
export type UnreadableReason =
  | 'binary'
  | 'calendar'
  | 'damaged'
  | 'empty'
  | 'html'
  | 'json'
  | 'no-cards'
  | 'no-rows'
  | 'no-such-sheet'
  | 'numbers'
  | 'old-excel'
  | 'open-document'
  | 'pdf'
  | 'picture'
  | 'slides'
  | 'too-big-inside'
  | 'too-many-columns'
  | 'word'
  | 'xml'
  | 'zip'

/** The file as a whole is not what we can read. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason) {
    super(reason)
    this.reason = reason
  }
}
