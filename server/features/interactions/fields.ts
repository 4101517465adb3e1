import { sql } from 'kysely'
import { correspondence, flows, initiators, kinds } from '#features/templates/choices.ts'
import type { Choice } from '#kernel/filter/ast.ts'
import type { FilterFields } from '#kernel/filter/query.ts'

const evaluations: readonly Choice[] = [
  { key: '1', en: 'Very Positive', it: 'Molto positiva' },
  { key: '2', en: 'Positive', it: 'Positiva' },
  { key: '3', en: 'Neutral', it: 'Neutra' },
  { key: '4', en: 'Negative', it: 'Negativa' },
  { key: '5', en: 'Very Negative', it: 'Molto negativa' },
]
const column = (name: string) => sql.ref(name)

/** What the log can be filtered by. Each is served by the index of its owner or of time, and read no further than a page. */
export const logFields: FilterFields = {
  id: { kind: 'number', column: column('interaction.id') },
  occurredAt: { kind: 'instant', column: column('interaction.occurredAt') },
  recordedAt: { kind: 'instant', column: column('interaction.recordedAt') },
  description: { kind: 'text', column: column('interaction.description') },
  kind: { kind: 'choice', choices: kinds, column: column('interaction.kind') },
  contactNo: { kind: 'code', column: column('contact.no') },
  contactName: { kind: 'text', column: column('contact.name') },
  companyNo: { kind: 'code', nullable: true, column: column('company.no') },
  companyName: { kind: 'text', nullable: true, column: column('company.name') },
  salespersonCode: { kind: 'code', nullable: true, column: column('salesperson.code') },
  templateCode: { kind: 'code', column: column('template.code') },
  groupCode: { kind: 'code', column: column('group.code') },
  languageCode: { kind: 'text', nullable: true, column: column('language.code') },
  informationFlow: { kind: 'choice', choices: flows, nullable: true, column: column('interaction.informationFlow') },
  initiatedBy: { kind: 'choice', choices: initiators, nullable: true, column: column('interaction.initiatedBy') },
  correspondenceType: {
    kind: 'choice',
    choices: correspondence,
    nullable: true,
    column: column('interaction.correspondenceType'),
  },
  evaluation: { kind: 'choice', choices: evaluations, nullable: true, column: sql`interaction.evaluation::text` },
  attemptFailed: { kind: 'boolean', column: column('interaction.attemptFailed') },
  canceled: { kind: 'boolean', column: column('interaction.canceled') },
  private: { kind: 'boolean', column: column('interaction.private') },
  cost: { kind: 'number', column: column('interaction.cost') },
  durationMin: { kind: 'duration', unit: 'min', column: column('interaction.durationMin') },
  contactVia: { kind: 'text', nullable: true, column: column('interaction.contactVia') },
  userName: { kind: 'text', nullable: true, column: column('member.name') },
  withAttachment: {
    kind: 'boolean',
    column: sql`exists (select 1 from interaction_attachment where interaction_attachment.interaction_id = interaction.id)`,
  },
}
