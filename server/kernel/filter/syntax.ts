import type { Part } from './ast.ts'

/** A text taken apart by the grammar, before anybody knows what its values mean. */
export type Syntax = { readonly is: 'all' | 'any'; readonly of: readonly Syntax[] } | Term

/** One condition: a range with at least one end, or an operator and a value. A bare value is `=`. */
export type Term =
  | { readonly is: 'range'; readonly from: Value | null; readonly to: Value }
  | { readonly is: 'range'; readonly from: Value; readonly to: null }
  | { readonly is: 'compare'; readonly operator: Operator; readonly value: Value }
export type Operator = '=' | '<>' | '<' | '<=' | '>' | '>='

export interface Value {
  /** its characters without quotes and escapes, wildcards included */
  readonly text: string
  readonly parts: readonly Part[]
  readonly quoted: boolean
  /** in quotes and without `@`: case and accents count */
  readonly exact: boolean
  /** where it stands in the expression, quotes and `@` included */
  readonly start: number
  readonly end: number
}

export const hasWildcard = (value: Value): boolean => value.parts.some((part) => 'wild' in part)
