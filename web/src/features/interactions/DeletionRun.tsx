import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../../i18n'
import { dateTime, minutes, number } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { Panel } from '../../ui/card/Facts'
import { JobProgress } from '../../ui/JobProgress'
import { Failed, Reading } from '../../ui/list/ListStates'
import { type Job, useJob } from '../../ui/useJob'
import classes from './DeleteCanceledPage.module.css'
import { interactionWords } from './messages'

/** The deletion while it goes on, and its report once it ended. Leaving the page stops nothing. */
export function DeletionRun({ progressId, again }: { progressId: number; again: () => void }) {
  const t = useWords(interactionWords)
  const client = useQueryClient()
  const { job, problem, stop } = useJob(progressId)
  const ended = job?.state === 'done' || job?.state === 'stopped' || job?.state === 'failed'
  useEffect(() => {
    if (!ended) return
    client.removeQueries({ queryKey: ['interactions', 'deletion'] })
    void client.invalidateQueries({ queryKey: ['interactions'], refetchType: 'none' })
  }, [ended, client])
  if (problem) return <Failed problem={problem} retry={again} />
  if (job === undefined) return <Reading />
  return (
    <div className={classes.run}>
      <Panel title={t('delete.running')}>
        <JobProgress label={t('delete.running')} job={job} stop={stop} />
        {job.state === 'running' && <Pace job={job} />}
      </Panel>
      {ended && <Report job={job} again={again} />}
    </div>
  )
}

/** How fast it goes, and how long it will still take. */
function Pace({ job: { startedAt, done, total } }: { job: Job }) {
  const t = useWords(interactionWords)
  const seconds = startedAt === null ? 0 : (Date.now() - Date.parse(startedAt)) / 1000
  if (seconds < 1 || done === 0 || total === null) return null
  const rate = done / seconds
  const left = Math.ceil(Math.max(0, total - done) / rate)
  return (
    <p className={classes.line}>
      {t('delete.rate', {
        rate: number(Math.round(rate)),
        left: left < 60 ? t('delete.seconds', { count: left }) : minutes(Math.ceil(left / 60)),
      })}
    </p>
  )
}

function Report({ job, again }: { job: Job; again: () => void }) {
  const t = useWords(interactionWords)
  const { user } = useSession()
  const left = Math.max(0, (job.total ?? job.done) - job.done)
  return (
    <Panel title={t('delete.report', { count: job.done, who: user.name, when: dateTime(job.finishedAt) })}>
      {job.state === 'stopped' && <p>{t('delete.stoppedAt', { done: job.done, left })}</p>}
      <p className={classes.line}>{t('delete.reportLine')}</p>
      <div className={classes.acts}>
        <Button variant="default" onClick={again}>
          {t('delete.newPreview')}
        </Button>
        <Button component={Link} to="/interactions" variant="light">
          {t('entry.toLog')}
        </Button>
      </div>
    </Panel>
  )
}
