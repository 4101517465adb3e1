import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n'
import { money, number } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { entriesAddress, type Statistics } from './api'
import classes from './FigureStrip.module.css'
import { averageTime, changeOf, evaluatedOf, goodShare, isComparable, percent, time } from './figures'
import { statisticsWords } from './messages'

type Figure = { label: string; value: string; entries: Readonly<Record<string, string>> | null; line: ReactNode }

/** Six figures of the period, each with how it changed since the period before or what it is of. */
export function FigureStrip({ statistics: { figures, before, entries } }: { statistics: Statistics }) {
  const t = useWords(statisticsWords)
  const { currency } = useSession().company
  const then = before?.figures
  const change = (of: (one: typeof figures) => number): string =>
    then === undefined || !isComparable(then) ? '' : changeOf(of(figures), of(then))
  const good = goodShare(figures)
  const shown: Figure[] = [
    {
      label: t('figure.count'),
      value: number(figures.count),
      entries: {},
      line:
        then &&
        (isComparable(then)
          ? t('change.first', { change: change(({ count }) => count) })
          : t('change.few', { count: then.count })),
    },
    {
      label: t('figure.cost'),
      value: money(figures.cost, currency),
      entries: { cost: '>0' },
      line: change(({ cost }) => Number(cost)),
    },
    {
      label: t('figure.time'),
      value: time(figures.durationMin),
      entries: { durationMin: '>0' },
      line: change(({ durationMin }) => durationMin),
    },
    {
      label: t('figure.good'),
      value: good === null ? '–' : percent(good),
      entries: good === null ? null : { evaluation: '1|2' },
      line: good === null ? t('few') : t('ofEvaluated', { count: evaluatedOf(figures) }),
    },
    {
      label: t('figure.failed'),
      value: number(figures.failed),
      entries: { attemptFailed: 'yes' },
      line: figures.count > 0 && t('ofAll', { share: percent(figures.failed / figures.count) }),
    },
    {
      label: t('figure.each'),
      value: money(figures.averageCost, currency),
      entries: null,
      line: t('eachTime', { time: averageTime(figures.averageDurationMin) }),
    },
  ]
  return (
    <dl className={classes.strip}>
      {shown.map(({ label, value, entries: filter, line }) => (
        <div key={label} className={classes.figure}>
          <dt>{label}</dt>
          <dd className={classes.value}>
            {filter === null || figures.count === 0 ? value : <Link to={entriesAddress(entries, filter)}>{value}</Link>}
          </dd>
          <dd className={classes.line}>{line || '\u00a0'}</dd>
        </div>
      ))}
    </dl>
  )
}
