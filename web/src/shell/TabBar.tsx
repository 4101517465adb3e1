import { Drawer } from '@mantine/core'
import { IconHelpCircle, IconMenu2, IconSettings, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { language, useWords } from '../i18n'
import type { Command } from '../ui/commands'
import { uiWords } from '../ui/messages'
import { useMay } from '../ui/rights'
import { shellWords } from './messages'
import { useNavigation } from './Nav'
import classes from './TabBar.module.css'

type Props = { bright: Command | null; start: (command: Command) => void }

/** The navigation of a phone: the pages used most, the bright button in the middle, the rest behind "More". */
export function TabBar({ bright, start }: Props) {
  const t = useWords(shellWords)
  const ui = useWords(uiWords)
  const may = useMay()
  const { main, setup, phone } = useNavigation()
  const [more, setMore] = useState(false)
  const rest = main.filter((page) => !phone.includes(page))
  const close = () => setMore(false)
  return (
    <nav className={classes.bar} aria-label={t('nav')}>
      {phone.slice(0, 2).map(({ to, icon, label, phone: tab }) => (
        <Tab key={to} to={to} icon={icon} label={(tab?.label ?? label)(language())} />
      ))}
      {bright && may(bright.right) && (
        <button type="button" className={classes.tab} onClick={() => start(bright)}>
          <span className={classes.bright}>
            <bright.icon size={22} aria-hidden />
          </span>
          <span className={classes.name}>{bright.label(language())}</span>
        </button>
      )}
      {phone.slice(2).map(({ to, icon, label, phone: tab }) => (
        <Tab key={to} to={to} icon={icon} label={(tab?.label ?? label)(language())} />
      ))}
      <button type="button" className={classes.tab} aria-haspopup="dialog" onClick={() => setMore(true)}>
        <IconMenu2 size={21} stroke={1.7} aria-hidden />
        <span className={classes.name}>{t('more')}</span>
      </button>
      <Drawer
        opened={more}
        onClose={close}
        position="bottom"
        size="sm"
        title={t('more')}
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        {rest.map(({ to, icon, label }) => (
          <Tab key={to} to={to} icon={icon} label={label(language())} wide close={close} />
        ))}
        {setup.length > 0 && <Tab to="/setup" icon={IconSettings} label={t('setup.title')} wide close={close} />}
        <Tab to="/help" icon={IconHelpCircle} label={t('help.title')} wide close={close} />
      </Drawer>
    </nav>
  )
}

type TabProps = { to: string; icon: TablerIcon; label: string; wide?: boolean; close?: () => void }
const Tab = ({ to, icon: Icon, label, wide = false, close }: TabProps) => (
  <Link
    to={to}
    className={wide ? classes.wide : classes.tab}
    activeOptions={{ exact: to === '/' }}
    activeProps={{ 'data-on': true }}
    onClick={close}
  >
    <Icon size={21} stroke={1.7} aria-hidden />
    <span className={classes.name}>{label}</span>
  </Link>
)
