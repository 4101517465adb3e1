import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { KeyCap } from '../../ui/KeyCap'
import { useShortcut } from '../../ui/shortcuts'
import { type EntryCard, interactionQueries } from './api'
import classes from './EntryContent.module.css'
import { interactionWords } from './messages'

type Props = {
  label: string
  /** The word of the button that saves. */
  button: string
  /** What stands in it at first. */
  first?: string
  /** Puts the cursor here from anywhere on the page. */
  keys?: string
  save: (text: string) => Promise<EntryCard>
  /** Given when the form can be left as it was. */
  close?: () => void
}

/** A comment being written; Ctrl+Enter saves it, a refusal leaves what was typed. */
export function CommentForm({ label, button, first = '', keys, save, close }: Props) {
  const t = useWords(interactionWords)
  const client = useQueryClient()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(first)
  const [missing, setMissing] = useState(false)
  const saving = useMutation<EntryCard, Problem>({
    mutationFn: () => save(text.trim()),
    onSuccess: (card) => {
      client.setQueryData(interactionQueries.one(card.id).queryKey, card)
      void client.invalidateQueries({ queryKey: ['history', 'interaction', card.id] })
      void client.invalidateQueries({ queryKey: ['interactions', 'list'], refetchType: 'none' })
      setText('')
      close?.()
    },
  })
  useShortcut(keys ? { keys, label, run: () => box.current?.focus() } : null)
  const submit = () => {
    setMissing(text.trim() === '')
    if (text.trim() !== '') saving.mutate()
    else box.current?.focus()
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Textarea
        ref={box}
        label={label}
        value={text}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
        data-autofocus={close ? true : undefined}
        aria-keyshortcuts={keys}
        error={
          missing && text.trim() === ''
            ? t('entry.missing')
            : saving.error && (saving.error.fields.text ?? saving.error.message)
        }
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            event.stopPropagation()
            submit()
          }
          if (event.key === 'Escape' && close) {
            event.stopPropagation()
            close()
          }
        }}
      />
      <div className={classes.buttons}>
        {close && (
          <Button variant="default" onClick={close}>
            {t('entry.keep')}
          </Button>
        )}
        <Button type="submit" variant="light" loading={saving.isPending} rightSection={<KeyCap keys="Ctrl+Enter" />}>
          {button}
        </Button>
      </div>
    </form>
  )
}
