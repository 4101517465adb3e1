import { Value } from 'typebox/value'
import { NewContact } from '#features/contacts/schema.ts'
import type { ContactField } from './fields.ts'

const { no, name, ...others } = NewContact.properties
const limits: Readonly<Partial<Record<ContactField, object>>> = {
  ...others,
  no,
  name,
  companyName: name,
  contactPerson: name,
}

/** How many characters a field holds, as on the card of a contact; undefined for what only refers to something. */
export function longest(field: ContactField): number | undefined {
  const schema = limits[field]
  return schema && 'maxLength' in schema && typeof schema.maxLength === 'number' ? schema.maxLength : undefined
}

/** What the card of a contact takes for a web address. */
export const isHomePage = (text: string): boolean => Value.Check(NewContact.properties.homePage, text)
