import type { Speech } from '#kernel/context.ts'
import type { Column } from '#kernel/table-column.ts'
import { say } from '#kernel/words.ts'
import { logFields } from './fields.ts'
import type { Interaction } from './schema.ts'

type Name = Exclude<keyof Interaction & string, `${string}Id` | 'id'> | 'id' | 'state'
type Shape = Omit<Column<Interaction>, 'heading' | 'value'>

/** Every column that the log is exported with, in the order in which it is when nobody chooses; how its values are written. */
const shapes: Readonly<Record<Name, Shape>> = {
  id: { as: 'number' },
  occurredAt: { as: 'instant' },
  description: {},
  kind: {},
  contactNo: {},
  contactName: {},
  companyName: {},
  state: {},
  evaluation: {},
  durationMin: { as: 'number' },
  cost: { as: 'number' },
  salespersonCode: {},
  salespersonName: {},
  templateCode: {},
  groupCode: {},
  languageCode: {},
  informationFlow: {},
  initiatedBy: {},
  correspondenceType: {},
  contactVia: {},
  attemptFailed: { as: 'yesNo' },
  canceled: { as: 'yesNo' },
  private: { as: 'yesNo' },
  userName: {},
  recordedAt: { as: 'instant' },
  attachments: { as: 'number' },
  comments: { as: 'number' },
}
const isColumn = (name: string): name is Name => Object.hasOwn(shapes, name)

/** The columns of an export with their headings in a language: those named, in their order, or all. `null` when one is none. */
export function columnsOf(named: string | undefined, language: Speech): Column<Interaction>[] | null {
  const names = named === undefined ? Object.keys(shapes) : named.split(',')
  if (!names.every(isColumn)) return null
  return names.map((name) => ({
    ...shapes[name],
    heading: say(language, `interactions:field.${name}`),
    value: writerOf(name, language),
  }))
}

const writerOf = (name: Name, language: Speech): Column<Interaction>['value'] =>
  name === 'state' ? (row) => stateOf(row, language) : (row) => wordOf(name, row[name], language)

/** A value that is one of few, by its word; any other as it is. */
function wordOf(name: string, value: string | number | boolean | null, language: Speech) {
  const field = logFields[name]
  if (field?.kind !== 'choice') return value
  return field.choices.find(({ key }) => key === String(value))?.[language] ?? value
}

const stateOf = (row: Interaction, language: Speech): string =>
  (['canceled', 'attemptFailed', 'private'] as const)
    .filter((state) => row[state])
    .map((state) => say(language, `interactions:field.${state}`))
    .join(', ')
