import type { Answer } from '../../api/client'
import type { DraftContent, NewInteraction, SentFile, Template } from './api'

/** What the steps of the guide share. */
export interface Guide {
  content: DraftContent
  set: (part: DraftContent) => void
  /** Sentences by the field that they stand at. */
  faults: Readonly<Record<string, string>>
  templates: readonly Template[]
  template: Template | undefined
  contact: Answer<'getContact'> | undefined
  defaults: Defaults
  templateFile: { name: string } | null
  files: readonly SentFile[]
  setFiles: (files: SentFile[]) => void
}

/** What the server will take where nothing was chosen; the server is the judge, this shows it beforehand. */
export interface Defaults {
  languageId: number | null
  correspondenceType: 'hardCopy' | 'email' | null
  informationFlow: 'outbound' | 'inbound' | null
  initiatedBy: 'us' | 'them' | null
  salespersonId: number | null
  /** The correspondence type is the contact's wish. */
  fromContact: boolean
}

export function defaultsOf(template: Template | undefined, contact: Guide['contact'], mine: number | null): Defaults {
  const languages = template?.languages ?? []
  const spoken = contact?.languageId ?? null
  const wish = contact?.correspondenceType ?? null
  const hasContent = languages.some(({ attachment }) => attachment !== null)
  const own = template?.correspondenceType ?? null
  const asWished =
    template !== undefined && !template.ignoreContactCorrespondenceType && (own !== null || hasContent) && wish !== null
  return {
    languageId:
      spoken !== null && languages.some(({ languageId }) => languageId === spoken)
        ? spoken
        : (template?.defaultLanguageId ?? null),
    correspondenceType: asWished ? wish : own,
    informationFlow: template?.informationFlow ?? null,
    initiatedBy: template?.initiatedBy ?? null,
    salespersonId: mine ?? contact?.salespersonId ?? null,
    fromContact: asWished,
  }
}

/** A draft as a request to log it: what was not chosen is left to the server. */
export function requestOf(
  { contactIds = [], templateId, line: _, occurredAt, durationMin, cost, description, ...rest }: DraftContent,
  draftId: number | null,
): NewInteraction {
  return {
    ...rest,
    contactIds,
    ...(templateId != null && { templateId }),
    ...(description !== undefined && description.trim() !== '' && { description: description.trim() }),
    ...(occurredAt != null && { occurredAt }),
    ...(durationMin != null && { durationMin }),
    ...(cost !== undefined && cost !== '' && { cost }),
    ...(draftId !== null && { draftId }),
  } as NewInteraction
}
