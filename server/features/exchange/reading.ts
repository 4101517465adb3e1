import type { ImportContext } from './context.ts'
import type { FaultType, RowFault, RowNotice } from './faults.ts'
import type { ContactField } from './fields.ts'
import { longest } from './limits.ts'
import { type Found, inOneLine } from './values.ts'

/** A row while it is read: its values, and what was found about them so far. */
export interface Reading {
  readonly values: ReadonlyMap<ContactField, readonly Found[]>
  readonly headings: readonly string[]
  /** Where a missing name would stand. */
  readonly nameColumn: number | null
  readonly context: ImportContext
  readonly findSalesperson: (text: string) => string | undefined
  readonly findLanguage: (tag: string, typed: string) => string | undefined
  readonly faults: RowFault[]
  readonly notices: RowNotice[]
  /** Values that have no field of their own, under the heading of their column. */
  readonly further: string[]
}

export const all = (reading: Reading, field: ContactField): readonly Found[] => reading.values.get(field) ?? []

/** Characters of a value that a refusal repeats. */
const shown = 100

/** Notes what is wrong with a value. @returns null, for the value that is not taken */
export function refuse(
  { faults }: Reading,
  field: ContactField,
  { column, value }: Found,
  type: FaultType,
  more: RowFault['values'] = {},
): null {
  faults.push({ field, column, type, values: { value: value.slice(0, shown).toWellFormed(), ...more } })
  return null
}

/** Keeps a value in the note, since the contact has no place for it. */
export function keepInNote(
  { further, notices, headings }: Reading,
  field: ContactField,
  { column, value }: Found,
): void {
  further.push(`${headings[column] ?? field}: ${value}`)
  notices.push({ field, column, type: 'kept-in-note', values: { value: value.slice(0, shown).toWellFormed() } })
}

/** The first of several values; the others go to the note, each once. */
export function firstOf(reading: Reading, field: ContactField, values: readonly Found[]): Found | undefined {
  const [first, ...others] = values
  const seen = new Set([first?.value.toLowerCase()])
  for (const other of others) {
    if (!seen.has(other.value.toLowerCase())) keepInNote(reading, field, other)
    seen.add(other.value.toLowerCase())
  }
  return first
}

/** A text that is as long as its field allows, else null and a fault. */
export function held(reading: Reading, field: ContactField, found: Found, text: string): string | null {
  const limit = longest(field)
  return limit !== undefined && text.length > limit ? refuse(reading, field, found, 'too-long', { limit }) : text
}

/** A text of one line. */
export function lineOf(reading: Reading, field: ContactField): string | null {
  const found = firstOf(reading, field, all(reading, field))
  return found === undefined ? null : held(reading, field, found, inOneLine(found.value))
}

/** A street in several lines: the first is the address, the others belong to the second one. */
export function addressesOf(reading: Reading): { address: string | null; address2: string | null } {
  const lines = (field: ContactField) =>
    all(reading, field).flatMap(({ value }) => value.split('\n').map((line) => line.trim()))
  const [street = '', ...below] = lines('address')
  const place = (field: 'address' | 'address2', text: string) => {
    const found = all(reading, field)[0] ?? all(reading, 'address')[0]
    return found === undefined || text === '' ? null : held(reading, field, found, text)
  }
  return {
    address: place('address', street),
    address2: place('address2', [...lines('address2'), ...below].filter((line) => line !== '').join(', ')),
  }
}

/** All notes of a row, and after them what found no other place. */
export function noteOf(reading: Reading): string | null {
  const notes = all(reading, 'note')
  const parts = [...notes.map(({ value }) => value), reading.further.join('\n')].filter((part) => part !== '')
  return parts.length === 0 ? null : held(reading, 'note', notes[0] ?? { column: 0, value: '' }, parts.join('\n\n'))
}
