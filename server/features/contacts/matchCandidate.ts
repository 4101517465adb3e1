/** What is known of a contact that a typed name could mean. */
export interface Candidate {
  readonly id: number
  readonly no: string
  readonly name: string
  /** Of a person: the employer. */
  readonly companyName: string | null
  readonly city: string | null
  readonly emails: readonly string[]
  /** As stored. */
  readonly phones: readonly string[]
  /** Looked after by the one who asks. */
  readonly mine: boolean
  /** Whole days since the last interaction; null when there was none. */
  readonly daysSinceLast: number | null
}

/** Which of the typed words name a contact (indexes, ascending), and how well. */
export interface Named {
  readonly words: readonly number[]
  readonly quality: number
}
export const NOBODY: Named = { words: [], quality: 0 }
