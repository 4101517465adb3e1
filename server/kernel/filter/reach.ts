import type { Ast, Part } from './ast.ts'

/**
 * Whether the filter begins at a pattern that no index can serve: neither a beginning that is known nor three letters
 * or digits in a row, which is what a trigram index needs.
 */
export function isOutOfReach(ast: Ast): boolean {
  switch (ast.is) {
    case 'all':
      return ast.of.length > 0 && ast.of.every(isOutOfReach)
    case 'any':
      return ast.of.some(isOutOfReach)
    case 'like':
      return !ast.not && !ast.parts.some((part, index) => isAnchor(part, index))
    default:
      return false
  }
}

const isAnchor = (part: Part, index: number): boolean =>
  'text' in part && (index === 0 || /[\p{L}\d]{3}/u.test(part.text))
