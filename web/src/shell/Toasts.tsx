import { ActionIcon } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n'
import { KeyCap } from '../ui/KeyCap'
import { uiWords } from '../ui/messages'
import { closeToasts, useToasts } from '../ui/toast'
import classes from './Toasts.module.css'

const SHOWN_MS = 8000

/** What was just done, one message at a time; it waits while the pointer or the focus is on it. */
export function Toasts() {
  const t = useWords(uiWords)
  const toasts = useToasts()
  const [held, setHeld] = useState(false)
  const last = toasts.at(-1)
  useEffect(() => {
    if (last === undefined || held) return
    const timer = setTimeout(closeToasts, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [last, held])
  const hold = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  }
  return (
    <section className={classes.region} aria-label={t('toasts')}>
      <output className={classes.told}>{last?.text}</output>
      {last && (
        <div key={last.id} className={classes.toast} {...hold}>
          <IconCheck size={17} stroke={2.2} aria-hidden />
          <span aria-hidden>
            {toasts.length > 1 ? `${last.text} (${t('done', { count: toasts.length })})` : last.text}
          </span>
          {last.offer && (
            <button type="button" className={classes.offer} onClick={last.offer.run}>
              {last.offer.label}
              {last.offer.keys && <KeyCap keys={last.offer.keys} bright />}
            </button>
          )}
          <ActionIcon
            className={classes.close ?? ''}
            variant="transparent"
            size={26}
            aria-label={t('dismiss')}
            onClick={closeToasts}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      )}
    </section>
  )
}
