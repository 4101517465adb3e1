import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { List } from './useList'

/** All rows that the filters find, in the columns shown, as a file that the server streams. */
export function ExportMenu<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const { page, search, columns } = list
  const { exportTo } = page
  if (exportTo === undefined) return null
  const address = (format: 'csv' | 'xlsx') =>
    exportTo(
      format,
      { sort: page.firstSort, ...page.chosen(search) },
      columns.map(({ field }) => field),
    )
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
          {t('list.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address('csv')} download>
          {t('list.exportCsv')}
        </Menu.Item>
        <Menu.Item component="a" href={address('xlsx')} download>
          {t('list.exportXlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
