import type { ContactPatch } from '#features/contacts/schema.ts'
import type { Fault } from '#kernel/problem.ts'
import type { FaultType } from './faults.ts'
import { type ContactField, contactFields } from './fields.ts'
import { all, type Reading } from './reading.ts'

/** What the rules of contacts call a fault, and what it is called in a row. */
const types: Readonly<Record<string, FaultType>> = {
  email: 'email-invalid',
  'field-required': 'name-missing',
  letters: 'phone-has-letters',
  'vat-check-digit': 'vat-no-check-digit',
  'vat-format': 'vat-no-format',
}
const named = (type: string): FaultType => types[type] ?? 'not-accepted'

/** Notes the faults that the rules of contacts found, each at its column. @returns the fields without what is at fault */
export function decidedFields(
  reading: Reading,
  { fields, faults }: ReturnType<Reading['context']['decide']>,
): ContactPatch {
  const kept: Record<string, unknown> = { ...fields }
  for (const fault of faults) {
    const field = fieldOf(fault)
    if (!(named(fault.type) === 'name-missing' && nameWasRefused(reading))) note(reading, field, fault)
    delete kept[field]
  }
  return kept
}

const fieldOf = ({ pointer }: Fault): ContactField => contactFields.find((field) => pointer === `/${field}`) ?? 'name'

/** Names that a row may come with: a missing one is told at the first column that could hold it. */
const naming: readonly ContactField[] = ['name', 'companyName', 'surname', 'firstName']
const nameWasRefused = ({ faults }: Reading) => faults.some(({ field }) => field === null || naming.includes(field))

function note(reading: Reading, field: ContactField, { type, values }: Fault): void {
  const found = all(reading, field)[0]
  const column = found?.column ?? (field === 'name' ? reading.nameColumn : null)
  const { address, ...more } = { address: undefined, ...(values as Record<string, string | number>) }
  const value = address ?? found?.value.slice(0, 100).toWellFormed()
  reading.faults.push({ field, column, type: named(type), values: { ...(value !== undefined && { value }), ...more } })
}

/** The column in which a missing name would stand; null when no column is for names. */
export const nameColumnOf = (mapping: readonly (ContactField | null)[]): number | null => {
  const columns = naming.map((field) => mapping.indexOf(field)).filter((column) => column !== -1)
  return columns[0] ?? null
}
