/** A change of the text that may make a filter of it: what stands from `from` to before `to` gives way to `text`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What could have stood at the place of a fault: a key of the messages, with its values. */
export interface Expected {
  readonly key: string
  readonly values?: Readonly<Record<string, unknown>>
}

/** Why a text is no filter; never leaves this folder. */
export class FilterFault extends Error {
  readonly from: number
  readonly to: number
  readonly expected: Expected
  readonly repairs: readonly Edit[]

  /** `repairs`: the likeliest first. */
  constructor(from: number, to: number, expected: Expected, repairs: readonly Edit[] = []) {
    super(expected.key)
    this.from = from
    this.to = to
    this.expected = expected
    this.repairs = repairs
  }
}
