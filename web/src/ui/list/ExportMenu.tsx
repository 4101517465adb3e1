import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { List } from './useList'

/** Address of all rows that the filters find, in the columns shown, as a file that the server streams. */
export function exportAddress<Row extends { id: number }>(list: List<Row>, format: 'csv' | 'xlsx'): string {
  const { page, search, columns } = list
  const shown = columns.map(({ field }) => field)
  return page.exportTo?.(format, { sort: page.firstSort, ...page.chosen(search) }, shown) ?? ''
}

/** Takes the rows of a list away as CSV or XLSX. */
export function ExportMenu<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  if (list.page.exportTo === undefined) return null
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          {t('list.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={exportAddress(list, 'csv')} download>
          {t('list.exportCsv')}
        </Menu.Item>
        <Menu.Item component="a" href={exportAddress(list, 'xlsx')} download>
          {t('list.exportXlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
