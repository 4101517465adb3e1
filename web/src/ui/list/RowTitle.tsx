import type { ReactNode } from 'react'
import classes from './RowTitle.module.css'

type Props = { glyph?: ReactNode; children: ReactNode; line?: ReactNode; after?: ReactNode }
/** What names a row in a table: sign, title, a grey line under it, and what belongs beside; only the title is cut short. */
export const RowTitle = ({ glyph, children, line, after }: Props) => (
  <span className={classes.title}>
    {glyph}
    <TwoLines line={line}>{children}</TwoLines>
    {after && <span className={classes.after}>{after}</span>}
  </span>
)

/** A cell of two lines: the value, and a smaller grey one under it. */
export const TwoLines = ({ children, line }: { children: ReactNode; line?: ReactNode }) => (
  <span className={classes.lines}>
    <span className={classes.first}>{children}</span>
    {line && <span className={classes.second}>{line}</span>}
  </span>
)
