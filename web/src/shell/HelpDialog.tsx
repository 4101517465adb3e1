import { Button, Modal } from '@mantine/core'
import { useWords } from '../i18n'
import { useGo } from '../ui/address'
import { uiWords } from '../ui/messages'
import { usePhone } from '../ui/screen'
import classes from './Help.module.css'
import { KeySheet } from './KeySheet'
import { shellWords } from './messages'

/** The keys, over any page. */
export function HelpDialog({ close }: { close: () => void }) {
  const t = useWords(shellWords)
  const ui = useWords(uiWords)
  const go = useGo()
  return (
    <Modal
      opened
      onClose={close}
      size={760}
      fullScreen={usePhone()}
      title={t('help.keys')}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <KeySheet />
      <div className={classes.manual}>
        <Button
          variant="light"
          onClick={() => {
            close()
            go('/help')
          }}
        >
          {t('help.manual')}
        </Button>
      </div>
    </Modal>
  )
}
