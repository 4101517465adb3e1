import type { Ast } from './ast.ts'
import { clockText, readClock } from './clock.ts'
import { FilterFault } from './fault.ts'
import { fold } from './fold.ts'
import type { Reading } from './reading.ts'
import { onLine, point } from './span.ts'
import type { Term } from './syntax.ts'
import { wallAt } from './zone.ts'

const now = ['now', 'adesso', 'ora']

/** A condition on a time of day; `now` is the present time in the user's zone. @throws FilterFault */
export const readTime = (term: Term, { setting, moves }: Reading): Ast =>
  onLine(term, 'time', ({ text, start, end }) => {
    const time = readClock(text)
    if (time !== undefined) return point('time', clockText(time))
    if (!now.some((word) => word.startsWith(fold(text)))) throw new FilterFault(start, end, { key: 'time' })
    moves.add('instant')
    return point(
      'time',
      clockText(
        wallAt(setting.now, setting.zone).toPlainTime().round({ smallestUnit: 'microsecond', roundingMode: 'floor' }),
      ),
    )
  })
