import type { Speech } from './context.ts'

/** A column of a table that leaves the product. */
export interface Column<R> {
  readonly heading: string
  /**
   * `number`: decimal text or a number; `instant`: text in UTC, shown in the reader’s zone; `day`: YYYY-MM-DD. Text unless
   * said otherwise.
   */
  readonly as?: 'text' | 'number' | 'instant' | 'day' | 'yesNo'
  readonly value: (row: R) => string | number | boolean | null
}
/** For whom a table is written. */
export interface Reader {
  readonly language: Speech
  readonly zone: string
}
