import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import { evaluations } from '../../ui/interaction/Evaluation'
import { uiWords } from '../../ui/messages'
import { entriesAddress, type Statistics } from './api'
import { statisticsWords } from './messages'
import classes from './Numbers.module.css'

/** The figures of the bars by salesperson: one line for each, one column for each evaluation. */
export function WentTable({ statistics: { salespeople, entries } }: { statistics: Statistics }) {
  const t = useWords(statisticsWords)
  const ui = useWords(uiWords)
  return (
    <table className={classes.numbers} aria-label={t('went')}>
      <thead>
        <tr>
          <th scope="col">{t('by.salesperson')}</th>
          {evaluations.map((grade) => (
            <th key={grade} scope="col">
              {ui(`evaluation.value.${grade}`)}
            </th>
          ))}
          <th scope="col">{t('kinds.total')}</th>
        </tr>
      </thead>
      <tbody>
        {salespeople.map(({ id, name, entries: own, figures }) => (
          <tr key={id}>
            <th scope="row">{name ?? t('without.salesperson')}</th>
            {evaluations.map((grade) => {
              const count = figures.grades[grade - 1] ?? 0
              const to = entriesAddress(own, entries, { evaluation: String(grade) })
              return <td key={grade}>{count === 0 ? '–' : <Link to={to}>{number(count)}</Link>}</td>
            })}
            <td>
              <Link to={entriesAddress(own, entries)}>{number(figures.count)}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
