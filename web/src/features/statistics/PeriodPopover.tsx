import { Popover } from '@mantine/core'
import type { ReactElement } from 'react'
import { useWords } from '../../i18n'
import { FilterInput } from '../../ui/FilterInput'
import { explainPeriod } from './api'
import { statisticsWords } from './messages'
import classes from './PeriodPicker.module.css'
import { expressionOf } from './state'

type Props = { period: string; choose: (period: string) => void; children: ReactElement }

/** Any stretch of days, written as in the filters of a list. */
export function PeriodPopover({ period, choose, children }: Props) {
  const t = useWords(statisticsWords)
  const all = expressionOf('all')
  return (
    <Popover position="bottom-end" shadow="md" width={320} trapFocus returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={t('period.label')}>
        <FilterInput
          label={t('period.type')}
          value={period === all ? '' : period}
          onFilter={(text) => choose(text === '' ? all : text)}
          explain={explainPeriod}
          explainKey={['statistics', 'period']}
        />
        <p className={classes.hint}>{t('period.hint')}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
