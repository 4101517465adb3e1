import { ActionIcon, Alert } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Fragment, Suspense, useState } from 'react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import type { RowAction, Selection } from '../page'
import { useMay } from '../rights'
import { useShortcut } from '../shortcuts'
import { useAction } from '../useAction'
import { actOf, RowButton } from './Actions'
import classes from './RowActions.module.css'
import type { List } from './useList'

/** What can be done to the selected rows, in a bar at the foot; the keys also act on the row at hand. */
export function RowActions<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const may = useMay()
  const { page, selection, selectedRows, activeRow } = list
  const { act, problem, forget } = useAction<Row>()
  const [asking, setAsking] = useState<RowAction<Row> | null>(null)
  const on: Selection | null = selection ?? (activeRow && { ids: [activeRow.id] })
  const rows = selection ? selectedRows : activeRow ? [activeRow] : []
  const count = selection && 'ids' in selection ? selection.ids.length : null
  const many = on !== null && !('ids' in on && on.ids.length === 1)
  const actions = page.rowActions.filter((action) => may(action.right) && !(many && 'one' in action && action.one))
  const start = (action: RowAction<Row>, choice: string) => {
    if (on === null || (action.may && !rows.some(action.may))) return
    if ('form' in action) setAsking(action)
    else act(actOf(list, action, on, choice))
    if (!('form' in action)) list.clear()
  }
  const Form = asking && 'form' in asking ? asking.form : null
  return (
    <>
      {actions.flatMap((action) =>
        'choices' in action && action.choices
          ? action.choices.map(({ key, word }) => (
              <Key key={`${action.action} ${key}`} keys={key} label={page.word(word)} run={() => start(action, key)} />
            ))
          : action.key
            ? [
                <Key
                  key={action.action}
                  keys={action.key}
                  label={page.word(`action.${action.action}`)}
                  run={() => start(action, '')}
                />,
              ]
            : [],
      )}
      <div className={classes.foot}>
        {problem && (
          <Alert
            className={classes.refused ?? ''}
            color="red"
            role="alert"
            withCloseButton
            closeButtonLabel={t('close')}
            onClose={forget}
          >
            {problem.message}
            {problem.errors.map((fault) => (
              <Fragment key={fault.pointer + fault.type}> {fault.detail !== problem.message && fault.detail}</Fragment>
            ))}
          </Alert>
        )}
        <span role="status" className={classes.count}>
          {selection && (count === null ? t('list.selectedAll') : t('list.selected', { count }))}
        </span>
        {selection && on && (
          <div
            className={classes.bar}
            role="toolbar"
            aria-label={count === null ? t('list.selectedAll') : t('list.selected', { count })}
          >
            <b className={classes.told}>{count === null ? t('list.selectedAll') : t('list.selected', { count })}</b>
            <ActionIcon size={26} aria-label={t('list.unselect')} onClick={list.clear}>
              <IconX size={15} />
            </ActionIcon>
            {actions.map((action) => (
              <RowButton
                key={action.action}
                list={list}
                action={action}
                on={on}
                rows={rows}
                count={count}
                ask={setAsking}
                act={(one) => {
                  act(one)
                  list.clear()
                }}
              />
            ))}
          </div>
        )}
      </div>
      <Suspense>{Form && on && <Form on={on} rows={rows} close={() => setAsking(null)} />}</Suspense>
    </>
  )
}

/** A key of the array; as a component, because their number differs from page to page. */
function Key({ keys, label, run }: { keys: string; label: string; run: () => void }) {
  useShortcut({ keys, label, run })
  return null
}
