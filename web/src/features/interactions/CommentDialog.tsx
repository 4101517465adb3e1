import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import type { Selection } from '../../ui/page'
import { toast } from '../../ui/toast'
import { AskDialog } from './AskDialog'
import { addComment, type Entry, type EntryCard, interactionQueries } from './api'
import { interactionWords } from './messages'

/** Comments on the one entry that is chosen. */
export function CommentDialog({ rows, close }: { on: Selection; rows: readonly Entry[]; close: () => void }) {
  const t = useWords(interactionWords)
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const entry = rows[0]
  const add = useMutation<EntryCard, Problem, number>({
    mutationFn: (id) => addComment(id, text.trim()),
    onSuccess: (card) => {
      client.setQueryData(interactionQueries.one(card.id).queryKey, card)
      void client.invalidateQueries({ queryKey: ['interactions', 'list'], refetchType: 'none' })
      toast(t('done.comment'))
      close()
    },
  })
  if (entry === undefined) return null
  const run = () => (text.trim() === '' ? setMissing(true) : add.mutate(entry.id))
  return (
    <AskDialog
      title={t('ask.comment', { description: entry.description })}
      label={t('action.comment')}
      pending={add.isPending}
      problem={add.error}
      run={run}
      close={close}
    >
      <Textarea
        label={t('entry.comment')}
        value={text}
        required
        autosize
        minRows={3}
        maxLength={10_000}
        data-autofocus
        error={missing && text.trim() === '' ? t('entry.missing') : add.error?.fields.text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </AskDialog>
  )
}
