import { Button, Menu } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
import { type Say, useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { Page } from '../page'
import type { List } from './useList'

/** Every order a list can have, each with its name: `-name` is from the end. */
export const sortOrders = <Row,>(page: Page<Row>, t: Say<typeof uiWords.en>): { order: string; label: string }[] =>
  page.fields
    .filter(({ sort }) => sort)
    .flatMap(({ field }) => {
      const name = { field: page.word(`field.${field}`) }
      return [
        { order: field, label: t('list.ascending', name) },
        { order: `-${field}`, label: t('list.descending', name) },
      ]
    })

/** The order of a list, for those who do not use the column heads. */
export function SortMenu<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const orders = sortOrders(list.page, t)
  if (orders.length === 0) return null
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconArrowsSort size={15} aria-hidden />}>
          {t('list.sort')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={list.sort} onChange={(order) => list.filter({ sort: order })}>
          {orders.map(({ order, label }) => (
            <Menu.RadioItem key={order} value={order}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
