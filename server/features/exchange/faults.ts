import type { ContactField } from './fields.ts'
import type { Row } from './row.ts'

/** Why a row is refused; the sentences are in `messages.ts` under `fault`. */
export type FaultType =
  | NonNullable<Row['fault']>
  | 'correspondence-type-unknown'
  | 'country-misspelt'
  | 'country-unknown'
  | 'currency-unknown'
  | 'email-invalid'
  | 'home-page-invalid'
  | 'language-not-listed'
  | 'language-unknown'
  | 'name-missing'
  | 'not-accepted'
  | 'phone-has-letters'
  | 'salesperson-unknown'
  | 'too-long'
  | 'type-unknown'
  | 'vat-no-check-digit'
  | 'vat-no-format'

/** One thing wrong with a row: in which field and column (null for the row as a whole), and the values that the sentence needs. */
export interface RowFault {
  readonly field: ContactField | null
  readonly column: number | null
  readonly type: FaultType
  readonly values: Readonly<Record<string, number | string>>
}

/** What was decided for a row that is taken; the sentences are in `messages.ts` under `notice`. */
export interface RowNotice {
  readonly field: ContactField
  readonly column: number
  readonly type: 'kept-in-note' | 'phone-country-assumed' | 'phone-not-understood'
  readonly values: Readonly<Record<string, number | string>>
}
