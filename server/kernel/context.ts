import type { Kysely } from 'kysely'
import type { FileStore } from './files.ts'
import { Problem } from './problem.ts'
import type { Tables } from './tables.ts'

/** What a user may do; a role is a set of these. */
export const rights = [
  'contacts.read',
  'contacts.edit',
  'contacts.import',
  'interactions.read',
  'interactions.record',
  'interactions.cancel',
  'interactions.delete',
  'templates.edit',
  'setup.edit',
  'export',
] as const
export type Right = (typeof rights)[number]

/** Languages that the product speaks (BCP 47). */
export type Speech = 'en' | 'it'

/** The way a request came in; the journal keeps it. */
export type Door = 'page' | 'api' | 'job'

/** Who asks, in which company, over which connection. Made once for each request and each job; never changed. */
export interface Context {
  /** Reads and writes the caller's company. Inside `inTransaction` it is the transaction. */
  readonly db: Kysely<Tables>
  readonly company: {
    readonly id: number
    readonly name: string
    readonly zone: string
    readonly currency: string
    readonly country: string
  }
  readonly user: {
    readonly id: number
    readonly name: string
    readonly language: Speech
    readonly zone: string
    readonly rights: ReadonlySet<Right>
    /** The company itself acts, by a rule of its administrators: private records are no exception. */
    readonly isCompany?: true
    readonly salespersonId: number | null
  }
  readonly door: Door
  readonly files: FileStore
  /** The request's Idempotency-Key, if it has one. */
  readonly key?: string | undefined
}

/** @throws Problem `not-allowed`, naming the right that is missing */
/** The context of a rule of the company, which private records are no exception from. */
export const asCompany = (ctx: Context): Context => ({ ...ctx, user: { ...ctx.user, isCompany: true } })

export function requireRight(ctx: Context, right: Right): void {
  if (!ctx.user.rights.has(right)) throw new Problem('not-allowed', { values: { right } })
}
