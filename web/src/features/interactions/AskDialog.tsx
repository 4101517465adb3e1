import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { KeyCap } from '../../ui/KeyCap'
import { uiWords } from '../../ui/messages'
import { useShortcut } from '../../ui/shortcuts'

type Props = {
  title: string
  /** The bright button: what it does. */
  label: string
  bad?: boolean
  pending: boolean
  problem: Problem | null
  run: () => void
  close: () => void
  children: ReactNode
}

/** Asks for one thing before an act on entries; a refusal stays in it, with what was typed. */
export function AskDialog({ title, label, bad = false, pending, problem, run, close, children }: Props) {
  const t = useWords(uiWords)
  useShortcut({ keys: 'Ctrl+Enter', label, run, inDialog: true })
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <Stack gap="md">
          {children}
          {problem && (
            <Alert color="red" role="alert">
              {problem.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('close')}
            </Button>
            <Button
              type="submit"
              color={bad ? 'red' : undefined}
              loading={pending}
              rightSection={<KeyCap keys="Ctrl+Enter" bright />}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
