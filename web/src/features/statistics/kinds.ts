import type { Kind } from '../../ui/interaction/KindGlyph'
import type { Statistics } from './api'

/** From the bottom of a bar to its top. */
const order: readonly Kind[] = ['mail', 'document', 'call', 'letter', 'meeting', 'note', 'system']

/** The kinds that occur, in the order they are drawn in. */
export const kindsOf = ({ steps }: Statistics): Kind[] =>
  order.filter((kind) => steps.some(({ kinds }) => kinds.some((one) => one.kind === kind)))

export const countOf = ({ kinds }: Statistics['steps'][number], kind: Kind): number =>
  kinds.find((one) => one.kind === kind)?.count ?? 0
export const sumOf = ({ kinds }: Statistics['steps'][number]): number =>
  kinds.reduce((sum, { count }) => sum + count, 0)

/** The colour of a kind in plots. */
export const colourOf = (kind: Kind): string => `var(--${kind === 'system' ? 'control' : kind})`
