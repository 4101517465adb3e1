import type { Setting } from './ast.ts'
import { closest } from './closest.ts'
import { type Edit, FilterFault } from './fault.ts'
import { fold } from './fold.ts'
import { isToken, writeText } from './quote.ts'
import type { Value } from './syntax.ts'

/**
 * What a `%name` stands for at the moment of use; undefined when the value is no token.
 * @throws FilterFault for a name that nothing begins with
 */
export function tokenValues(value: Value, { tokens = {} }: Setting): readonly string[] | undefined {
  if (value.quoted || !isToken(value.text)) return undefined
  const asked = fold(value.text.slice(1))
  const names = Object.keys(tokens)
  const name = names.find((one) => one === asked) ?? names.find((one) => one.startsWith(asked))
  const found = name === undefined ? undefined : tokens[name]
  if (found !== undefined) return found
  const near = closest(asked, names)
  const repairs: Edit[] = [{ from: value.start, to: value.end, text: writeText(value.text) }]
  if (near !== undefined) repairs.unshift({ from: value.start, to: value.end, text: `%${near}` })
  const expected = { key: 'token', values: { tokens: names.map((one) => `%${one}`).join(', ') } }
  throw new FilterFault(value.start, value.end, expected, repairs)
}
