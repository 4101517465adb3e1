import { Menu } from '@mantine/core'
import type { ReactElement } from 'react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'

type Props = { csv: string; xlsx: string; children: ReactElement }
/** Takes the rows of a list away as CSV or XLSX. */
export function ExportMenu({ csv, xlsx, children }: Props) {
  const t = useWords(uiWords)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={csv} download>
          {t('list.exportCsv')}
        </Menu.Item>
        <Menu.Item component="a" href={xlsx} download>
          {t('list.exportXlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
