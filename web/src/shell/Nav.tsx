import { IconHelpCircle, IconSettings, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment, type MouseEvent } from 'react'
import { language, useWords } from '../i18n'
import { number } from '../i18n/format'
import { useGo } from '../ui/address'
import { type PageEntry, useRegistry } from '../ui/commands'
import { KeyCap } from '../ui/KeyCap'
import { rememberedSearch } from '../ui/recent'
import { useMay } from '../ui/rights'
import { ariaKeys } from '../ui/shortcuts'
import { Mark } from './Mark'
import { shellWords } from './messages'
import classes from './Nav.module.css'
import { useSession } from './session'

/** Where one can go, with keys and what waits there; narrow, only the signs. */
export function Nav({ rail }: { rail: boolean }) {
  const t = useWords(shellWords)
  const { company } = useSession()
  const { main, setup } = useNavigation()
  return (
    <nav className={classes.nav} aria-label={t('nav')} data-rail={rail || undefined}>
      <div className={classes.company}>
        <Mark size={rail ? 28 : 26} />
        {!rail && (
          <div className={classes.names}>
            <div className={classes.name}>{company.name}</div>
            <div className={classes.product}>Carteggio</div>
          </div>
        )}
      </div>
      {main.map((page, at) => (
        <Fragment key={page.to}>
          {page.under && page.under() !== main[at - 1]?.under?.() && (
            <div className={classes.under}>{rail ? null : page.under(language())}</div>
          )}
          <Counted page={page} rail={rail} />
        </Fragment>
      ))}
      <span className={classes.push} />
      {setup.length > 0 && <Entry to="/setup" icon={IconSettings} label={t('setup.title')} keys="G U" rail={rail} />}
      <Entry to="/help" icon={IconHelpCircle} label={t('help.title')} keys="?" rail={rail} shown />
    </nav>
  )
}

/** The pages a user may see, in the order of the navigation. */
export function useNavigation(): { main: PageEntry[]; setup: PageEntry[]; phone: PageEntry[] } {
  const { pages } = useRegistry()
  const may = useMay()
  const allowed = pages.filter(({ right }) => may(right))
  const by = (place: (page: PageEntry) => number | undefined) =>
    allowed.filter((page) => place(page) !== undefined).sort((a, b) => (place(a) ?? 0) - (place(b) ?? 0))
  return { main: by(({ nav }) => nav), setup: by(({ setup }) => setup?.place), phone: by(({ phone }) => phone?.place) }
}

function Counted({ page, rail }: { page: PageEntry; rail: boolean }) {
  const count = page.useCount?.() ?? null
  return (
    <Entry
      to={page.to}
      icon={page.icon}
      label={page.label(language())}
      rail={rail}
      {...(page.chord ? { keys: page.chord } : {})}
      {...(count ? { count } : {})}
    />
  )
}

type EntryProps = {
  to: string
  icon: TablerIcon
  label: string
  rail: boolean
  keys?: string
  count?: number
  shown?: boolean
}
function Entry({ to, icon: Icon, label, rail, keys, count, shown }: EntryProps) {
  const onClick = useAsLeft(to)
  return (
    <Link
      to={to}
      className={classes.entry}
      activeOptions={{ exact: to === '/' }}
      activeProps={{ 'data-on': true }}
      onClick={onClick}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      aria-label={rail ? label : undefined}
      title={rail ? label : undefined}
    >
      <Icon size={rail ? 20 : 18} stroke={1.7} aria-hidden />
      {!rail && <span className={classes.label}>{label}</span>}
      {!rail && count !== undefined && <span className={classes.count}>{number(count)}</span>}
      {!rail && shown && keys && (
        <span className={classes.count}>
          <KeyCap keys={keys} />
        </span>
      )}
    </Link>
  )
}

/** Goes back to a list as it was left: with its filters, order and columns. */
export function useAsLeft(to: string): (event: MouseEvent) => void {
  const go = useGo()
  return (event) => {
    const left = rememberedSearch(to)
    if (left === '' || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(to + left)
  }
}
