import { Menu } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import { SortItems, type SortProps } from './SortMenu'

type Props = {
  items: readonly { key: string; label: string; icon: TablerIcon | undefined; run: () => void }[]
  sort: SortProps
  look: { timeline: boolean; change: () => void } | null
  csv?: string
  xlsx?: string
  children: ReactElement
}

/** The actions of a list on a phone. */
export function PhoneMenu({ items, sort, look, csv, xlsx, children }: Props) {
  const t = useWords(uiWords)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {items.map(({ key, label, icon: Icon, run }) => (
          <Menu.Item key={key} leftSection={Icon && <Icon size={16} aria-hidden />} onClick={run}>
            {label}
          </Menu.Item>
        ))}
        {look && <Menu.Item onClick={look.change}>{t(look.timeline ? 'list.table' : 'list.timeline')}</Menu.Item>}
        {csv && (
          <Menu.Item component="a" href={csv} download>
            {t('list.export')}: {t('list.exportCsv')}
          </Menu.Item>
        )}
        {xlsx && (
          <Menu.Item component="a" href={xlsx} download>
            {t('list.export')}: {t('list.exportXlsx')}
          </Menu.Item>
        )}
        {sort.orders.length > 0 && <Menu.Label>{t('list.sort')}</Menu.Label>}
        <SortItems {...sort} />
      </Menu.Dropdown>
    </Menu>
  )
}
