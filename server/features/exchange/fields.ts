/** The fields of a contact that a file can fill, by the names they have everywhere in the product, and three that only an import knows. */
export const contactFields = [
  'type',
  'no',
  'externalId',
  'name',
  'name2',
  'salutation',
  'firstName',
  'middleName',
  'surname',
  'jobTitle',
  'companyName',
  'companyNo',
  'contactPerson',
  'address',
  'address2',
  'postCode',
  'city',
  'county',
  'country',
  'phone',
  'mobilePhone',
  'fax',
  'email',
  'email2',
  'homePage',
  'language',
  'correspondenceType',
  'salesperson',
  'territory',
  'currency',
  'vatNo',
  'registrationNo',
  'note',
] as const

/** `companyName`, `companyNo`: the employer of a person. `contactPerson`: the full name of somebody at the company of the row. */
export type ContactField = (typeof contactFields)[number]

/** Which field each column fills, in the order of the columns; several columns may fill one field, null fills none. */
export type Mapping = readonly (ContactField | null)[]
