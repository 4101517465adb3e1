import type { Speech } from '../context.ts'

/** How two values of a leaf are compared; columns and values are text, except where a name says otherwise. */
export type Comparison =
  /** letters without case and accents (`fold`), in the order of the characters */
  | 'text'
  /** character by character */
  | 'exact'
  /** upper case; codes made of digits compare as numbers */
  | 'code'
  /** decimal text of any length */
  | 'number'
  /** the stable key of a choice */
  | 'key'
  /** `true` or `false` */
  | 'boolean'
  /** `YYYY-MM-DD` */
  | 'day'
  /** instant in UTC, to the microsecond */
  | 'instant'
  /** `HH:MM:SS`, with a fraction to the microsecond where there is one */
  | 'time'

/** A piece of a pattern: plain characters, any number of characters (`*`), exactly one (`?`). */
export type Part = { readonly text: string } | { readonly wild: 'many' | 'one' }

/**
 * What a filter asks of one value. Plain data: it can be kept, sent and compared. `all` of nothing is true, `any` of
 * nothing is false; neither stands directly in its like. A value that is missing is blank: it fits `blank` and every
 * leaf with `not`; in the three comparisons of text a missing value is the empty text.
 */
export type Ast =
  | { readonly is: 'all' | 'any'; readonly of: readonly Ast[] }
  | { readonly is: 'blank'; readonly as: Comparison; readonly not: boolean }
  | { readonly is: 'equal'; readonly as: Comparison; readonly value: string; readonly not: boolean }
  | { readonly is: 'like'; readonly as: TextComparison; readonly parts: readonly Part[]; readonly not: boolean }
  | Bound
export type TextComparison = 'text' | 'exact' | 'code'

/** One end of a range: values from `value` on, or up to it, itself `included` or not. */
export interface Bound {
  readonly is: 'bound'
  readonly as: Comparison
  readonly side: 'from' | 'to'
  readonly value: string
  readonly included: boolean
}

/** One of the values of a choice, with what the page calls it. */
export interface Choice {
  readonly key: string
  readonly en: string
  readonly it: string
}

/** What is filtered: how its expressions are read and its values compared. */
export type Field = (
  | { readonly kind: 'text' | 'code' | 'number' | 'boolean' | 'date' | 'instant' | 'time' }
  /** in the order of their position numbers, from 1 */
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  /** `unit`: what the column counts and what a bare number means */
  | { readonly kind: 'duration'; readonly unit: 'min' | 'h' }
) & {
  /** rows without a value exist */
  readonly nullable?: boolean
}

/** What an expression is read against: who asks, where, and when. */
export interface Setting {
  readonly language: Speech
  /** IANA name of the user's zone */
  readonly zone: string
  /** the instant of use, UTC */
  readonly now: string
  /** the calendar day of `now` in the zone, `YYYY-MM-DD` */
  readonly today: string
  /** the day the user works in; today when left out */
  readonly workDate?: string
  /** first month of the fiscal year, 1 to 12; January when left out */
  readonly fiscalYearStart?: number
  /**
   * What `%name` stands for: the values of the name without its sign, lower case. A beginning of a name is enough, the
   * first name counts. No value at all is a set that holds nothing.
   */
  readonly tokens?: Readonly<Record<string, readonly string[]>>
}

/** How a text was understood, or where it stopped being a filter. */
export type Parsed = Understood | NotUnderstood
export interface Understood {
  readonly ok: true
  readonly ast: Ast
  /** the filter in words of the user's language: "from 24 Oct 2026, moves every day"; empty when there is no restriction */
  readonly meaning: string
  /**
   * the same filter without anything that moves or depends on language, zone or user; reads back as the same `ast`.
   * Days of instants become longer by it: null when it exceeds the limits
   */
  readonly absolute: string | null
  /** a sentence when no index can serve the pattern, so that the list must limit how long it looks */
  readonly slow: string | null
}
export interface NotUnderstood {
  readonly ok: false
  /** place of the fault: index of a character in the text, its length when something is missing at the end */
  readonly at: number
  /** what could have stood there, in the user's language */
  readonly expected: string
  /** the whole sentence in the user's language */
  readonly message: string
  /** the nearest text that is a filter, when there is one */
  readonly nearest?: string
}

/** Longest expression in characters, deepest nesting of parentheses, most terms. */
export const limits = { length: 1000, depth: 50, terms: 200 } as const
