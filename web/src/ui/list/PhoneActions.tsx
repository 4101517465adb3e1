import { ActionIcon, Menu } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useWords } from '../../i18n'
import { useGo } from '../address'
import { uiWords } from '../messages'
import type { ListAction } from '../page'
import { exportAddress } from './ExportMenu'
import { sortOrders } from './SortMenu'
import type { List } from './useList'

type Props<Row extends { id: number }> = {
  list: List<Row>
  actions: readonly ListAction[]
  look: { timeline: boolean; change: () => void } | null
}

/** On a phone: what belongs to the list, its order, look and export, behind one button. */
export function PhoneActions<Row extends { id: number }>({ list, actions, look }: Props<Row>) {
  const t = useWords(uiWords)
  const go = useGo()
  const [dialog, setDialog] = useState<ListAction | null>(null)
  const { page, sort } = list
  const orders = sortOrders(page, t)
  const Dialog = dialog && 'dialog' in dialog ? dialog.dialog : null
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon size={44} aria-label={t('more')}>
            <IconDotsVertical size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action) => (
            <Menu.Item
              key={action.action}
              leftSection={action.icon && <action.icon size={16} aria-hidden />}
              onClick={() => ('to' in action ? go(action.to) : setDialog(action))}
            >
              {page.word(`action.${action.action}`)}
            </Menu.Item>
          ))}
          {look && <Menu.Item onClick={look.change}>{t(look.timeline ? 'list.table' : 'list.timeline')}</Menu.Item>}
          {page.exportTo && (
            <>
              <Menu.Item component="a" href={exportAddress(list, 'csv')} download>
                {t('list.export')}: {t('list.exportCsv')}
              </Menu.Item>
              <Menu.Item component="a" href={exportAddress(list, 'xlsx')} download>
                {t('list.export')}: {t('list.exportXlsx')}
              </Menu.Item>
            </>
          )}
          {orders.length > 0 && <Menu.Label>{t('list.sort')}</Menu.Label>}
          <Menu.RadioGroup value={sort} onChange={(order) => list.filter({ sort: order })}>
            {orders.map(({ order, label }) => (
              <Menu.RadioItem key={order} value={order}>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <Suspense>{Dialog && <Dialog close={() => setDialog(null)} />}</Suspense>
    </>
  )
}
