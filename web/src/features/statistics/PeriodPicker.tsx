import { Button, SegmentedControl } from '@mantine/core'
import { lazy } from 'react'
import { useWords } from '../../i18n'
import { OnDemand } from '../../ui/OnDemand'
import type { Statistics } from './api'
import { daysOf } from './figures'
import { statisticsWords } from './messages'
import classes from './PeriodPicker.module.css'
import { expressionOf, type Preset, presetOf, presets } from './state'

const PeriodPopover = lazy(() => import('./PeriodPopover').then((module) => ({ default: module.PeriodPopover })))

type Props = {
  period: string
  /** The days it stands for now. */
  shown: Statistics['period'] | undefined
  choose: (period: string) => void
}

/** The period: one of the usual ones, or any stretch of days as it is written in filters. */
export function PeriodPicker({ period, shown, choose }: Props) {
  const t = useWords(statisticsWords)
  const button = (
    <Button variant="default" className={classes.typed ?? ''} aria-haspopup="dialog">
      <span className={classes.label}>{t('period.label')}</span>
      <span className={classes.days}>{shown ? daysOf(shown) : '…'}</span>
    </Button>
  )
  return (
    <div className={classes.picker}>
      <SegmentedControl
        className={classes.presets ?? ''}
        aria-label={t('period.label')}
        value={presetOf(period) ?? ''}
        onChange={(preset) => choose(expressionOf(preset as Preset))}
        data={presets.map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      <OnDemand button={button} menu={PeriodPopover} props={{ period, choose }} />
    </div>
  )
}
