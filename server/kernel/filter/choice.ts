import type { Ast, Choice, Setting } from './ast.ts'
import { any, blank, equal } from './build.ts'
import { closest } from './closest.ts'
import { type Edit, FilterFault } from './fault.ts'
import { fold } from './fold.ts'
import { writeText } from './quote.ts'
import type { Term, Value } from './syntax.ts'

/** A condition on a choice: by key, caption in either language or position number; 0 and `''` ask for no choice. @throws FilterFault */
export function readChoice(term: Term, choices: readonly Choice[], setting: Setting): Ast {
  const place = (value: Value) => placeOf(value, choices, setting)
  const between = (from: number, to: number) => any(...choices.slice(from, to).map(({ key }) => equal('key', key)))
  if (term.is === 'range')
    return between(
      term.from ? filled(place(term.from), term.from) : 0,
      term.to ? filled(place(term.to), term.to) + 1 : choices.length,
    )
  const { operator, value } = term
  const at = place(value)
  switch (operator) {
    case '=':
    case '<>': {
      const key = choices[at]?.key
      return key === undefined ? blank('key', operator === '<>') : equal('key', key, operator === '<>')
    }
    case '<':
      return between(0, filled(at, value))
    case '<=':
      return between(0, filled(at, value) + 1)
    case '>':
      return between(filled(at, value) + 1, choices.length)
    case '>=':
      return between(filled(at, value), choices.length)
  }
}

/** Index of the choice, -1 for no choice. */
function placeOf(value: Value, choices: readonly Choice[], { language }: Setting): number {
  const asked = fold(value.text)
  if (asked === '' || asked === '0') return -1
  const named = [({ key }: Choice) => key, ({ en }: Choice) => en, ({ it }: Choice) => it]
    .map((name) => choices.findIndex((choice) => fold(name(choice)) === asked))
    .find((index) => index >= 0)
  const numbered = /^\d{1,3}$/.test(asked) && Number(asked) <= choices.length ? Number(asked) - 1 : undefined
  const found = named ?? numbered
  if (found !== undefined) return found
  const names = choices.map((choice) => choice[language])
  throw new FilterFault(
    value.start,
    value.end,
    { key: 'choice', values: { choices: names.join(', ') } },
    nearest(value, names),
  )
}

function nearest(value: Value, names: readonly string[]): Edit[] {
  const plain = fold(value.text).replaceAll(/[*?]/g, '')
  const near = closest(plain, names.map(fold))
  const name =
    names.find((one) => fold(one) === near) ??
    (plain === '' ? undefined : names.find((one) => fold(one).includes(plain)))
  return name === undefined ? [] : [{ from: value.start, to: value.end, text: writeText(name) }]
}

function filled(place: number, { start, end }: Value): number {
  if (place < 0) throw new FilterFault(start, end, { key: 'notBlank' })
  return place
}
