/** Every problem type we answer with, and its HTTP status. The key is public: clients match on it. */
export const problemStatus = {
  'attachment-read-only': 409,
  'attachment-empty': 422,
  'campaign-not-found': 404,
  'code-exists': 409,
  'company-expected': 422,
  'contact-has-history': 409,
  'contact-not-found': 404,
  'contact-privacy-blocked': 409,
  'cursor-invalid': 422,
  'draft-not-found': 404,
  'email-needs-content': 409,
  'entry-canceled': 409,
  'entry-not-found': 404,
  'field-invalid': 422,
  'field-required': 422,
  'file-empty': 422,
  'file-not-found': 404,
  'file-not-readable': 422,
  'file-too-large': 413,
  'filter-invalid': 422,
  'group-not-found': 404,
  'header-too-large': 431,
  'import-not-found': 404,
  'import-running': 409,
  'in-use': 409,
  internal: 500,
  'key-reused': 422,
  'language-exists': 409,
  'language-not-available': 409,
  'language-not-found': 404,
  'link-invalid': 404,
  'link-used': 410,
  'no-attachment-for-language': 409,
  'no-e-mail': 409,
  'not-allowed': 403,
  'not-canceled': 409,
  'not-found': 404,
  'out-of-range': 422,
  'parental-consent-missing': 409,
  'password-guessable': 422,
  'preview-outdated': 409,
  'range-not-satisfiable': 416,
  'request-too-slow': 408,
  'request-unreadable': 400,
  'salesperson-blocked': 409,
  'salesperson-not-found': 404,
  'sign-in-failed': 401,
  'sign-in-required': 401,
  stale: 412,
  'template-closed': 409,
  'template-not-found': 404,
  'too-many-requests': 429,
  'undo-expired': 409,
  'undo-not-possible': 409,
  'unsupported-media-type': 415,
  'version-required': 428,
  'view-exists': 409,
  'wizard-action-conflict': 409,
} as const
export type ProblemType = keyof typeof problemStatus

/** One thing wrong with a request: where (JSON pointer into the body or `/query-parameter`), what, and what the text needs. */
export interface Fault {
  readonly pointer: string
  readonly type: string
  readonly values?: Readonly<Record<string, unknown>> | undefined
}

/** A refusal the caller can understand and act on (RFC 9457). Anything else thrown is a defect and answers 500. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly faults: readonly Fault[]
  readonly values: Readonly<Record<string, unknown>>
  constructor(
    type: ProblemType,
    told: { pointer?: string; faults?: readonly Fault[]; values?: Record<string, unknown> } = {},
  ) {
    super(type)
    this.type = type
    this.faults =
      told.faults ?? (told.pointer === undefined ? [] : [{ pointer: told.pointer, type, values: told.values }])
    this.values = told.values ?? {}
  }
}

/** Refuses with all faults together; with none, passes. The first fault that is a problem type of its own names the problem. */
export function refuseFaults(faults: readonly Fault[]): void {
  const first = faults[0]
  if (first === undefined) return
  const type = first.type in problemStatus ? (first.type as ProblemType) : 'field-invalid'
  throw new Problem(type, { faults, values: { ...first.values } })
}
