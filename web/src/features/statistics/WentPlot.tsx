import { IconMoodCry, IconMoodSmileBeam } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import { useAddress, writeSearch } from '../../ui/address'
import { evaluations } from '../../ui/interaction/Evaluation'
import { uiWords } from '../../ui/messages'
import { entriesAddress, type Figures, type Statistics } from './api'
import { evaluatedOf } from './figures'
import { statisticsWords } from './messages'
import classes from './WentPlot.module.css'

/** So many have room beside the plot of kinds. */
const SHOWN = 5

/** How it went, by salesperson: those with the most entries, and how those evaluated were evaluated. */
export function WentPlot({ statistics: { salespeople, entries } }: { statistics: Statistics }) {
  const t = useWords(statisticsWords)
  const { pathname, search } = useAddress()
  return (
    <>
      <ul className={classes.people}>
        {salespeople.slice(0, SHOWN).map(({ id, name, entries: own, figures }) => (
          <li key={id}>
            <div className={classes.person}>
              <span className={classes.name}>{name ?? t('without.salesperson')}</span>
              <Link to={entriesAddress(own, entries)}>{number(figures.count)}</Link>
            </div>
            <Grades figures={figures} />
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <IconMoodSmileBeam size={17} stroke={1.8} className={classes.best} aria-hidden />
        {t('best')}
        <span className={classes.scale} />
        {t('worst')}
        <IconMoodCry size={17} stroke={1.8} className={classes.worst} aria-hidden />
      </div>
      {salespeople.length > SHOWN && (
        <Link
          className={classes.all}
          to={`${pathname}${writeSearch({ ...search, tab: 'salespeople', by: undefined, sort: undefined })}`}
        >
          {t('wentAll', { count: salespeople.length })}
        </Link>
      )}
    </>
  )
}

/** One bar from very positive to very negative; without evaluated entries the bar is empty and says so. */
function Grades({ figures }: { figures: Figures }) {
  const t = useWords(statisticsWords)
  const ui = useWords(uiWords)
  if (evaluatedOf(figures) === 0) return <div className={classes.none}>{t('notEvaluated')}</div>
  const told = evaluations.flatMap((grade) => {
    const count = figures.grades[grade - 1] ?? 0
    return count === 0 ? [] : [{ grade, count, text: `${ui(`evaluation.value.${grade}`)} ${number(count)}` }]
  })
  return (
    <div className={classes.bar} role="img" aria-label={told.map(({ text }) => text).join(', ')}>
      {told.map(({ grade, count, text }) => (
        <span key={grade} data-grade={grade} title={text} style={{ flexGrow: count }} />
      ))}
    </div>
  )
}
