import { ActionIcon, Button, Checkbox, Popover, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type MouseEvent, type ReactElement, useState } from 'react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import classes from './ColumnsMenu.module.css'

type Column = { field: string; label: string }
type Props = {
  possible: readonly Column[]
  /** In the order in which they stand. */
  shown: readonly string[]
  /** `null`: as at first. */
  set: (names: readonly string[] | null) => void
  children: ReactElement
}

/** Which columns are shown and in what order; kept in the address, so that a link and a saved view show the same. */
export function ColumnsMenu({ children, ...props }: Props) {
  const t = useWords(uiWords)
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={t('list.columns')}>
        <Columns {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** The columns in the order they had on opening: a tick moves none of them away from under the finger. */
function Columns({ possible, shown, set }: Omit<Props, 'children'>) {
  const t = useWords(uiWords)
  const [order, setOrder] = useState(() => [
    ...shown,
    ...possible.map(({ field }) => field).filter((field) => !shown.includes(field)),
  ])
  const toggle = (field: string) =>
    set(order.filter((name) => (name === field ? !shown.includes(name) : shown.includes(name))))
  const move = (field: string, by: -1 | 1) => (event: MouseEvent<HTMLElement>) => {
    const next = order.filter((name) => name !== field)
    next.splice(Math.max(0, order.indexOf(field) + by), 0, field)
    setOrder(next)
    set(next.filter((name) => shown.includes(name)))
    const button = event.currentTarget
    requestAnimationFrame(() => button.focus())
  }
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('list.columnsHint')}
      </Text>
      <ul className={classes.list}>
        {order.map((field) => {
          const label = possible.find((column) => column.field === field)?.label ?? field
          const on = shown.includes(field)
          return (
            <li key={field} className={classes.item}>
              <Checkbox
                className={classes.name ?? ''}
                label={label}
                checked={on}
                disabled={on && shown.length === 1}
                onChange={() => toggle(field)}
              />
              <ActionIcon size={24} aria-label={t('list.columnUp', { field: label })} onClick={move(field, -1)}>
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon size={24} aria-label={t('list.columnDown', { field: label })} onClick={move(field, 1)}>
                <IconArrowDown size={14} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <Button variant="subtle" onClick={() => set(null)}>
        {t('list.resetColumns')}
      </Button>
    </>
  )
}
