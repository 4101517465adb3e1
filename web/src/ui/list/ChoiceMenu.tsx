import { Menu } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { KeyCap } from '../KeyCap'

type Props = {
  choices: readonly { key: string; label: string; icon: TablerIcon | undefined }[]
  run: (key: string) => void
  children: ReactElement
}
/** The choices of an action that has several, each with its key. */
export const ChoiceMenu = ({ choices, run, children }: Props) => (
  <Menu position="top" shadow="md">
    <Menu.Target>{children}</Menu.Target>
    <Menu.Dropdown>
      {choices.map(({ key, label, icon: Icon }) => (
        <Menu.Item
          key={key}
          leftSection={Icon && <Icon size={16} aria-hidden />}
          rightSection={<KeyCap keys={key} />}
          onClick={() => run(key)}
        >
          {label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
