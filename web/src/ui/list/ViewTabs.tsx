import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, useRef } from 'react'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { readSearch } from '../address'
import { uiWords } from '../messages'
import { OnDemand } from '../OnDemand'
import type { ListSearch, ViewStore } from '../page'
import { useShortcut } from '../shortcuts'
import type { List } from './useList'
import classes from './ViewTabs.module.css'

const SaveView = lazy(() => import('./SaveView').then((module) => ({ default: module.SaveView })))

/** What a view keeps: filters, order, columns; never the search text. */
const kept = <Row extends { id: number }>({ page, search }: List<Row>): ListSearch => {
  const { sort, cols } = search
  return { ...page.filters(search), ...(sort && sort !== page.firstSort ? { sort } : {}), ...(cols ? { cols } : {}) }
}
const same = (a: ListSearch, b: ListSearch) => Object.keys({ ...a, ...b }).every((key) => a[key] === b[key])

/** The views of a list as tabs: those everybody has, those somebody saved, and the way to save what is shown now. */
export function ViewTabs<Row extends { id: number }>({ list }: { list: List<Row> }) {
  const { page } = list
  const t = useWords(uiWords)
  const client = useQueryClient()
  const { data: saved = [] } = useQuery<Awaited<ReturnType<ViewStore['list']>>, Problem>({
    queryKey: page.saved?.queryKey ?? ['no-views'],
    queryFn: ({ signal }) => page.saved?.list(signal) ?? [],
    enabled: page.saved !== undefined,
  })
  const remove = useMutation<unknown, Problem, number>({
    mutationFn: async (id) => page.saved?.remove(id),
    onSettled: () => client.invalidateQueries({ queryKey: page.saved?.queryKey ?? [] }),
  })
  const now = kept(list)
  const views = [
    { key: 'all', name: t('list.all'), search: {}, id: null },
    ...(page.views ?? []).map(({ view, search }) => ({ key: view, name: page.word(`view.${view}`), search, id: null })),
    ...saved.map(({ id, name, search, mine }) => ({
      key: String(id),
      name,
      search: page.search(readSearch(search)),
      id: mine ? id : null,
    })),
  ]
  const isSaved = views.some(({ search }) => same(search, now))
  return (
    <nav className={classes.views} aria-label={t('list.views')}>
      {views.map(({ key, name, search, id }) => {
        const on = same(search, now)
        return (
          <span key={key} className={classes.view} data-on={on || undefined}>
            <button
              type="button"
              className={classes.tab}
              aria-current={on ? 'true' : undefined}
              onClick={() => list.view(search)}
            >
              {name}
            </button>
            {on && id !== null && (
              <ActionIcon size={24} aria-label={t('list.removeView', { name })} onClick={() => remove.mutate(id)}>
                <IconX size={13} />
              </ActionIcon>
            )}
          </span>
        )
      })}
      {page.saved && !isSaved && <SaveViewButton store={page.saved} search={now} />}
    </nav>
  )
}

/** The way to save what is shown as a view. */
function SaveViewButton({ store, search }: { store: ViewStore; search: ListSearch }) {
  const t = useWords(uiWords)
  const button = useRef<HTMLButtonElement>(null)
  useShortcut({ keys: 'Shift+V', label: t('key.saveView'), run: () => button.current?.click() })
  const tab = (
    <button ref={button} type="button" className={classes.tab} aria-haspopup="dialog" aria-keyshortcuts="Shift+V">
      + {t('list.saveView')}
    </button>
  )
  return <OnDemand button={tab} menu={SaveView} props={{ store, search }} />
}
