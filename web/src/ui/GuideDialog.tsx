import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../i18n'
import classes from './GuideDialog.module.css'
import { KeyCap } from './KeyCap'
import { uiWords } from './messages'
import { usePhone } from './screen'
import { ariaKeys, useShortcut } from './shortcuts'

export type GuideStep = { step: string; label: string; content: ReactNode; faults?: number }
/** The guide's next step: the one bright button. `Ctrl+Enter` does it, as everywhere. */
export type GuideBright = { label: string; run: () => void; pending?: boolean }
type Props = {
  title: string
  steps: readonly GuideStep[]
  step: string
  go: (step: string) => void
  close: () => void
  bright: GuideBright
  /** Beside the steps: what will come of it. */
  side?: ReactNode
  /** At the foot: that the draft keeps itself, and how to discard it. */
  foot?: ReactNode
  /** Quiet buttons beside the bright one. */
  others?: ReactNode
  /** A refusal that belongs to no field. */
  refused?: ReactNode
}

/** The frame of a guide: its steps as buttons, one step's fields, what will come of it, the next step. Closing asks nothing. */
export function GuideDialog({ title, steps, step, go, close, bright, side, foot, others, refused }: Props) {
  const t = useWords(uiWords)
  const phone = usePhone()
  const at = steps.findIndex((one) => one.step === step)
  const before = steps[at - 1]
  useShortcut({ keys: 'Ctrl+Enter', label: bright.label, run: bright.run, inDialog: true })
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={1080}
      fullScreen={phone}
      padding={0}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        content: classes.content ?? '',
        body: classes.inside ?? '',
        header: classes.header ?? '',
      }}
    >
      {steps.length > 1 && (
        <nav className={classes.steps} aria-label={t('guide.steps')}>
          {steps.map((one, index) => (
            <button
              key={one.step}
              type="button"
              className={classes.step}
              aria-current={one.step === step ? 'step' : undefined}
              onClick={() => go(one.step)}
            >
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
              <span className={classes.spoken}>{t('guide.step', { n: index + 1, of: steps.length })}</span> {one.label}
              {one.faults !== undefined && one.faults > 0 && <span className={classes.faults}>{one.faults}</span>}
            </button>
          ))}
        </nav>
      )}
      <div className={classes.body} data-side={side ? true : undefined}>
        <div className={classes.fields}>{steps[at]?.content}</div>
        {side && <aside className={classes.side}>{side}</aside>}
      </div>
      {refused && <div className={classes.refused}>{refused}</div>}
      <footer className={classes.foot}>
        <div className={classes.kept}>{foot}</div>
        {before && (
          <Button variant="default" onClick={() => go(before.step)}>
            {t('back')}
          </Button>
        )}
        {others}
        <Button
          loading={bright.pending ?? false}
          rightSection={<KeyCap keys="Ctrl+Enter" bright />}
          aria-keyshortcuts={ariaKeys('Ctrl+Enter')}
          onClick={bright.run}
        >
          {bright.label}
        </Button>
      </footer>
    </Modal>
  )
}
