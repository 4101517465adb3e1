import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../i18n'
import { uiWords } from './messages'

type Props = { title: string; position: 'left' | 'right'; close: () => void; children: ReactNode }
/** What stands beside the rows on a wide screen, over them on a narrow one. */
export function SideDrawer({ title, position, close, children }: Props) {
  const t = useWords(uiWords)
  return (
    <Drawer opened onClose={close} position={position} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
    </Drawer>
  )
}
