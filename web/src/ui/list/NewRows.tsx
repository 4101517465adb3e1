import { IconArrowUp } from '@tabler/icons-react'
import { type RefObject, useRef } from 'react'
import { useWords } from '../../i18n'
import { focusSoon } from '../focusSoon'
import { KeyCap } from '../KeyCap'
import { uiWords } from '../messages'
import { ariaKeys, useShortcut } from '../shortcuts'
import classes from './NewRows.module.css'
import type { List } from './useList'
import { useNewRows } from './useNewRows'

const KEYS = '.'
const FIRST = 'tr[data-index="0"], [data-index="0"] article'

/** What others have added to a list; shown from the top, the keyboard at the first row. */
export function NewInList<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const box = useRef<HTMLDivElement>(null)
  const { count, take } = useNewRows(list.page.query(list.search), list.rows)
  const show = () => {
    take()
    list.begin()
    requestAnimationFrame(() => focusSoon(box.current?.parentElement ?? null, FIRST))
  }
  return <NewRows box={box} count={count} show={show} />
}

type Props = { box: RefObject<HTMLDivElement | null>; count: number; show: () => void }
function NewRows({ box, count, show }: Props) {
  const t = useWords(uiWords)
  useShortcut(count > 0 ? { keys: KEYS, label: t('key.newRows'), run: show } : null)
  return (
    <div ref={box} role="status" className={classes.place}>
      {count > 0 && (
        <button type="button" className={classes.pill} aria-keyshortcuts={ariaKeys(KEYS)} onClick={show}>
          <IconArrowUp size={15} aria-hidden /> {t('list.newRows', { count })} <KeyCap keys={KEYS} bright />
        </button>
      )}
    </div>
  )
}
