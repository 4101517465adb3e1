import { ActionIcon, Button, Tabs } from '@mantine/core'
import { IconChevronRight, IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import { useAddress } from '../address'
import { KeyCap } from '../KeyCap'
import { uiWords } from '../messages'
import { Heading } from '../PageTitle'
import { rememberRecord } from '../recent'
import { usePhone, useWide } from '../screen'
import { useShortcut } from '../shortcuts'
import classes from './CardPage.module.css'

const SideDrawer = lazy(() => import('../SideDrawer').then((module) => ({ default: module.SideDrawer })))

export type CardTab = { tab: string; label: string; count?: number; content: () => ReactNode }
type Props = {
  /** Where this is: the list, then what stands above. */
  crumbs: readonly { label: string; href?: string }[]
  glyph?: ReactNode
  title: string
  /** The title is struck through: a canceled entry. */
  struck?: boolean
  states?: ReactNode
  /** One grey line of facts. */
  line?: ReactNode
  actions?: ReactNode
  /** A notice between head and tabs: why something cannot be done. */
  band?: ReactNode
  /** Up to four figures, shown while the facts are folded. */
  strip?: readonly { label: string; value: ReactNode }[]
  facts?: ReactNode
  tabs: readonly CardTab[]
}

/** Keeps the open tab in the address; for `validateSearch` of a card's route. */
export const cardSearch = (raw: Record<string, unknown>): { tab?: string } =>
  typeof raw.tab === 'string' ? { tab: raw.tab } : {}

/** The page of one record: where it is, what it is called, what can be done, its parts as tabs, its facts at the side. */
export function CardPage({
  crumbs,
  glyph,
  title,
  struck = false,
  states,
  line,
  actions,
  band,
  strip,
  facts,
  tabs,
}: Props) {
  const t = useWords(uiWords)
  const { pathname, search, change } = useAddress()
  const wide = useWide()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  useEffect(() => rememberRecord(title, pathname), [title, pathname])
  const first = tabs[0]?.tab ?? ''
  const shown = tabs.find(({ tab }) => tab === search.tab) ?? tabs[0]
  useShortcut(facts && !wide ? { keys: 'I', label: t('key.facts'), run: () => setOpen(!open) } : null)
  return (
    <div className={classes.card}>
      <header className={classes.head}>
        <div className={classes.top}>
          <nav aria-label={t('card.trail')} className={classes.crumbs}>
            {crumbs.map(({ label, href }, at) => (
              <Fragment key={label}>
                {at > 0 && <IconChevronRight size={12} aria-hidden />}
                {href === undefined ? <span>{label}</span> : <Link to={href}>{label}</Link>}
              </Fragment>
            ))}
          </nav>
          {facts && phone && (
            <ActionIcon variant="default" size={36} aria-label={t('card.facts')} onClick={() => setOpen(true)}>
              <IconLayoutSidebarRightExpand size={18} stroke={1.8} />
            </ActionIcon>
          )}
        </div>
        <div className={classes.main}>
          {glyph}
          <div className={classes.names}>
            <div className={classes.titleLine}>
              <Heading title={title} className={struck ? classes.struck : classes.title} />
              {states}
            </div>
            {line && <div className={classes.line}>{line}</div>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
        {facts && !wide && !(phone && strip === undefined) && (
          <div className={classes.strip}>
            {strip?.map(({ label, value }) => (
              <div key={label} className={classes.figure}>
                <div className={classes.figureLabel}>{label}</div>
                <div className={classes.figureValue}>{value}</div>
              </div>
            ))}
            {!phone && (
              <Button
                variant="default"
                leftSection={<IconLayoutSidebarRightExpand size={16} aria-hidden />}
                rightSection={<KeyCap keys="I" />}
                aria-keyshortcuts="I"
                onClick={() => setOpen(true)}
              >
                {t('card.facts')}
              </Button>
            )}
          </div>
        )}
        {band}
      </header>
      <Tabs
        value={shown?.tab ?? first}
        onChange={(tab) => change({ tab: tab === null || tab === first ? undefined : tab })}
        keepMounted={false}
        classNames={{
          root: classes.parts ?? '',
          list: classes.tabs ?? '',
          tab: classes.tab ?? '',
          panel: classes.panel ?? '',
        }}
      >
        <Tabs.List aria-label={t('card.tabs')}>
          {tabs.map(({ tab, label, count }) => (
            <Tabs.Tab
              key={tab}
              value={tab}
              rightSection={count !== undefined && <span className={classes.count}>{number(count)}</span>}
            >
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes.body} data-facts={(facts !== undefined && wide) || undefined}>
          {shown && (
            <Tabs.Panel value={shown.tab}>
              <Suspense>{shown.content()}</Suspense>
            </Tabs.Panel>
          )}
          {facts && wide && (
            <aside className={classes.facts} aria-label={t('card.facts')}>
              {facts}
            </aside>
          )}
        </div>
      </Tabs>
      <Suspense>
        {open && !wide && (
          <SideDrawer title={t('card.facts')} position="right" close={() => setOpen(false)}>
            {facts}
          </SideDrawer>
        )}
      </Suspense>
    </div>
  )
}
