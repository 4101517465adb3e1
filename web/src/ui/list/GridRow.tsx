import { Checkbox } from '@mantine/core'
import { useWords } from '../../i18n'
import { useGo } from '../address'
import { uiWords } from '../messages'
import type { Field } from '../page'
import classes from './Grid.module.css'
import { Opener, RowItem } from './RowItem'
import type { List } from './useList'

type Props<Row extends { id: number }> = {
  list: List<Row>
  row: Row
  index: number
  columns: readonly Field<Row>[]
  template: string
  top: number
  height: number
  phone: boolean
  measure: ((element: HTMLElement | null) => void) | undefined
}

/** One row: cells in columns; on a phone an item of two lines. */
export function GridRow<Row extends { id: number }>({
  list,
  row,
  index,
  columns,
  template,
  top,
  ...shape
}: Props<Row>) {
  const t = useWords(uiWords)
  const go = useGo()
  const { height, phone, measure } = shape
  const { page, active } = list
  const on = list.selected(row)
  const toggle = () => list.select([row], !on)
  const open = () => go(page.open(row))
  const tick = (
    <Checkbox
      tabIndex={-1}
      checked={on}
      aria-label={t('list.select', { name: page.nameOf(row) })}
      onChange={toggle}
      onClick={(event) => event.stopPropagation()}
    />
  )
  const place = `translateY(${top}px)`
  return (
    <tr
      ref={measure}
      data-index={index}
      data-look={page.look?.(row) ?? undefined}
      data-at-hand={index === active || undefined}
      aria-rowindex={index + 2}
      aria-selected={on}
      tabIndex={index === active ? 0 : -1}
      className={phone ? classes.itemRow : classes.row}
      style={{ transform: place, ...(phone ? {} : { blockSize: height, gridTemplateColumns: template }) }}
      onFocus={() => list.setActive(index)}
      onDoubleClick={phone ? undefined : open}
    >
      {phone ? (
        <RowItem list={list} row={row} before={list.rows[index - 1]} tick={tick} toggle={toggle} open={open} />
      ) : (
        <>
          <td className={classes.tick}>{tick}</td>
          {columns.map((column) => (
            <td
              key={column.field}
              tabIndex={-1}
              className={classes.cell}
              data-field={column.field}
              data-end={column.end}
            >
              {column.field === page.main ? (
                <Opener href={page.open(row)} open={open}>
                  {column.show(row)}
                </Opener>
              ) : (
                column.show(row)
              )}
            </td>
          ))}
        </>
      )}
    </tr>
  )
}
