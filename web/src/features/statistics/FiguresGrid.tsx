import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { money, number } from '../../i18n/format'
import { useAddress } from '../../ui/address'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import { entriesAddress } from './api'
import classes from './FiguresGrid.module.css'
import { averageTime, time } from './figures'
import { GoodShare } from './GoodShare'
import { colourOf } from './kinds'
import type { Line } from './lines'
import { statisticsWords } from './messages'
import type { Sort, State } from './state'

type Props = { lines: readonly Line[]; state: State; entries: Readonly<Record<string, string>>; label: string }

/** Figures in columns with a bar for their number; a heading sorts. */
export function FiguresGrid({ lines, state, entries, label }: Props) {
  const t = useWords(statisticsWords)
  const most = Math.max(1, ...lines.map(({ figures }) => figures.count))
  const averages = state.tab === 'salespeople'
  const head = (sort: Sort, word: string, start = false) => (
    <Heading sort={sort} now={state.sort} start={start}>
      {word}
    </Heading>
  )
  return (
    <div className={classes.scroll}>
      <table className={classes.grid} aria-label={label}>
        <thead>
          <tr>
            {head('name', t(`by.${state.by}`), true)}
            {head('count', t('column.count'))}
            <td className={classes.barColumn} />
            {head('cost', t('column.cost'))}
            {averages && head('averageCost', t('column.averageCost'))}
            {head('time', t('column.time'))}
            {averages && head('averageTime', t('column.averageTime'))}
            {head('good', t('column.good'), true)}
            {head('average', t('column.average'))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, kind, page, entries: own, figures }) => (
            <tr key={key}>
              <th scope="row">
                <span className={classes.name}>
                  {kind && <KindGlyph kind={kind} size={22} />}
                  {page === null ? <span>{name}</span> : <Link to={page}>{name}</Link>}
                </span>
              </th>
              <td>
                {own === null ? (
                  number(figures.count)
                ) : (
                  <Link
                    className={classes.number}
                    to={entriesAddress(own, entries)}
                    aria-label={t('showEntries', { name, count: figures.count })}
                  >
                    {number(figures.count)}
                  </Link>
                )}
              </td>
              <td className={classes.barColumn}>
                <div className={classes.bar}>
                  <div
                    style={{
                      inlineSize: `${(figures.count / most) * 100}%`,
                      background: kind ? colourOf(kind) : 'var(--accent)',
                    }}
                  />
                </div>
              </td>
              <td>{money(figures.cost)}</td>
              {averages && <td>{money(figures.averageCost)}</td>}
              <td>{time(figures.durationMin)}</td>
              {averages && <td>{averageTime(figures.averageDurationMin)}</td>}
              <td className={classes.good}>
                <GoodShare figures={figures} />
              </td>
              <td>{figures.evaluation === null ? '–' : number(figures.evaluation, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadingProps = { sort: Sort; now: State['sort']; start: boolean; children: string }
/** Sorts by its column: downwards first, names upwards; again, the other way round. */
function Heading({ sort, now, start, children }: HeadingProps) {
  const { change } = useAddress()
  const on = now.by === sort
  const up = on ? !now.up : sort === 'name'
  const Arrow = now.up ? IconArrowUp : IconArrowDown
  return (
    <th scope="col" data-start={start || undefined} aria-sort={on ? (now.up ? 'ascending' : 'descending') : undefined}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => change({ sort: sort === 'count' && !up ? undefined : `${up ? '' : '-'}${sort}` })}
      >
        {children}
        {on && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  )
}
