import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { money, number } from '../../i18n/format'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import { entriesAddress } from './api'
import classes from './FiguresItems.module.css'
import { time } from './figures'
import { GoodShare } from './GoodShare'
import type { Line } from './lines'
import { statisticsWords } from './messages'

type Props = { lines: readonly Line[]; entries: Readonly<Record<string, string>> }

/** The rows on a phone: name and number, under them cost, time and how it went. */
export function FiguresItems({ lines, entries }: Props) {
  const t = useWords(statisticsWords)
  return (
    <ul className={classes.items}>
      {lines.map(({ key, name, kind, page, entries: own, figures }) => (
        <li key={key} className={classes.item}>
          {kind && <KindGlyph kind={kind} size={32} />}
          <div className={classes.what}>
            <div className={classes.name}>{page === null ? name : <Link to={page}>{name}</Link>}</div>
            <div className={classes.line}>
              {money(figures.cost)} · {time(figures.durationMin)}
            </div>
            <div className={classes.line}>
              <GoodShare figures={figures} />
            </div>
          </div>
          {own === null ? (
            <span className={classes.number}>{number(figures.count)}</span>
          ) : (
            <Link
              className={classes.number}
              to={entriesAddress(own, entries)}
              aria-label={t('showEntries', { name, count: figures.count })}
            >
              {number(figures.count)}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
