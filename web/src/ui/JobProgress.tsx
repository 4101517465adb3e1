import { Button, Progress } from '@mantine/core'
import { useWords } from '../i18n'
import classes from './JobProgress.module.css'
import { uiWords } from './messages'

/** How far a long act has come, as the server tells it. */
export type Job = {
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  done: number
  total: number | null
  problem: string | null
}

/** A long act: a bar, done of total in words, and the way to stop it. Leaving the page stops nothing. */
export function JobProgress({ label, job, stop }: { label: string; job: Job; stop?: () => void }) {
  const t = useWords(uiWords)
  const { state, done, total, problem } = job
  const running = state === 'waiting' || state === 'running'
  const part = state === 'done' ? 100 : total ? Math.min(100, (done / total) * 100) : 0
  const told = () => {
    if (state === 'failed') return t('job.failed', { problem })
    if (state === 'running' && total === null) return t('job.runningUnknown', { done })
    if (state === 'stopped' && total === null) return t('job.stoppedUnknown', { done })
    return t(`job.${state}`, { done, total })
  }
  return (
    <div className={classes.job}>
      <Progress.Root size="md" transitionDuration={0}>
        <Progress.Section
          value={part}
          aria-label={label}
          color={state === 'failed' ? 'var(--bad)' : 'var(--accent)'}
          animated={running && total === null}
        />
      </Progress.Root>
      <div className={classes.line}>
        <span role="status">{told()}</span>
        {running && stop && (
          <Button variant="default" onClick={stop}>
            {t('job.stop')}
          </Button>
        )}
      </div>
    </div>
  )
}
