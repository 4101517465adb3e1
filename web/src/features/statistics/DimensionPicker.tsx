import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useWords } from '../../i18n'
import { useAddress } from '../../ui/address'
import classes from './DimensionPicker.module.css'
import { statisticsWords } from './messages'
import { dimensions, type State } from './state'

/** By what the rows of the table are told apart. */
export function DimensionPicker({ state: { tab, by } }: { state: State }) {
  const t = useWords(statisticsWords)
  const { change } = useAddress()
  const data = dimensions[tab].map((value) => ({ value, label: t(`by.${value}`) }))
  const choose = (value: string) => change({ by: value === dimensions[tab][0] ? undefined : value })
  const label = t('by.label')
  return (
    <div className={classes.picker}>
      {data.length > 3 ? (
        <NativeSelect
          label={label}
          classNames={{ root: classes.select ?? '', label: classes.label ?? '' }}
          value={by}
          data={data}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : (
        <SegmentedControl aria-label={label} value={by} onChange={choose} data={data} />
      )}
    </div>
  )
}
