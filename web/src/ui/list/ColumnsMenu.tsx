import { ActionIcon, Button, Checkbox, Popover, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import classes from './ColumnsMenu.module.css'

type Props = {
  possible: readonly { field: string; label: string }[]
  /** In the order in which they stand. */
  shown: readonly string[]
  /** `null`: as at first. */
  set: (names: readonly string[] | null) => void
  children: ReactElement
}

/** Which columns are shown and in what order; kept in the address, so that a link and a saved view show the same. */
export function ColumnsMenu({ possible, shown, set, children }: Props) {
  const t = useWords(uiWords)
  const on = shown.flatMap((name) => possible.find(({ field }) => field === name) ?? [])
  const off = possible.filter(({ field }) => !shown.includes(field))
  const move = (field: string, by: -1 | 1) => {
    const at = shown.indexOf(field)
    const next = shown.filter((name) => name !== field)
    next.splice(Math.max(0, at + by), 0, field)
    set(next)
  }
  return (
    <Popover defaultOpened position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={t('list.columns')}>
        <Text size="xs" c="dimmed">
          {t('list.columnsHint')}
        </Text>
        <ul className={classes.list}>
          {on.map(({ field, label }) => (
            <li key={field} className={classes.item}>
              <Checkbox
                className={classes.name ?? ''}
                label={label}
                checked
                disabled={shown.length === 1}
                onChange={() => set(shown.filter((other) => other !== field))}
              />
              <ActionIcon
                size={24}
                aria-label={t('list.columnUp', { field: label })}
                disabled={shown[0] === field}
                onClick={() => move(field, -1)}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                size={24}
                aria-label={t('list.columnDown', { field: label })}
                disabled={shown.at(-1) === field}
                onClick={() => move(field, 1)}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
            </li>
          ))}
          {off.map(({ field, label }) => (
            <li key={field} className={classes.item}>
              <Checkbox
                className={classes.name ?? ''}
                label={label}
                checked={false}
                onChange={() => set([...shown, field])}
              />
            </li>
          ))}
        </ul>
        <Button variant="subtle" onClick={() => set(null)}>
          {t('list.resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
