import { expect, test } from 'vitest'
import type { Field } from '../page'
import { fitting, tracks } from './columns'

const column = (field: string, width?: number): Field<unknown> => ({
  field,
  show: () => '',
  cell: () => '',
  ...(width === undefined ? {} : { width }),
})
const columns = [column('date', 80), column('description'), column('state', 120), column('cost', 60)]
const names = (room: number, chosen = false) => fitting(columns, room, chosen).map(({ field }) => field)

test('the last columns go first when there is no room', () => {
  expect(names(600)).toEqual(['date', 'description', 'state', 'cost'])
  expect(names(450)).toEqual(['date', 'description', 'state'])
  expect(names(50)).toEqual(['date'])
})

test('columns that somebody chose stay, and before the width is known all do', () => {
  expect(names(50, true)).toHaveLength(4)
  expect(names(0)).toHaveLength(4)
})

test('a column without a width shares what is left', () =>
  expect(tracks(columns)).toBe('36px 80px minmax(200px, 1fr) 120px 60px'))
