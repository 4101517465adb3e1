import { Button, Menu } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { List } from './useList'

/** The order of a list; the way to sort on a phone, where there are no column heads. */
export function SortMenu<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const { page, sort } = list
  const fields = page.fields.filter((field) => field.sort)
  if (fields.length === 0) return null
  const label = (order: string) => {
    const field = page.word(`field.${order.replace('-', '')}`)
    return t(order.startsWith('-') ? 'list.descending' : 'list.ascending', { field })
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconArrowsSort size={15} aria-hidden />}>
          {t('list.sort')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={sort} onChange={(order) => list.filter({ sort: order })}>
          {fields
            .flatMap(({ field }) => [field, `-${field}`])
            .map((order) => (
              <Menu.RadioItem key={order} value={order}>
                {label(order)}
              </Menu.RadioItem>
            ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
