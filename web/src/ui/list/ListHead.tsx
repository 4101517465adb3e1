import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import { uiWords } from '../messages'
import { PageTitle } from '../PageTitle'
import { useMay } from '../rights'
import { usePhone } from '../screen'
import { useShortcut } from '../shortcuts'
import { ListButton } from './Actions'
import { ExportMenu } from './ExportMenu'
import classes from './ListPage.module.css'
import { PhoneActions } from './PhoneActions'
import type { List } from './useList'

/** The other way to show the rows, when the page has one. */
export type Look = { timeline: boolean; change: () => void }

type Props<Row extends { id: number }> = {
  list: List<Row>
  look: Look | null
}

/** The head of a list: its name, how many rows, what it is for, and what belongs to the list as a whole. */
export function ListHead<Row extends { id: number }>({ list, look }: Props<Row>) {
  const phone = usePhone()
  const may = useMay()
  const { page } = list
  const actions = page.listActions.filter(({ right }) => may(right))
  return (
    <PageTitle
      title={page.word('title')}
      about={page.word('about')}
      beside={<Count list={list} />}
      actions={
        phone ? (
          <PhoneActions list={list} actions={actions} look={look} />
        ) : (
          <>
            {look && <LookSwitch {...look} />}
            <ExportMenu list={list} />
            {actions.map((action) => (
              <ListButton key={action.action} list={list} action={action} />
            ))}
          </>
        )
      }
    />
  )
}

function LookSwitch({ timeline, change }: Look) {
  const t = useWords(uiWords)
  useShortcut({ keys: 'V', label: t('key.look'), run: change })
  return (
    <SegmentedControl
      aria-label={t('list.look')}
      value={timeline ? 'timeline' : 'table'}
      onChange={change}
      data={[
        { value: 'table', label: t('list.table') },
        { value: 'timeline', label: t('list.timeline') },
      ]}
    />
  )
}

/** The number of rows that the filters find, when it has come. */
function Count<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const t = useWords(uiWords)
  const { page, search } = list
  const { sort: _, ...chosen } = page.chosen(search)
  const { data } = useQuery<{ count: number; more: boolean }, Problem>({
    queryKey: [page.name, 'count', chosen],
    queryFn: ({ signal }) => page.count?.(chosen, signal) ?? { count: 0, more: false },
    enabled: page.count !== undefined,
  })
  return (
    <span role="status" className={classes.count}>
      {data && (data.more ? t('list.rowsMore', { count: data.count }) : number(data.count))}
    </span>
  )
}
