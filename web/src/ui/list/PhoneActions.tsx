import { ActionIcon } from '@mantine/core'
import { IconDotsVertical } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../i18n'
import { useGo } from '../address'
import { uiWords } from '../messages'
import { OnDemand } from '../OnDemand'
import type { ListAction } from '../page'
import type { SortProps } from './SortMenu'

const PhoneMenu = lazy(() => import('./PhoneMenu').then((module) => ({ default: module.PhoneMenu })))

type Props = {
  page: { word: (key: string) => string }
  actions: readonly ListAction[]
  sort: SortProps
  look: { timeline: boolean; change: () => void } | null
  csv?: string
  xlsx?: string
}

/** On a phone: what belongs to the list, its order, look and export, behind one button. */
export function PhoneActions({ page, actions, ...rest }: Props) {
  const t = useWords(uiWords)
  const go = useGo()
  const [dialog, setDialog] = useState<ListAction | null>(null)
  const Dialog = dialog && 'dialog' in dialog ? dialog.dialog : null
  const items = actions.map((action) => ({
    key: action.action,
    label: page.word(`action.${action.action}`),
    icon: action.icon,
    run: () => ('to' in action ? go(action.to) : setDialog(action)),
  }))
  const button = (
    <ActionIcon size={44} aria-label={t('more')} aria-haspopup="menu">
      <IconDotsVertical size={20} />
    </ActionIcon>
  )
  return (
    <>
      <OnDemand button={button} menu={PhoneMenu} props={{ items, ...rest }} />
      <Suspense>{Dialog && <Dialog close={() => setDialog(null)} />}</Suspense>
    </>
  )
}
