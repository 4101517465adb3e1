import type { Ast, Comparison } from './ast.ts'

/** Both, or all of them; what is nested in its like is laid flat, one alone stands for itself. */
export const all = (...of: readonly Ast[]): Ast => joined('all', of)
/** Any of them; of nothing: never. */
export const any = (...of: readonly Ast[]): Ast => joined('any', of)

function joined(is: 'all' | 'any', of: readonly Ast[]): Ast {
  const flat = of.flatMap((one) => (one.is === is ? one.of : [one]))
  const [first] = flat
  return first !== undefined && flat.length === 1 ? first : { is, of: flat }
}

export const equal = (as: Comparison, value: string, not = false): Ast => ({ is: 'equal', as, value, not })
export const blank = (as: Comparison, not = false): Ast => ({ is: 'blank', as, not })
