import type { Speech } from '#kernel/context.ts'
import type { Choice } from '#kernel/filter/ast.ts'
import type { Column } from '#kernel/table-column.ts'
import { say } from '#kernel/words.ts'
import { correspondence, types } from './fields.ts'
import type { ContactRow } from './schema.ts'

type Cell = Omit<Column<ContactRow>, 'heading'>
const plain = (name: Exclude<keyof ContactRow, 'lastInteraction'>, as: Cell['as'] = 'text'): Cell => ({
  as,
  value: (row) => row[name],
})

/** Every column that contacts are exported with, in the order in which they are when nobody chooses. */
const cells = (language: Speech) => {
  const word = (choices: readonly Choice[], key: string | null) =>
    choices.find((choice) => choice.key === key)?.[language] ?? null
  return {
    no: plain('no'),
    externalId: plain('externalId'),
    type: { value: ({ type }) => word(types, type) },
    name: plain('name'),
    name2: plain('name2'),
    salutation: plain('salutation'),
    firstName: plain('firstName'),
    middleName: plain('middleName'),
    surname: plain('surname'),
    jobTitle: plain('jobTitle'),
    companyName: plain('companyName'),
    address: plain('address'),
    address2: plain('address2'),
    postCode: plain('postCode'),
    city: plain('city'),
    county: plain('county'),
    country: plain('country'),
    phone: plain('phone'),
    mobilePhone: plain('mobilePhone'),
    fax: plain('fax'),
    email: plain('email'),
    email2: plain('email2'),
    homePage: plain('homePage'),
    correspondenceType: { value: ({ correspondenceType }) => word(correspondence, correspondenceType) },
    languageCode: plain('languageCode'),
    salespersonCode: plain('salespersonCode'),
    territory: plain('territory'),
    currency: plain('currency'),
    vatNo: plain('vatNo'),
    registrationNo: plain('registrationNo'),
    note: plain('note'),
    excludeFromSegment: plain('excludeFromSegment', 'yesNo'),
    privacyBlocked: plain('privacyBlocked', 'yesNo'),
    minor: plain('minor', 'yesNo'),
    parentalConsentReceived: plain('parentalConsentReceived', 'yesNo'),
    lastInteractionAt: { as: 'instant', value: ({ lastInteraction }) => lastInteraction?.occurredAt ?? null },
    changedAt: plain('changedAt', 'instant'),
  } satisfies Readonly<Record<string, Cell>>
}

/** The columns of an export with their headings in a language: those named, in their order, or all. `null` when one is none. */
export function columnsOf(named: string | undefined, language: Speech): Column<ContactRow>[] | null {
  const all: Readonly<Record<string, Cell>> = cells(language)
  const names = named === undefined ? Object.keys(all) : named.split(',')
  const columns = names.flatMap((name) => {
    const cell = Object.hasOwn(all, name) ? all[name] : undefined
    return cell === undefined ? [] : [{ ...cell, heading: say(language, `contacts:field.${name}`) }]
  })
  return columns.length === names.length ? columns : null
}
