import { Button, Modal } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Problem } from '../api/problem'
import { useWords } from '../i18n'
import classes from './GuideDialog.module.css'
import { KeyCap } from './KeyCap'
import { uiWords } from './messages'
import { usePhone, useRoomy } from './screen'
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
  /** Beside the steps, folded under them where there is no room: what will come of it. */
  side?: { title: string; content: ReactNode }
  /** At the foot: that the draft keeps itself, and how to discard it. */
  foot?: ReactNode
  /** Quiet buttons beside the bright one. */
  others?: ReactNode
  /** What the last try was refused for: the focus goes to the first field that is wrong. */
  problem?: Problem | null
  /** The refusal, in words. */
  refused?: ReactNode
}

/** The frame of a guide: its steps as buttons, one step's fields, what will come of it, the next step. Closing asks nothing. */
export function GuideDialog({ title, steps, step, go, close, bright, problem = null, ...rest }: Props) {
  const { side, foot, others, refused } = rest
  const t = useWords(uiWords)
  const phone = usePhone()
  const roomy = useRoomy()
  const fields = useFocusOfStep(step, problem)
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
        <div ref={fields} className={classes.fields}>
          {steps[at]?.content}
        </div>
        {side && roomy && (
          <aside className={classes.side} aria-label={side.title}>
            <h2 className={classes.sideTitle}>{side.title}</h2>
            {side.content}
          </aside>
        )}
        {side && !roomy && (
          <details className={classes.side}>
            <summary className={classes.sideTitle}>{side.title}</summary>
            {side.content}
          </details>
        )}
      </div>
      {refused && <div className={classes.refused}>{refused}</div>}
      <footer className={classes.foot}>
        <div className={classes.kept}>{foot}</div>
        <div className={classes.buttons}>
          {before && (
            <Button variant="default" onClick={() => go(before.step)}>
              {t('back')}
            </Button>
          )}
          {others}
          <Button
            className={classes.bright ?? ''}
            loading={bright.pending ?? false}
            rightSection={!phone && <KeyCap keys="Ctrl+Enter" bright />}
            aria-keyshortcuts={ariaKeys('Ctrl+Enter')}
            onClick={bright.run}
          >
            {bright.label}
          </Button>
        </div>
      </footer>
    </Modal>
  )
}

/** Puts the focus into a step that is gone to, where there is something to fill; after a refusal at the first wrong field. */
function useFocusOfStep(step: string, problem: Problem | null) {
  const fields = useRef<HTMLDivElement>(null)
  const seen = useRef({ step, problem })
  useEffect(() => {
    const { step: from, problem: before } = seen.current
    seen.current = { step, problem }
    if (from === step && (problem === null || problem === before)) return
    const at = ['[aria-invalid=true]', '[data-autofocus]', 'input, textarea, button'].flatMap(
      (place) => fields.current?.querySelector<HTMLElement>(place) ?? [],
    )
    at[0]?.focus()
  }, [step, problem])
  return fields
}
