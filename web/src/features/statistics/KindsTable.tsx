import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import { uiWords } from '../../ui/messages'
import { entriesAddress, type Statistics } from './api'
import { countOf, kindsOf, sumOf } from './kinds'
import { statisticsWords } from './messages'
import classes from './Numbers.module.css'
import { longStep } from './steps'

/** The figures of the bars: one line for each stretch of time, one column for each kind. */
export function KindsTable({ statistics, title }: { statistics: Statistics; title: string }) {
  const t = useWords(statisticsWords)
  const ui = useWords(uiWords)
  const { steps, step, entries } = statistics
  const kinds = kindsOf(statistics)
  const cell = (count: number, ...filters: Readonly<Record<string, string>>[]) =>
    count === 0 ? '–' : <Link to={entriesAddress(entries, ...filters)}>{number(count)}</Link>
  return (
    <table className={classes.numbers} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('kinds.days')}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col">
              {ui(`kind.${kind}`)}
            </th>
          ))}
          <th scope="col">{t('kinds.total')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((one) => (
          <tr key={one.from}>
            <th scope="row">{longStep(one, step)}</th>
            {kinds.map((kind) => (
              <td key={kind}>{cell(countOf(one, kind), one.entries, { kind })}</td>
            ))}
            <td>{cell(sumOf(one), one.entries)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
