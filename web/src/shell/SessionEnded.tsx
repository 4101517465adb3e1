import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../i18n'
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
      <p>{t('ended.text')}</p>
      <SignInForm email={user.email} done={() => void again()} />
      <p>
        <a href="/sign-in">{t('ended.other')}</a>
      </p>
    </Modal>
  )
}
