import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../i18n'
import type { Selection } from '../../ui/page'
import { useAction } from '../../ui/useAction'
import { AskDialog } from './AskDialog'
import { cancelEntries, type Entry } from './api'
import { interactionWords } from './messages'

/** Most characters of a reason. */
const LONGEST = 250

/** Cancels entries and says why. */
export function CancelDialog({ on, close }: { on: Selection; close: () => void }) {
  const t = useWords(interactionWords)
  const client = useQueryClient()
  const { act, pending, problem } = useAction<Entry>()
  const [reason, setReason] = useState('')
  const cancel = () =>
    act({
      run: async () => {
        const done = await cancelEntries(on, reason.trim() || null)
        close()
        return done
      },
      said: (count) => t('done.cancel', { count }),
      change: { lists: ['interactions', 'list'], on, row: (entry) => ({ ...entry, canceled: true }) },
      after: () => void client.invalidateQueries({ queryKey: ['interactions', 'one'] }),
    })
  return (
    <AskDialog
      title={'ids' in on ? t('ask.cancel', { count: on.ids.length }) : t('ask.cancelAll')}
      label={t('action.cancel')}
      bad
      pending={pending}
      problem={problem}
      run={cancel}
      close={close}
    >
      <Textarea
        label={t('ask.reason')}
        description={t('ask.reasonHint')}
        value={reason}
        maxLength={LONGEST}
        autosize
        minRows={2}
        data-autofocus
        error={problem?.fields.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AskDialog>
  )
}
