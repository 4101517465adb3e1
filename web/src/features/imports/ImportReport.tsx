import { Button, Group } from '@mantine/core'
import { useWords } from '../../i18n'
import { useGo } from '../../ui/address'
import { Panel } from '../../ui/card/Facts'
import { JobProgress } from '../../ui/JobProgress'
import { useJob } from '../../ui/useJob'
import classes from './ImportPage.module.css'
import { importWords } from './messages'

/** How far the import has come, and at its end what became of the rows. */
export function ImportReport({ id, progressId, again }: { id: number; progressId: number; again: () => void }) {
  const t = useWords(importWords)
  const go = useGo()
  const { job, stop } = useJob(progressId)
  if (job === undefined) return null
  const { created = 0, known = 0, refused = 0 } = job.detail as { created?: number; known?: number; refused?: number }
  const over = job.state === 'done' || job.state === 'stopped' || job.state === 'failed'
  return (
    <div className={classes.steps}>
      <Panel title={t('running')}>
        <JobProgress label={t('running')} job={job} stop={stop} />
        <p>{t('report', { created, known, refused })}</p>
        {over && (
          <Group>
            <Button onClick={() => go('/contacts')}>{t('toContacts')}</Button>
            {refused > 0 && (
              <Button component="a" variant="default" href={`/api/imports/${id}/refused`} download>
                {t('refusedFile')}
              </Button>
            )}
            <Button variant="subtle" onClick={again}>
              {t('file.another')}
            </Button>
          </Group>
        )}
      </Panel>
    </div>
  )
}
