import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconFilter } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { Field } from '../page'
import classes from './Grid.module.css'
import type { List } from './useList'

type Props<Row extends { id: number }> = {
  list: List<Row>
  columns: readonly Field<Row>[]
  template: string
  hidden: boolean
}

/** The head of a list: a click sorts, a funnel says that the column is filtered. On a phone only readers see it. */
export function GridHead<Row extends { id: number }>({ list, columns, template, hidden }: Props<Row>) {
  const t = useWords(uiWords)
  const { page, sort } = list
  const order = (field: string) => (sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none')
  return (
    <thead className={hidden ? classes.headHidden : classes.head}>
      <tr aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: template }}>
        <th scope="col" className={classes.tick}>
          <Checkbox
            aria-label={t('list.selectAll')}
            checked={list.all}
            indeterminate={list.selection !== null && !list.all}
            tabIndex={hidden ? -1 : 0}
            onChange={() => (list.selection ? list.clear() : list.selectAll())}
          />
        </th>
        {columns.map(({ field, sort: sortable, end }) => (
          <th
            key={field}
            scope="col"
            aria-sort={sortable ? order(field) : undefined}
            className={classes.title}
            data-end={end}
          >
            {sortable ? (
              <button
                type="button"
                className={classes.sort}
                tabIndex={hidden ? -1 : 0}
                onClick={() => list.filter({ sort: sort === field ? `-${field}` : field })}
              >
                {page.word(`field.${field}`)}
                {order(field) === 'ascending' && <IconArrowUp size={12} aria-hidden />}
                {order(field) === 'descending' && <IconArrowDown size={12} aria-hidden />}
              </button>
            ) : (
              page.word(`field.${field}`)
            )}
            {list.search[field] !== undefined && <IconFilter size={12} aria-label={t('list.filters')} />}
          </th>
        ))}
      </tr>
    </thead>
  )
}
