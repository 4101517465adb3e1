import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { Empty } from '../../ui/Empty'
import { usePhone } from '../../ui/screen'
import { statisticsQueries } from './api'
import { DimensionPicker } from './DimensionPicker'
import { FiguresGrid } from './FiguresGrid'
import { FiguresItems } from './FiguresItems'
import { linesOf } from './lines'
import { statisticsWords } from './messages'
import classes from './StatisticsTable.module.css'
import { dimensions, type State } from './state'

type Props = { state: State; entries: Readonly<Record<string, string>> }

/** The entries told apart by one thing: a row for each value with its figures; on a phone an item for each. */
export function StatisticsTable({ state, entries }: Props) {
  const t = useWords(statisticsWords)
  const phone = usePhone()
  const { data, error, isPlaceholderData, refetch } = useQuery(statisticsQueries.table(state.asked, state.by))
  const lines = data && linesOf(data, state)
  const label = t('table', { by: t(`by.${state.by}`) })
  return (
    <section className={classes.card} aria-label={label} aria-busy={!data || isPlaceholderData}>
      {dimensions[state.tab].length > 1 && <DimensionPicker state={state} />}
      {error && !data && (
        <Empty alert actions={<Button onClick={() => void refetch()}>{t('again')}</Button>}>
          {t('failed')} {error.message}
        </Empty>
      )}
      {lines &&
        (phone ? (
          <FiguresItems lines={lines} entries={entries} />
        ) : (
          <FiguresGrid lines={lines} state={state} entries={entries} label={label} />
        ))}
    </section>
  )
}
