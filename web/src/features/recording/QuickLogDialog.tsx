import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { useAddress } from '../../ui/address'
import { uiWords } from '../../ui/messages'
import { usePhone } from '../../ui/screen'
import { recordingQueries } from './api'
import { recordingWords } from './messages'
import { QuickLogLine } from './QuickLogLine'

/** The quick log over any page, with the contact in view already set. */
export function QuickLogDialog({ close }: { close: () => void }) {
  const t = useWords(recordingWords)
  const ui = useWords(uiWords)
  const phone = usePhone()
  const { pathname } = useAddress()
  const id = Number(/^\/contacts\/(\d+)$/.exec(pathname)?.[1]) || null
  const { data: contact } = useQuery({ ...recordingQueries.contact(id ?? 0), enabled: id !== null })
  return (
    <Modal
      opened
      onClose={close}
      title={t('log')}
      size="lg"
      fullScreen={phone}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <QuickLogLine contact={contact} done={close} focus />
    </Modal>
  )
}
