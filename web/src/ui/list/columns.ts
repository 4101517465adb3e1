import type { Field } from '../page'

const TICK = 36
const LEAST = 200

/** Columns that fit: the last ones of the page's order go first when the table is narrow, those a person chose all stay. */
export function fitting<Row>(columns: readonly Field<Row>[], room: number, chosen: boolean): readonly Field<Row>[] {
  if (chosen || room === 0) return columns
  let used = TICK
  return columns.filter((column, index) => {
    used += column.width ?? LEAST
    return index === 0 || used <= room
  })
}

/** The tracks of a row: tick, then each column at its width; those without share what is left. */
export const tracks = <Row>(columns: readonly Field<Row>[]): string =>
  [`${TICK}px`, ...columns.map(({ width }) => (width === undefined ? `minmax(${LEAST}px, 1fr)` : `${width}px`))].join(
    ' ',
  )
