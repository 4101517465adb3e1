import type { RefusalReason } from './reading.ts'

/** The file as a whole cannot be read. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    super(reason)
    this.reason = reason
  }
}
