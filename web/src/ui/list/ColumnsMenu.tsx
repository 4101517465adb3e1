import { ActionIcon, Button, Checkbox, Popover, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import classes from './ColumnsMenu.module.css'
import type { List } from './useList'

/** Which columns are shown and in what order; kept in the address, so that a link and a saved view show the same. */
export function ColumnsMenu<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const { page, columns } = list
  const possible = page.fields.filter((field) => field.column !== 'never')
  const shown = columns.map(({ field }) => field)
  const set = (names: readonly string[]) => names.length > 0 && list.look({ cols: names.join(',') })
  const move = (field: string, by: -1 | 1) => {
    const at = shown.indexOf(field)
    const next = shown.filter((name) => name !== field)
    next.splice(Math.max(0, at + by), 0, field)
    set(next)
  }
  const name = (field: string) => page.word(`field.${field}`)
  const order = [...columns, ...possible.filter((field) => !columns.includes(field))]
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          className={classes.button ?? ''}
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size={15} aria-hidden />}
        >
          {t('list.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''}>
        <Text size="xs" c="dimmed">
          {t('list.columnsHint')}
        </Text>
        <ul className={classes.list}>
          {order.map(({ field }) => {
            const on = shown.includes(field)
            return (
              <li key={field} className={classes.item}>
                <Checkbox
                  className={classes.name ?? ''}
                  label={name(field)}
                  checked={on}
                  disabled={on && shown.length === 1}
                  onChange={() => set(on ? shown.filter((other) => other !== field) : [...shown, field])}
                />
                {on && (
                  <>
                    <ActionIcon
                      size={24}
                      aria-label={t('list.columnUp', { field: name(field) })}
                      disabled={shown[0] === field}
                      onClick={() => move(field, -1)}
                    >
                      <IconArrowUp size={14} />
                    </ActionIcon>
                    <ActionIcon
                      size={24}
                      aria-label={t('list.columnDown', { field: name(field) })}
                      disabled={shown.at(-1) === field}
                      onClick={() => move(field, 1)}
                    >
                      <IconArrowDown size={14} />
                    </ActionIcon>
                  </>
                )}
              </li>
            )
          })}
        </ul>
        <Button variant="subtle" onClick={() => list.look({ cols: undefined })}>
          {t('list.resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
