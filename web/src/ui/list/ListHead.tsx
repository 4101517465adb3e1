import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import { uiWords } from '../messages'
import { OnDemand } from '../OnDemand'
import { PageTitle } from '../PageTitle'
import { useMay } from '../rights'
import { usePhone } from '../screen'
import { useShortcut } from '../shortcuts'
import { ListButton } from './Actions'
import { exportAddress } from './exportAddress'
import classes from './ListPage.module.css'
import { PhoneActions } from './PhoneActions'
import { sortOrders } from './sortOrders'
import type { List } from './useList'

const ExportMenu = lazy(() => import('./ExportMenu').then((module) => ({ default: module.ExportMenu })))

/** The other way to show the rows, when the page has one. */
export type Look = { timeline: boolean; change: () => void }

type Props<Row extends { id: number }> = {
  list: List<Row>
  look: Look | null
}

/** The head of a list: its name, how many rows, what it is for, and what belongs to the list as a whole. */
export function ListHead<Row extends { id: number }>({ list, look }: Props<Row>) {
  const t = useWords(uiWords)
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
          <PhoneActions
            page={page}
            actions={actions}
            sort={{ orders: sortOrders(page, t), order: list.sort, set: (sort) => list.filter({ sort }) }}
            {...(page.exportTo ? { csv: exportAddress(list, 'csv'), xlsx: exportAddress(list, 'xlsx') } : {})}
            look={look}
          />
        ) : (
          <>
            {look && <LookSwitch {...look} />}
            {page.exportTo && <ExportButton csv={exportAddress(list, 'csv')} xlsx={exportAddress(list, 'xlsx')} />}
            {actions.map((action) => (
              <ListButton key={action.action} list={list} action={action} />
            ))}
          </>
        )
      }
    />
  )
}

function ExportButton(props: { csv: string; xlsx: string }) {
  const t = useWords(uiWords)
  const button = (
    <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} aria-haspopup="menu">
      {t('list.export')}
    </Button>
  )
  return <OnDemand button={button} menu={ExportMenu} props={props} />
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
