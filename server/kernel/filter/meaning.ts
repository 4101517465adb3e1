import { say } from '../words.ts'
import type { Ast, Bound, Part } from './ast.ts'
import { paces } from './day-words.ts'
import './messages.ts'
import { writeParts } from './quote.ts'
import type { Reading } from './reading.ts'
import { endSaid, family, showText, type Voice, valueSaid } from './show.ts'

type Leaf<Is extends Ast['is']> = Extract<Ast, { readonly is: Is }>

/** The filter in words of the user's language, and how often it moves; empty when it asks for nothing. */
export function meaning(ast: Ast, voice: Voice, moves: Reading['moves']): string {
  if (ast.is === 'all' && ast.of.length === 0) return ''
  const words = phrase(ast, voice, false)
  const pace = paces.find((one) => moves.has(one))
  return pace === undefined ? words : tell(voice, `moves.${pace}`, { meaning: words })
}

const tell = (voice: Voice, key: string, values?: object): string =>
  say(voice.setting.language, `filter:${key}`, { ...values })

function phrase(ast: Ast, voice: Voice, nested: boolean): string {
  switch (ast.is) {
    case 'all':
    case 'any': {
      if (ast.of.length === 0) return tell(voice, ast.is === 'all' ? 'always' : 'never')
      const phrases = ast.is === 'all' ? together(ast.of, voice) : either(ast.of, voice)
      const text = [...new Set(phrases)].join(tell(voice, ast.is === 'all' ? 'and' : 'or'))
      return nested && phrases.length > 1 ? `(${text})` : text
    }
    case 'blank':
      return tell(voice, `blank.${ast.not ? 'not' : 'is'}`)
    case 'equal':
      return tell(voice, `${family(ast.as)}.${ast.not ? 'not' : 'is'}`, valueSaid(ast, voice))
    case 'like':
      return likePhrase(ast, voice)
    case 'bound': {
      const { side, values } = endSaid(ast, voice)
      return tell(voice, `${endFamily(ast)}.${side}`, values)
    }
  }
}

const endFamily = ({ as }: Bound) => (as === 'exact' ? 'text' : family(as))

/** Conditions of an "and"; two ends of a range are said as one. */
function together(of: readonly Ast[], voice: Voice): string[] {
  const [one, next, ...more] = of
  if (one === undefined) return []
  const pair = one.is === 'bound' && next?.is === 'bound' ? pairPhrase(one, next, voice) : undefined
  return pair === undefined
    ? [phrase(one, voice, true), ...together(of.slice(1), voice)]
    : [pair, ...together(more, voice)]
}

function pairPhrase(one: Bound, next: Bound, voice: Voice): string | undefined {
  const [from, to] = [endSaid(one, voice), endSaid(next, voice)]
  if (from.side !== 'from' || to.side !== 'to') return undefined
  const kind = endFamily(one)
  if (kind === 'day' && from.values.value === to.values.value) return tell(voice, 'day.is', from.values)
  return tell(voice, `${kind}.pair`, {
    ...from.values,
    from: from.values.value,
    to: to.values.value,
    ofTo: to.values.of,
  })
}

/** Conditions of an "or"; the values of one kind are said in one list. */
function either(of: readonly Ast[], voice: Voice): string[] {
  const list = new Intl.ListFormat(voice.setting.language, { type: 'disjunction' })
  const lists = Map.groupBy(of.filter(isListed), ({ as }) => family(as))
  const listed = [...lists].map(([kind, leaves]) =>
    tell(voice, `${kind}.is`, { value: list.format(leaves.map((leaf) => valueSaid(leaf, voice).value)) }),
  )
  return [...listed, ...of.filter((one) => !isListed(one)).map((one) => phrase(one, voice, true))]
}

const isListed = (ast: Ast): ast is Leaf<'equal'> =>
  ast.is === 'equal' && !ast.not && ['text', 'exact', 'number', 'key'].includes(family(ast.as))

function likePhrase({ as, parts, not }: Leaf<'like'>, voice: Voice): string {
  const { shape, value } = shapeOf(parts)
  const words = tell(voice, `like.${shape}.${not ? 'not' : 'is'}`, { value: showText(value, voice.setting.language) })
  return as === 'exact' ? tell(voice, 'like.exactly', { meaning: words }) : words
}

function shapeOf(parts: readonly Part[]): { shape: 'begins' | 'ends' | 'contains' | 'fits'; value: string } {
  const texts = parts.flatMap((part) => ('text' in part ? [part.text] : []))
  const [value = ''] = texts
  const shape = parts.map((part) => ('text' in part ? 'a' : part.wild === 'many' ? '*' : '?')).join('')
  if (shape === 'a*') return { shape: 'begins', value }
  if (shape === '*a') return { shape: 'ends', value }
  if (shape === '*a*') return { shape: 'contains', value }
  return { shape: 'fits', value: writeParts(parts) }
}
