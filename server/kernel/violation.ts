/** A constraint of the database that a statement broke. */
export interface Violation {
  readonly kind: 'unique' | 'foreign-key' | 'check'
  readonly constraint: string
}

const kinds: Readonly<Record<string, Violation['kind']>> = { 23503: 'foreign-key', 23505: 'unique', 23514: 'check' }

/**
 * Reads a broken constraint out of an error of the database; `null` for any other error. A distributed PostgreSQL gives
 * the name only in its message, with the shard's number behind it.
 */
export function violationOf(error: unknown): Violation | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const kind = kinds[String(error.code)]
  if (kind === undefined) return null
  const named = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null
  const constraint = named ?? /constraint "([^"]+)"/.exec(error.message)?.[1]?.replace(/_\d{6,}$/, '') ?? ''
  return { kind, constraint }
}
