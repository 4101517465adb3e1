import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../i18n'
import { useGo } from '../address'
import { KeyCap } from '../KeyCap'
import { uiWords } from '../messages'
import { OnDemand } from '../OnDemand'
import type { ListAction, RowAction, Selection } from '../page'
import { ariaKeys, useShortcut } from '../shortcuts'
import type { Act } from '../useAction'
import type { List } from './useList'

const ChoiceMenu = lazy(() => import('./ChoiceMenu').then((module) => ({ default: module.ChoiceMenu })))

/** A button of the list itself: New, Import, Delete canceled; with its key. */
export function ListButton<Row extends { id: number }>({ list, action }: { list: List<Row>; action: ListAction }) {
  const go = useGo()
  const [open, setOpen] = useState(false)
  const label = list.page.word(`action.${action.action}`)
  const run = () => ('to' in action ? go(action.to) : setOpen(true))
  useShortcut(action.key ? { keys: action.key, label, run } : null)
  const Icon = action.icon
  return (
    <>
      <Button
        variant={action.bright ? 'filled' : 'default'}
        color={action.bad ? 'red' : undefined}
        leftSection={Icon && <Icon size={15} aria-hidden />}
        rightSection={action.key && <KeyCap keys={action.key} bright={action.bright === true} />}
        aria-keyshortcuts={action.key && ariaKeys(action.key)}
        onClick={run}
      >
        {label}
      </Button>
      <Suspense>{open && 'dialog' in action && <action.dialog close={() => setOpen(false)} />}</Suspense>
    </>
  )
}

type RowProps<Row extends { id: number }> = {
  list: List<Row>
  action: RowAction<Row>
  /** What it acts on: the selection, else the row at hand. */
  on: Selection
  rows: readonly Row[]
  /** Says how many at the button. */
  count: number | null
  act: (act: Act<Row>) => void
  ask: (action: RowAction<Row>) => void
}

/** A button of the bulk bar; it says what it will do to how many. */
export function RowButton<Row extends { id: number }>({ list, action, on, rows, count, act, ask }: RowProps<Row>) {
  const t = useWords(uiWords)
  const { page } = list
  const Icon = action.icon
  const word = page.word(`action.${action.action}`)
  const label = action.bad && count !== null ? t('list.counted', { label: word, count }) : word
  const look = {
    variant: 'subtle',
    color: action.bad ? 'red' : 'gray',
    leftSection: Icon && <Icon size={16} aria-hidden />,
  }
  const run = (choice: string) => ('form' in action ? ask(action) : act(actOf(list, action, on, choice)))
  if (action.may && !rows.some(action.may)) return null
  if ('choices' in action && action.choices)
    return (
      <OnDemand
        button={
          <Button {...look} rightSection={<KeyRange choices={action.choices} />} aria-haspopup="menu">
            {label}
          </Button>
        }
        menu={ChoiceMenu}
        props={{
          choices: action.choices.map(({ key, word: name, icon }) => ({ key, label: page.word(name), icon })),
          run,
        }}
      />
    )
  return (
    <Button
      {...look}
      rightSection={action.key && <KeyCap keys={action.key} />}
      aria-keyshortcuts={action.key && ariaKeys(action.key)}
      onClick={() => run('')}
    >
      {label}
    </Button>
  )
}

/** An action of the page's array as an act: the cached lists change at once, the toast says it in the feature's words. */
export function actOf<Row extends { id: number }>(
  list: List<Row>,
  action: Extract<RowAction<Row>, { run: unknown }>,
  on: Selection,
  choice: string,
): Act<Row> {
  const { page } = list
  const { optimistic } = action
  const key = `done.${action.action}`
  const lists = 'filter' in on ? page.query(list.search).queryKey : [page.name, 'list']
  return {
    run: () => action.run(on, choice),
    said: (count) => (page.has(key) ? page.word(key, { count }) : `${page.word(`action.${action.action}`)}: ${count}`),
    ...(optimistic ? { change: { lists, on, row: (row: Row) => optimistic(row, choice) } } : {}),
  }
}

/** The first and the last of several keys: 1 – 5. */
function KeyRange({ choices }: { choices: readonly { key: string }[] }) {
  const [first, last] = [choices[0], choices.at(-1)]
  if (first === undefined || last === undefined) return null
  return (
    <span aria-hidden>
      <KeyCap keys={first.key} /> – <KeyCap keys={last.key} />
    </span>
  )
}
