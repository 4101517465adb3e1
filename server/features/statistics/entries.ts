import type { Choice, Field } from '#kernel/filter/ast.ts'
import { filterOn } from '#kernel/filter/print.ts'
import type { Label } from './queries.ts'
import type { Dimension, Entries } from './schema.ts'

const code: Field = { kind: 'code' }
const none: readonly Choice[] = []
const choice: Field = { kind: 'choice', choices: none }
const nothing = filterOn(code, null)

/** The entries of a contact: a company with its people; a person without one. */
export const ofContact = ({ code: no, company }: Label): Entries =>
  company ? { companyNo: filterOn(code, no) } : { contactNo: filterOn(code, no), companyNo: nothing }

/** What the log is asked with to show the entries of a row: its value, or the code of its record; `null` is blank. */
export function ofRow(by: Dimension, value: string | null, recordCode: string | null): Entries {
  const coded = filterOn(code, recordCode)
  switch (by) {
    case 'template':
      return { templateCode: coded }
    case 'group':
      return { groupCode: coded }
    case 'salesperson':
      return { salespersonCode: coded }
    case 'contact':
      return { contactNo: coded }
    case 'attemptFailed':
      return { attemptFailed: value === 'true' ? 'yes' : 'no' }
    default:
      return { [by]: filterOn(choice, value) }
  }
}

/** The entries of the templates that belong to a group today. */
export const ofTemplates = (codes: readonly string[]): Entries => ({
  templateCode: codes.map((one) => filterOn(code, one)).join('|'),
})
