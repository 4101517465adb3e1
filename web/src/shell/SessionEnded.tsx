import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../i18n'
import classes from './Door.module.css'
import { shellWords } from './messages'
import { SignInForm } from './SignInForm'
import { useSession } from './session'

/** Over the page whose session has ended: signing in again goes on with everything that was typed. */
export function SessionEnded() {
  const t = useWords(shellWords)
  const { user } = useSession()
  const client = useQueryClient()
  const again = () => client.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('ended.title')}
    >
      <p className={classes.text}>{t('ended.text')}</p>
      <SignInForm email={user.email} done={() => void again()} />
      <Button component="a" href="/sign-in" variant="subtle" fullWidth mt="sm">
        {t('ended.other')}
      </Button>
    </Modal>
  )
}
