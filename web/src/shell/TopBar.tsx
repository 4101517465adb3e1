import { Button } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { language, useWords } from '../i18n'
import type { Command } from '../ui/commands'
import { KeyCap } from '../ui/KeyCap'
import { useMay } from '../ui/rights'
import { ariaKeys } from '../ui/shortcuts'
import { Mark } from './Mark'
import { shellWords } from './messages'
import classes from './TopBar.module.css'
import { UserButton } from './UserButton'

type Props = { openPalette: () => void; bright: Command | null; start: (command: Command) => void }

/** Search, the constant bright button, and the user's own menu. */
export function TopBar({ openPalette, bright, start }: Props) {
  const t = useWords(shellWords)
  const may = useMay()
  return (
    <header className={classes.bar}>
      <span className={classes.mark}>
        <Mark size={26} />
      </span>
      <button
        type="button"
        className={classes.box}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Alt+Q"
        onClick={openPalette}
      >
        <IconSearch size={16} aria-hidden />
        <span className={classes.text}>{t('palette.open')}</span>
        <KeyCap keys="Ctrl+K" />
      </button>
      <span className={classes.push} />
      {bright && may(bright.right) && (
        <Button
          className={classes.bright ?? ''}
          leftSection={<bright.icon size={16} aria-hidden />}
          rightSection={bright.keys && <KeyCap keys={bright.keys} bright />}
          aria-keyshortcuts={bright.keys && ariaKeys(bright.keys)}
          onClick={() => start(bright)}
        >
          {bright.label(language())}
        </Button>
      )}
      <UserButton />
    </header>
  )
}
