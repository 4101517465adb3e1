import { expect, test } from 'vitest'
import { messages } from '../i18n'
import { definePage, exactly, keysetQuery, type ListSearch } from './page'

const frame = { title: 'Things', about: 'What they are for.', empty: 'None yet.', search: 'Search' }
const words = messages('things', {
  en: { ...frame, field: { name: 'Name', city: 'City', note: 'Note' }, view: { far: 'Far' } },
  it: { ...frame, field: { name: 'Nome', city: 'Città', note: 'Nota' }, view: { far: 'Lontani' } },
})
type Thing = { id: number; name: string; city: string; note: string | null }
const asked: ListSearch[] = []
const query = (search: ListSearch) => {
  asked.push(search)
  return keysetQuery<Thing>(['things', 'list', search], () => Promise.resolve({ items: [], next: null }))
}
const page = definePage(
  'things',
  words,
  query,
  {
    open: ({ id }) => `/things/${id}`,
    nameOf: ({ name }) => name,
    item: ({ name }) => ({ title: name }),
    firstSort: 'name',
    views: [{ view: 'far', search: { city: '<>Roma' } }],
  },
  [
    { field: 'city', filter: 'text' },
    { field: 'name', main: true, sort: true },
    { field: 'note', column: 'more', filter: 'text' },
  ],
)

test('only what the page declares stays in its address', () => {
  const raw = { city: 'Roma', cols: 'name', name: 'Anna', bogus: '1', q: '', peek: 'yes', note: 7 }
  expect(page.search(raw)).toEqual({ city: 'Roma', cols: 'name', peek: 'yes' })
  expect(page.chosen({ city: 'Roma', cols: 'name', peek: 'yes' })).toEqual({ city: 'Roma' })
})

test('how a list looks does not read it again: only what chooses its rows is asked for', () => {
  page.query({ city: 'Roma', cols: 'name', as: 'timeline' })
  expect(asked.at(-1)).toEqual({ city: 'Roma', sort: 'name' })
  page.query({ sort: '-name' })
  expect(asked.at(-1)).toEqual({ sort: '-name' })
})

test('columns are those of the page until somebody chooses; unknown ones are passed over', () => {
  const names = (search: ListSearch) => page.columns(search).map(({ field }) => field)
  expect(names({})).toEqual(['city', 'name'])
  expect(names({ cols: 'note,bogus,city' })).toEqual(['note', 'city'])
  expect(names({ cols: 'bogus' })).toEqual(['city', 'name'])
  expect(page.main).toBe('name')
})

test('FLT-039 the value of a cell becomes a filter that finds exactly it', () => {
  expect(exactly("D'Angelo & Co*", 'text')).toBe("'D''Angelo & Co*'")
  expect(exactly('', 'text')).toBe("''")
  expect(exactly('12', 'number')).toBe('12')
  const row = { id: 1, name: 'Anna', city: 'Roma', note: null }
  expect(page.fields.map(({ cell }) => cell(row))).toEqual(['Roma', 'Anna', ''])
})
