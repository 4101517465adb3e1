import { useMantineColorScheme } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../i18n'
import { useGo } from '../ui/address'
import { type Command, useRegistry } from '../ui/commands'
import { keepFocus } from '../ui/keepFocus'
import { uiWords } from '../ui/messages'
import { PreferencesContext } from '../ui/preferences'
import { rememberedSearch } from '../ui/recent'
import { RightsContext, useMay } from '../ui/rights'
import { usePhone, useWide } from '../ui/screen'
import { listenToKeys, useShortcut } from '../ui/shortcuts'
import { useUndo } from '../ui/useUndo'
import classes from './Frame.module.css'
import { shellWords } from './messages'
import { Nav } from './Nav'
import { readPreferences } from './preferences'
import { type Session, useSession, useSessionEnded } from './session'
import { TopBar } from './TopBar'
import { useLive } from './useLive'

const Palette = lazy(() => import('./Palette').then((module) => ({ default: module.Palette })))
const HelpDialog = lazy(() => import('./HelpDialog').then((module) => ({ default: module.HelpDialog })))
const TabBar = lazy(() => import('./TabBar').then((module) => ({ default: module.TabBar })))
const SessionEnded = lazy(() => import('./SessionEnded').then((module) => ({ default: module.SessionEnded })))

/** The frame of every page: navigation, top bar, palette, keys, and the dialogs that open over any page. */
export function Frame() {
  const session = useSession()
  const preferences = usePreferencesOf(session)
  return (
    <PreferencesContext value={preferences}>
      <RightsContext value={session.user.rights}>
        <Inside />
      </RightsContext>
    </PreferencesContext>
  )
}

function Inside() {
  const t = useWords(shellWords)
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  const [dialog, setDialog] = useState<Command | null>(null)
  const [rail, setRail] = useLocalStorage({ key: 'carteggio.rail', defaultValue: false })
  const phone = usePhone()
  const narrow = !useWide()
  const ended = useSessionEnded()
  useLive(!ended)
  const start = useStart(setDialog)
  const { bright } = useRegistry()
  const Dialog = dialog && 'dialog' in dialog.does ? dialog.does.dialog : null
  return (
    <div className={classes.frame} data-rail={rail || narrow || undefined}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <FrameKeys
        start={start}
        palette={() => setPalette(true)}
        help={() => setHelp(true)}
        rail={() => setRail(!rail)}
      />
      {!phone && <Nav rail={rail || narrow} />}
      <div className={classes.main}>
        <TopBar openPalette={() => setPalette(true)} bright={bright} start={start} />
        <main id="content" className={classes.content}>
          <Outlet />
        </main>
      </div>
      <Suspense>{phone && <TabBar bright={bright} start={start} />}</Suspense>
      <Suspense>
        {palette && <Palette close={() => setPalette(false)} start={start} />}
        {Dialog && <Dialog close={() => setDialog(null)} />}
        {ended && <SessionEnded />}
        {help && <HelpDialog close={() => setHelp(false)} />}
      </Suspense>
    </div>
  )
}

/** Begins a command: goes there, does it, or opens its dialog over the page. */
function useStart(setDialog: (command: Command) => void): (command: Command, how?: { tab: boolean }) => void {
  const go = useGo()
  return (command, how) => {
    if ('to' in command.does) {
      const { to } = command.does
      go(typeof to === 'string' ? to : to(location.pathname), how)
    } else if ('run' in command.does) command.does.run()
    else setDialog(command)
  }
}

type KeysProps = { start: (command: Command) => void; palette: () => void; help: () => void; rail: () => void }
/** The keys that act on every page. */
function FrameKeys({ start, palette, help, rail }: KeysProps) {
  const t = useWords(shellWords)
  const ui = useWords(uiWords)
  const go = useGo()
  const undo = useUndo()
  const may = useMay()
  const { pages, commands, bright } = useRegistry()
  const app = { of: 'app' } as const
  useShortcut({ keys: 'Ctrl+K', label: t('palette.open'), run: palette, ...app })
  useShortcut({ keys: 'Alt+Q', label: t('palette.open'), run: palette, ...app })
  useShortcut({ keys: '?', label: t('help.title'), run: help, ...app })
  useShortcut({ keys: 'Ctrl+B', label: t('rail'), run: rail, ...app })
  useShortcut({ keys: 'Ctrl+Z', label: ui('key.undo'), run: () => undo(), ...app })
  return [
    ...[...commands, ...(bright ? [bright] : [])].flatMap((command) =>
      command.keys && may(command.right)
        ? [<Key key={command.id} keys={command.keys} label={command.label()} run={() => start(command)} />]
        : [],
    ),
    ...pages.flatMap(({ to, chord, label, right }) =>
      chord && may(right)
        ? [<Key key={to} keys={chord} label={label()} run={() => go(to + rememberedSearch(to))} />]
        : [],
    ),
  ]
}
function Key({ keys, label, run }: { keys: string; label: string; run: () => void }) {
  useShortcut({ keys, label, run, of: 'app' })
  return null
}

/** Hands the user's preferences to the document: colours, density, keys. */
function usePreferencesOf({ user }: Session) {
  const { scheme, density, singleKeys } = readPreferences(user.preferences)
  const { setColorScheme } = useMantineColorScheme()
  const client = useQueryClient()
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme])
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  useEffect(() => listenToKeys(singleKeys), [singleKeys])
  useEffect(() => keepFocus(), [])
  useEffect(() => {
    const again = () => void client.resumePausedMutations()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [client])
  return { density, singleKeys }
}
