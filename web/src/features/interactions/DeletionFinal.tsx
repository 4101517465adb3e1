import { Alert, Button, Checkbox } from '@mantine/core'
import { IconAlertTriangle, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { KeyCap } from '../../ui/KeyCap'
import { ariaKeys, useShortcut } from '../../ui/shortcuts'
import { deleteCanceled, type Preview } from './api'
import classes from './DeleteCanceledPage.module.css'
import { interactionWords } from './messages'

type Props = {
  preview: Preview
  filter: Readonly<Record<string, string>>
  again: () => void
  begun: (job: number) => void
}

/** Says that it is final; the red button lives once that was read, and only for the preview that is shown. */
export function DeletionFinal({ preview, filter, again, begun }: Props) {
  const t = useWords(interactionWords)
  const [read, setRead] = useState(false)
  const { mutate, isPending, error } = useMutation<{ id: number }, Problem>({
    mutationFn: () => deleteCanceled(filter, preview.token),
    onSuccess: ({ id }) => begun(id),
  })
  const label = t('delete.run', { count: preview.count })
  useShortcut(read && !isPending ? { keys: 'Ctrl+Enter', label, run: () => mutate() } : null)
  return (
    <section className={classes.final} aria-label={t('delete.final')}>
      <IconAlertTriangle size={22} stroke={1.8} aria-hidden className={classes.sign} />
      <p className={classes.warning}>
        <b>{t('delete.final')}</b> {t('delete.finalLine')}
      </p>
      <div className={classes.acts}>
        <Checkbox label={t('delete.read')} checked={read} onChange={(event) => setRead(event.currentTarget.checked)} />
        <Button variant="default" leftSection={<IconRefresh size={15} aria-hidden />} onClick={again}>
          {t('delete.again')}
        </Button>
        <Button variant="default" component={Link} to="/interactions">
          {t('delete.leave')}
        </Button>
        <Button
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          rightSection={read && <KeyCap keys="Ctrl+Enter" bright />}
          aria-keyshortcuts={ariaKeys('Ctrl+Enter')}
          disabled={!read}
          loading={isPending}
          onClick={() => mutate()}
        >
          {label}
        </Button>
      </div>
      {error && (
        <Alert color="red" role="alert" className={classes.refused ?? ''}>
          {error.type === 'preview-outdated' ? t('delete.outdated') : error.message}
        </Alert>
      )}
    </section>
  )
}
