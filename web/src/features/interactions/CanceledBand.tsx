import { Alert } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { date } from '../../i18n/format'
import type { EntryCard } from './api'
import { interactionWords } from './messages'

/** Over a canceled entry: by whom, when, why, and that it does not count. */
export function CanceledBand({ cancellation }: { cancellation: NonNullable<EntryCard['cancellation']> }) {
  const t = useWords(interactionWords)
  const { reason, userName, at } = cancellation
  const values = { who: userName ?? t('entry.somebody'), when: date(at) }
  const told = reason && /[.!?…]$/.test(reason) ? reason : `${reason}.`
  return (
    <Alert variant="light" color="gray" icon={<IconBan size={16} aria-hidden />} mt={10}>
      {reason === null ? t('entry.canceledPlain', values) : t('entry.canceledBy', { ...values, reason: told })}
    </Alert>
  )
}
