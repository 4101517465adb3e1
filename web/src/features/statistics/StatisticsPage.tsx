import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { useWords } from '../../i18n'
import { date, today } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { useAddress } from '../../ui/address'
import { Empty } from '../../ui/Empty'
import { OnDemand } from '../../ui/OnDemand'
import { PageTitle } from '../../ui/PageTitle'
import { useMay } from '../../ui/rights'
import { exportAddress, type Statistics, statisticsQueries } from './api'
import { FigureStrip } from './FigureStrip'
import { daysOf } from './figures'
import { statisticsWords } from './messages'
import { Owners } from './Owners'
import { PeriodPicker } from './PeriodPicker'
import { Plots } from './Plots'
import classes from './StatisticsPage.module.css'
import { StatisticsTable } from './StatisticsTable'
import { StatisticsTabs } from './StatisticsTabs'
import { expressionOf, type State, stateOf } from './state'
import { useLightPrint } from './useLightPrint'

const ExportMenu = lazy(() => import('../../ui/list/ExportMenu').then((module) => ({ default: module.ExportMenu })))

/** What the log adds up to over a period: figures, plots, tables; each number leads to its entries. All state is in the address. */
export function StatisticsPage() {
  const t = useWords(statisticsWords)
  const { search, change } = useAddress()
  const state = stateOf(search)
  const { data, error, isPlaceholderData, refetch } = useQuery(statisticsQueries.figures(state.asked))
  useLightPrint()
  return (
    <div className={classes.page}>
      <PageTitle
        title={t('title')}
        actions={
          <>
            <PeriodPicker period={state.period} shown={data?.period} choose={(period) => change({ period })} />
            <Takeaway state={state} />
          </>
        }
      />
      <StatisticsTabs tab={state.tab} />
      {data && <Covered statistics={data} />}
      {error && !data ? (
        <Empty alert actions={<Button onClick={() => void refetch()}>{t('again')}</Button>}>
          {t('failed')} {error.message}
        </Empty>
      ) : (
        data && (
          <div className={classes.body} data-old={isPlaceholderData || undefined} aria-busy={isPlaceholderData}>
            <Owners scope={data.scope} />
            <FigureStrip statistics={data} />
            {data.figures.count === 0 ? (
              <Empty
                actions={
                  state.period !== expressionOf('all') && (
                    <Button variant="light" onClick={() => change({ period: expressionOf('all') })}>
                      {t('showAll')}
                    </Button>
                  )
                }
              >
                {t('empty')}
              </Empty>
            ) : (
              <>
                {state.tab === 'interactions' && <Plots statistics={data} asTables={state.asTables} />}
                <StatisticsTable state={state} entries={data.entries} />
              </>
            )}
          </div>
        )
      )}
    </div>
  )
}

/** Which days are shown and which they are compared with; on paper also whose figures these are. */
function Covered({ statistics: { period, before } }: { statistics: Statistics }) {
  const t = useWords(statisticsWords)
  const { company, user } = useSession()
  const days = daysOf(period)
  return (
    <div className={classes.covered}>
      <p>{before === null ? days : t('period.compared', { period: days, before: daysOf(before) })}</p>
      <p className={classes.paper}>{t('printed', { company: company.name, date: date(today()), user: user.name })}</p>
    </div>
  )
}

/** The ways to take the figures away: on paper, as a file. */
function Takeaway({ state: { asked, by } }: { state: State }) {
  const t = useWords(statisticsWords)
  const may = useMay()
  const button = (
    <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} aria-haspopup="menu">
      {t('export')}
    </Button>
  )
  const files = { csv: exportAddress('csv', asked, by), xlsx: exportAddress('xlsx', asked, by) }
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      {may('export') && <OnDemand button={button} menu={ExportMenu} props={files} />}
    </>
  )
}
