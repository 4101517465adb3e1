import { say } from '../i18n'
import { apiWords } from './messages'

export interface Fault {
  readonly pointer: string
  readonly type: string
  readonly detail: string
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * A refusal (RFC 9457), thrown so that queries and forms all see the same thing. `message` can be shown as it is: the
 * server writes it in the page's language. Status 0 means that no answer came.
 */
export class Problem extends Error {
  /** The last part of the type's address: `stale`, `contact-not-found`. */
  readonly type: string
  readonly status: number
  readonly title: string
  readonly instance: string | null
  readonly errors: readonly Fault[]
  readonly values: Readonly<Record<string, unknown>>
  constructor(document: unknown, status: number) {
    const doc = isRecord(document) ? document : {}
    super(
      text(doc.detail) ??
        text(doc.title) ??
        (status === 0 ? say(apiWords, 'noAnswer') : say(apiWords, 'unknown', { status })),
    )
    this.type = text(doc.type)?.split('/').at(-1) ?? (status === 0 ? 'no-answer' : 'unknown')
    this.status = status
    this.title = text(doc.title) ?? this.message
    this.instance = text(doc.instance)
    this.errors = Array.isArray(doc.errors) ? doc.errors.map(faultOf) : []
    this.values = isRecord(doc.values) ? doc.values : {}
  }

  /** The sentences at fault by dotted path (`address.city`), as `form.setErrors` takes them. */
  get fields(): Record<string, string> {
    return Object.fromEntries(this.errors.map(({ pointer, detail }) => [pointer.slice(1).replaceAll('/', '.'), detail]))
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const faultOf = (value: unknown): Fault => {
  const fault = isRecord(value) ? value : {}
  return {
    pointer: text(fault.pointer) ?? '',
    type: text(fault.type) ?? 'unknown',
    detail: text(fault.detail) ?? '',
    values: isRecord(fault.values) ? fault.values : {},
  }
}
