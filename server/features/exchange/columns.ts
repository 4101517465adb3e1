import { isCourtesy } from './choices.ts'
import { agreement, fieldByContent } from './contents.ts'
import type { ContactField } from './fields.ts'
import { namedField } from './headings.ts'
import { isBlank } from './row.ts'

/** What a column of a file seems to hold: `score` from 0 to 1, three different values of it as they stand. */
export interface ColumnGuess {
  readonly heading: string
  readonly field: ContactField | null
  readonly score: number
  readonly samples: readonly string[]
}

/** Several columns may fill these; the first value of a row counts, the others are kept beside it. */
const several = new Set<ContactField>(['email', 'email2', 'fax', 'homePage', 'mobilePhone', 'note', 'phone'])
const least = 0.4

/** Proposes for each column of a file the field that it fills, by its heading and its values. `samples` are some rows of the file. */
export function guessColumns(headings: readonly string[], samples: readonly (readonly string[])[]): ColumnGuess[] {
  const columns = headings.map((heading, at) => {
    const values = samples.map((cells) => (cells[at] ?? '').trim()).filter((value) => !isBlank(value))
    return { heading, values, ...guess(heading, values) }
  })
  const corrected = inContext(columns)
  const kept = corrected.map(({ field, score }, at) => {
    const best = corrected.findIndex((one) => one.field === field && one.score === bestScore(corrected, field))
    return field !== null && score >= least && (several.has(field) || best === at)
  })
  return corrected.map(({ heading, field, score, values }, at) => ({
    heading,
    field: kept[at] ? field : null,
    score: kept[at] ? score : 0,
    samples: [...new Set(values)].slice(0, 3),
  }))
}

type Column = { heading: string; values: string[]; field: ContactField | null; score: number }

function guess(heading: string, values: string[]): { field: ContactField | null; score: number } {
  const named = namedField(heading)
  const byName = named && { field: named.field, score: named.score * agreement(named.field, values) }
  const found = [byName, fieldByContent(values)]
    .filter((one) => one !== undefined)
    .sort((one, other) => other.score - one.score)
  return found[0] ?? { field: null, score: 0 }
}

/** Some headings mean one thing alone and another beside others. */
function inContext(columns: readonly Column[]): Column[] {
  const has = (...fields: ContactField[]) =>
    columns.some(({ field, score }) => field !== null && score >= least && fields.includes(field))
  return columns.map((column) => {
    if (column.field === 'jobTitle' && column.values.filter(isCourtesy).length > column.values.length * 0.7)
      return { ...column, field: 'salutation' }
    if (column.field === 'name' && has('surname') && !has('firstName')) return { ...column, field: 'firstName' }
    if (column.field === 'contactPerson' && !has('name', 'companyName')) return { ...column, field: 'name' }
    return column
  })
}

const bestScore = (columns: readonly Column[], field: ContactField | null) =>
  Math.max(...columns.filter((column) => column.field === field).map((column) => column.score))
