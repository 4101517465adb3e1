import type { Temporal } from 'temporal-polyfill'

type Correspondence = 'hardCopy' | 'email' | null

/** What a template says about language and correspondence. */
export interface TemplateDefaults {
  readonly correspondenceType: Correspondence
  readonly ignoreContactCorrespondenceType: boolean
  readonly defaultLanguageId: number | null
  /** Languages that the template has a row for; `null` is the row without a language. */
  readonly languageIds: readonly (number | null)[]
  readonly hasContent: boolean
}

/** The contact's language if the template has a row for it, else the template's default. */
export function defaultLanguage(template: TemplateDefaults, contactLanguageId: number | null): number | null {
  return contactLanguageId !== null && template.languageIds.includes(contactLanguageId)
    ? contactLanguageId
    : template.defaultLanguageId
}

/**
 * The template's type where it is to win; else the contact's wish, else the template's. A template of blank type without
 * content has nothing to send: it stays blank, or nobody could record a meeting with whoever prefers e-mail.
 */
export function defaultCorrespondence(template: TemplateDefaults, contactPrefers: Correspondence): Correspondence {
  if (template.ignoreContactCorrespondenceType) return template.correspondenceType
  if (template.correspondenceType === null && !template.hasContent) return null
  return contactPrefers ?? template.correspondenceType
}

/** The moment that a guide proposes: one second from now, rounded up to the full minute. @returns instant as UTC text */
export function proposedTime(now: Temporal.Instant): string {
  return now.add({ seconds: 1 }).round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toString()
}
