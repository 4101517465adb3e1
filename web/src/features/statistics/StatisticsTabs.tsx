import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { useAddress, writeSearch } from '../../ui/address'
import { statisticsWords } from './messages'
import classes from './StatisticsTabs.module.css'
import { type Tab, tabs } from './state'

/** What the figures are of; period and owner stay the same from one to the other. */
export function StatisticsTabs({ tab }: { tab: Tab }) {
  const t = useWords(statisticsWords)
  const { pathname, search } = useAddress()
  const { by: _by, sort: _sort, tab: _tab, ...kept } = search
  return (
    <nav className={classes.tabs} aria-label={t('tabs')}>
      {tabs.map((one) => (
        <Link
          key={one}
          to={`${pathname}${writeSearch({ ...(one === 'interactions' ? {} : { tab: one }), ...kept })}`}
          className={classes.tab}
          aria-current={one === tab ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(`tab.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
