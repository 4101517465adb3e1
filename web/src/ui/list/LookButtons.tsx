import { Button } from '@mantine/core'
import { IconArrowsSort, IconColumns3 } from '@tabler/icons-react'
import { lazy } from 'react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import { OnDemand } from '../OnDemand'
import { sortOrders } from './sortOrders'
import type { List } from './useList'

const SortMenu = lazy(() => import('./SortMenu').then((module) => ({ default: module.SortMenu })))
const ColumnsMenu = lazy(() => import('./ColumnsMenu').then((module) => ({ default: module.ColumnsMenu })))

/** The order of the rows. */
export function SortButton<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const orders = sortOrders(list.page, t)
  if (orders.length === 0) return null
  const button = (
    <Button variant="subtle" color="gray" leftSection={<IconArrowsSort size={15} aria-hidden />} aria-haspopup="menu">
      {t('list.sort')}
    </Button>
  )
  const props = { orders, order: list.sort, set: (sort: string) => list.filter({ sort }) }
  return <OnDemand button={button} menu={SortMenu} props={props} />
}

/** The columns and their order. */
export function ColumnsButton<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const { page } = list
  const button = (
    <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={15} aria-hidden />} aria-haspopup="dialog">
      {t('list.columns')}
    </Button>
  )
  const props = {
    possible: page.fields
      .filter(({ column }) => column !== 'never')
      .map(({ field }) => ({ field, label: page.word(`field.${field}`) })),
    shown: list.columns.map(({ field }) => field),
    set: (names: readonly string[] | null) => list.look({ cols: names?.join(',') }),
  }
  return <OnDemand button={button} menu={ColumnsMenu} props={props} />
}
