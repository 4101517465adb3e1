import type { Span } from './quickLogText'
import type { When } from './quickLogWhen'
import type { Evaluation, KindValue } from './quickLogWords'

/** What comes after the interaction: a task. */
export interface FollowUp {
  /** Null when no day is named. */
  readonly when: When | null
  readonly text: string
}
/** What each part of a line means. */
export interface PartValues {
  kind: KindValue
  /** Name words as typed; whose they are the server knows. */
  contact: string
  /** Whole minutes. */
  duration: number
  /** Decimal text with two decimals, in the company's currency. */
  cost: string
  when: When
  evaluation: Evaluation
  failed: true
  /** The three below without their sign. */
  salesperson: string
  campaign: string
  opportunity: string
  followUp: FollowUp
  description: string
}
export type Field = keyof PartValues
export interface Meaning<F extends Field> {
  readonly field: F
  readonly value: PartValues[F]
}
export type AnyMeaning = { [F in Field]: Meaning<F> }[Field]
/** A stretch of the line and what it was understood as. */
export type Part = Span & AnyMeaning
