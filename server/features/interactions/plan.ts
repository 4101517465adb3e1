import type { Context } from '#kernel/context.ts'
import { type Fault, Problem, refuseFaults } from '#kernel/problem.ts'
import { defaultCorrespondence, defaultLanguage } from './defaults.ts'
import type { Known, KnownTemplate, Row, Salesperson, Shared, Written } from './queries/record.ts'
import type { Interaction, NewInteraction } from './schema.ts'

/** What an act of recording will write, decided before anything is written. */
export interface Plan {
  readonly shared: Shared
  readonly rows: readonly Row[]
  readonly known: readonly Known[]
  readonly template: KnownTemplate
  readonly salespeople: readonly (Salesperson | null)[]
  /** The template's file for each contact's language. */
  readonly templateFiles: readonly ({ sha256: string; name: string } | null)[]
}

/** Applies every rule and default; refuses with all faults together, before anything is written. */
export function planOf(input: NewInteraction, known: readonly Known[]): Plan {
  const faults: Fault[] = []
  known.forEach((one, n) => {
    const pointer = `/contactIds/${n}`
    if (one.contactId === null) faults.push({ pointer, type: 'contact-not-found' })
    else if (one.blocked || one.companyBlocked)
      faults.push({
        pointer,
        type: 'contact-privacy-blocked',
        values: { no: one.no, name: one.blocked ? one.name : one.companyName },
      })
  })
  const template = known[0]?.template ?? null
  if (template === null) faults.push({ pointer: '/templateId', type: 'template-not-found' })
  else if (template.closed)
    faults.push({ pointer: '/templateId', type: 'template-closed', values: { code: template.code } })
  const description = input.description ?? template?.description
  if (!description && template !== null) faults.push({ pointer: '/description', type: 'field-required' })
  const salespeople = known.map((one) => salespersonOf(input, one))
  faults.push(...salespersonFaults(input, known, salespeople))
  refuseFaults(faults)
  if (template === null || !description) throw new Problem('template-not-found', { pointer: '/templateId' })
  const rows = known.map((one, n) => rowOf(input, template, one, salespeople[n] ?? null))
  refuseFaults(rows.flatMap((row) => contentFaults(input, template, row)).slice(0, 1))
  return {
    shared: sharedOf(input, template, description),
    rows,
    known,
    template,
    salespeople,
    templateFiles: rows.map((row) => templateFile(input, template, row.languageId)),
  }
}

/** Typed by the user, else the user's own, else the contact's; a closed one is passed over unless it was typed. */
function salespersonOf(input: NewInteraction, one: Known): Salesperson | null {
  if (input.salespersonId !== undefined) return one.typedSalesperson
  return [one.mySalesperson, one.contactSalesperson].find((person) => person && !person.closed) ?? null
}

function salespersonFaults(
  input: NewInteraction,
  known: readonly Known[],
  found: readonly (Salesperson | null)[],
): Fault[] {
  const pointer = '/salespersonId'
  if (input.salespersonId != null && known.some((one) => one.typedSalesperson === null))
    return [{ pointer, type: 'salesperson-not-found' }]
  if (input.salespersonId != null && known.some((one) => one.typedSalesperson?.closed))
    return [{ pointer, type: 'salesperson-blocked' }]
  return known.some((one, n) => one.contactId !== null && found[n] === null)
    ? [{ pointer, type: 'field-required' }]
    : []
}

function rowOf(input: NewInteraction, template: KnownTemplate, one: Known, salesperson: Salesperson | null): Row {
  const defaults = {
    ...template,
    languageIds: template.languages.map((row) => row.languageId),
    hasContent: template.languages.some((row) => row.sha256 !== null),
  }
  return {
    contactId: one.contactId ?? 0,
    companyId: one.companyId,
    salespersonId: salesperson?.id ?? null,
    languageId: input.languageId === undefined ? defaultLanguage(defaults, one.contactLanguageId) : input.languageId,
    correspondenceType:
      input.correspondenceType === undefined
        ? defaultCorrespondence(defaults, one.contactPrefers)
        : input.correspondenceType,
    names: [one.no, one.name, ...(one.companyId === one.contactId ? [] : [one.companyName])].join(' '),
  }
}

function contentFaults(input: NewInteraction, template: KnownTemplate, row: Row): Fault[] {
  if (input.languageId != null && !template.languages.some((one) => one.languageId === input.languageId))
    return [{ pointer: '/languageId', type: 'language-not-available' }]
  const hasContent = Boolean(input.uploadIds?.length) || templateFile(input, template, row.languageId) !== null
  return row.correspondenceType === 'email' && !hasContent
    ? [{ pointer: '/correspondenceType', type: 'email-needs-content' }]
    : []
}

function templateFile(
  input: NewInteraction,
  template: KnownTemplate,
  languageId: number | null,
): { sha256: string; name: string } | null {
  if (input.withTemplateAttachment === false) return null
  const row = template.languages.find((one) => one.languageId === languageId)
  return row?.sha256 && row.fileName ? { sha256: row.sha256, name: row.fileName } : null
}

const sharedOf = (input: NewInteraction, template: KnownTemplate, description: string): Shared => ({
  templateId: template.id,
  groupId: template.groupId,
  kind: template.kind,
  occurredAt: input.occurredAt ?? null,
  description,
  informationFlow: input.informationFlow === undefined ? template.informationFlow : input.informationFlow,
  initiatedBy: input.initiatedBy === undefined ? template.initiatedBy : input.initiatedBy,
  evaluation: input.evaluation ?? null,
  attemptFailed: input.attemptFailed ?? false,
  private: input.private ?? false,
  cost: input.cost ?? template.unitCost,
  durationMin: input.durationMin ?? template.unitDurationMin,
  contactVia: input.contactVia ?? null,
  followsId: input.followsId ?? null,
})

/** The entry as a read of the log would give it, without reading it again. */
export function entryOf(
  tx: Context,
  plan: Plan,
  row: Written,
  n: number,
  counts: { attachments: number; comments: number },
): Interaction {
  const { shared, template } = plan
  const one = plan.known[n]
  const given = plan.rows[n]
  const salesperson = plan.salespeople[n] ?? null
  if (one === undefined || given === undefined) throw new Error('An entry was written for no contact')
  return {
    id: row.id,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    description: shared.description,
    kind: template.kind,
    contactId: row.contactId,
    contactNo: one.no,
    contactName: one.name,
    companyId: one.companyId,
    companyName: one.companyName,
    salespersonId: given.salespersonId,
    salespersonCode: salesperson?.code ?? null,
    salespersonName: salesperson?.name ?? null,
    templateId: template.id,
    templateCode: template.code,
    groupId: template.groupId,
    groupCode: template.groupCode,
    languageId: given.languageId,
    languageCode: given.languageId === null ? null : (one.languageCodes[given.languageId] ?? null),
    informationFlow: shared.informationFlow as Interaction['informationFlow'],
    initiatedBy: shared.initiatedBy as Interaction['initiatedBy'],
    correspondenceType: given.correspondenceType,
    evaluation: shared.evaluation,
    attemptFailed: shared.attemptFailed,
    canceled: false,
    private: shared.private,
    cost: row.cost,
    durationMin: shared.durationMin,
    contactVia: shared.contactVia,
    userId: tx.user.id,
    userName: tx.user.name,
    followsId: shared.followsId,
    ...counts,
    actId: row.actId,
  }
}
