import { IconCheck, IconClock } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import classes from './EditableField.module.css'
import type { FieldState } from './useField'

/** Says under a field that it saved itself, or that it still tries. */
export function FieldStatus({ state }: { state: FieldState }) {
  const t = useWords(uiWords)
  return (
    <span role="status" className={classes.status}>
      {state === 'saved' && (
        <>
          <IconCheck size={13} aria-hidden /> {t('savedByItself')}
        </>
      )}
      {state === 'waiting' && (
        <>
          <IconClock size={13} aria-hidden /> {t('notSaved')}
        </>
      )}
    </span>
  )
}
