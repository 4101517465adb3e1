import { Button } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useWords } from '../../i18n'
import { useAddress } from '../../ui/address'
import { KeyCap } from '../../ui/KeyCap'
import { useShortcut } from '../../ui/shortcuts'
import type { Statistics } from './api'
import { KindsLegend } from './KindsLegend'
import { KindsTable } from './KindsTable'
import { statisticsWords } from './messages'
import classes from './Plots.module.css'
import { WentPlot } from './WentPlot'
import { WentTable } from './WentTable'

const KindsPlot = lazy(() => import('./KindsPlot').then((module) => ({ default: module.KindsPlot })))

/** How the entries are spread over time and kinds, and how they went; as plots, or the same figures as tables. */
export function Plots({ statistics, asTables }: { statistics: Statistics; asTables: boolean }) {
  const t = useWords(statisticsWords)
  const { change } = useAddress()
  const swap = () => change({ plots: asTables ? undefined : 'tables' })
  useShortcut({ keys: 'V', label: t('swap'), run: swap })
  const Icon = asTables ? IconChartBar : IconTable
  const title = t(`kinds.${statistics.step}`)
  return (
    <div className={classes.plots} data-tables={asTables || undefined}>
      <section className={classes.card}>
        <header className={classes.head}>
          <h2>{title}</h2>
          {!asTables && <KindsLegend statistics={statistics} />}
          <Button
            variant="subtle"
            color="gray"
            className={classes.swap ?? ''}
            leftSection={<Icon size={15} aria-hidden />}
            rightSection={<KeyCap keys="V" />}
            aria-keyshortcuts="V"
            onClick={swap}
          >
            {t(asTables ? 'asPlots' : 'asTables')}
          </Button>
        </header>
        {!asTables && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: narrow, it scrolls, and must by keyboard too
          <section className={classes.plot} aria-label={title} tabIndex={0}>
            <Suspense>
              <KindsPlot statistics={statistics} title={title} />
            </Suspense>
          </section>
        )}
        <div className={asTables ? classes.table : classes.onPaper}>
          <KindsTable statistics={statistics} title={title} />
        </div>
      </section>
      <section className={classes.card}>
        <header className={classes.head}>
          <h2>{t('went')}</h2>
        </header>
        {!asTables && <WentPlot statistics={statistics} />}
        <div className={asTables ? classes.table : classes.onPaper}>
          <WentTable statistics={statistics} />
        </div>
      </section>
    </div>
  )
}
