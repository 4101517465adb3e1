import type { Setting } from './ast.ts'
import type { Moves } from './day-words.ts'

/** What the reading of a whole expression shares: against what it is read, and how restless its days turned out to be. */
export interface Reading {
  readonly setting: Setting
  readonly moves: Set<Moves>
}
