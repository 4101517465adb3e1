import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n'
import { longDate, today } from '../../i18n/format'
import { uiWords } from '../messages'
import { EvaluationFace } from './Evaluation'
import { type Flow, type Kind, KindGlyph } from './KindGlyph'
import classes from './TimelineItem.module.css'

/** "Today, Monday 23 November", "Friday 20 November": over the items of a day (`YYYY-MM-DD`). */
export function DayHeading({ day }: { day: string }) {
  const t = useWords(uiWords)
  return <h2 className={classes.day}>{day === today() ? t('today', { day: longDate(day) }) : longDate(day)}</h2>
}

type Props = {
  kind: Kind
  flow?: Flow
  title: string
  href: string
  /** A call nobody answered; struck through; hatched with a dashed edge. */
  failed?: boolean
  canceled?: boolean
  draft?: boolean
  states?: ReactNode
  /** To whom, by whom, what follows: one grey line. */
  meta: ReactNode
  /** At the end of the first line: the time, the duration. */
  when: ReactNode
  evaluation?: number | null
  /** Shown while this item is the one at hand. */
  actions?: ReactNode
  /** A quote, files. */
  children?: ReactNode
}

/** One interaction of a history. */
export function TimelineItem({
  kind,
  flow = null,
  title,
  href,
  failed = false,
  canceled = false,
  draft = false,
  ...rest
}: Props) {
  const { states, meta, when, evaluation = null, actions, children } = rest
  return (
    <div className={classes.item} data-canceled={canceled || undefined} data-draft={draft || undefined}>
      <KindGlyph kind={kind} flow={flow} failed={failed} />
      <div className={classes.text}>
        <div className={classes.first}>
          <Link to={href} className={classes.title} tabIndex={-1}>
            {title}
          </Link>
          {states}
          <span className={classes.end}>
            <EvaluationFace value={evaluation} />
            <span className={classes.when}>{when}</span>
          </span>
        </div>
        <div className={classes.meta}>{meta}</div>
        {children}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  )
}

/** A sentence of what was written, under its item. */
export const Quote = ({ children }: { children: ReactNode }) => <div className={classes.quote}>{children}</div>
