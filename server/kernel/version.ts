import { Problem } from './problem.ts'

/**
 * Refuses a write over a state that its writer has not seen.
 * @param seen the version that the request names in If-Match
 * @param current the record as it is now; the refusal shows it, so that both states can be laid side by side
 * @param by who changed it last, if that is known
 * @throws Problem `version-required`, `stale`
 */
export function requireVersion(seen: number | undefined, current: { readonly version: number }, by: string | null = null): void {
  if (seen === undefined) throw new Problem('version-required')
  if (seen !== current.version) throw new Problem('stale', { values: { current, by: by ?? '' } })
}
