import { useLongPress } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './Grid.module.css'
import type { List } from './useList'

type Props<Row extends { id: number }> = {
  list: List<Row>
  row: Row
  before: Row | undefined
  tick: ReactNode
  toggle: () => void
  open: () => void
}

/** A row on a phone: two lines, states third, under the heading of its day; a long press selects. */
export function RowItem<Row extends { id: number }>({ list, row, before, tick, toggle, open }: Props<Row>) {
  const { page, selection } = list
  const { glyph, title, line, states, under, end } = page.item(row)
  const press = useLongPress(toggle)
  const heading = page.heading?.(row)
  const newHeading = heading !== undefined && (before === undefined || page.heading?.(before) !== heading)
  return (
    <td className={classes.itemCell}>
      {newHeading && <div className={classes.heading}>{heading}</div>}
      <div className={classes.item} {...press}>
        {selection ? tick : glyph}
        <div className={classes.lines}>
          <div className={classes.first}>
            <Opener href={page.open(row)} open={selection ? toggle : open}>
              {title}
            </Opener>
            <span className={classes.itemEnd}>{end}</span>
          </div>
          {line && <div className={classes.second}>{line}</div>}
          {states && <div className={classes.third}>{states}</div>}
          {under}
        </div>
      </div>
    </td>
  )
}

/** The first cell is a link, so that the pointer opens a row as any link (middle click too); keys use the row itself. */
export const Opener = ({ href, open, children }: { href: string; open: () => void; children: ReactNode }) => (
  <a
    href={href}
    tabIndex={-1}
    className={classes.opener}
    onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      open()
    }}
  >
    {children}
  </a>
)
