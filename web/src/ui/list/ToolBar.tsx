import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react'
import { type RefObject, useRef, useState } from 'react'
import { useWords } from '../../i18n'
import { KeyCap } from '../KeyCap'
import { uiWords } from '../messages'
import { usePhone } from '../screen'
import { useShortcut } from '../shortcuts'
import filters from './Filters.module.css'
import classes from './ListPage.module.css'
import { ColumnsButton, SortButton } from './LookButtons'
import type { List } from './useList'

/** Above the rows: search, the filters that are set as chips, the filter pane's button, order and columns. */
export function ToolBar<Row extends { id: number }>({
  list,
  pane,
  setPane,
}: {
  list: List<Row>
  pane: boolean
  setPane: (open: boolean) => void
}) {
  const t = useWords(uiWords)
  const box = useRef<HTMLInputElement>(null)
  const { page, search } = list
  const set = Object.entries(page.filters(search))
  const phone = usePhone()
  const yesNo = (name: string) => page.fields.some(({ field, filter }) => field === name && filter === 'yesno')
  const canFilter = page.fields.some((field) => field.filter !== undefined)
  useShortcut({ keys: '/', label: t('key.search'), run: () => box.current?.focus() })
  useShortcut(canFilter ? { keys: 'F', label: t('key.filters'), run: () => setPane(!pane) } : null)
  return (
    <search className={classes.tools}>
      <SearchBox box={box} label={page.word('search')} value={search.q ?? ''} onSearch={(q) => list.filter({ q })} />
      {set.map(([field, expression]) => (
        <span key={field} className={filters.chip}>
          <span className={filters.chipField}>{page.word(`field.${field}`)}</span>
          <span className={filters.chipValue}>
            {expression === 'yes' && yesNo(field) ? t('field.yes') : expression}
          </span>
          <button
            type="button"
            className={filters.chipClear}
            aria-label={t('list.clearOne', { field: page.word(`field.${field}`) })}
            onClick={() => list.filter({ [field]: undefined })}
          >
            <IconX size={13} />
          </button>
        </span>
      ))}
      {canFilter && <FilterButton pane={pane} set={set.length} toggle={() => setPane(!pane)} />}
      {!phone && (
        <>
          <span className={classes.push} />
          <SortButton list={list} />
          <ColumnsButton list={list} />
        </>
      )}
    </search>
  )
}

/** Opens the filters; says how many are set. On a phone a sign with a number. */
function FilterButton({ pane, set, toggle }: { pane: boolean; set: number; toggle: () => void }) {
  const t = useWords(uiWords)
  const phone = usePhone()
  const label = set > 0 ? t('list.filtersOn', { count: set }) : t('list.filters')
  if (phone)
    return (
      <span className={filters.filterIcon}>
        <ActionIcon variant="default" size={44} aria-label={label} aria-expanded={pane} onClick={toggle}>
          <IconFilter size={18} />
        </ActionIcon>
        {set > 0 && (
          <span className={filters.badge} aria-hidden>
            {set}
          </span>
        )}
      </span>
    )
  return (
    <Button
      variant={pane || set > 0 ? 'light' : 'subtle'}
      aria-expanded={pane}
      aria-keyshortcuts="F"
      leftSection={<IconFilter size={15} aria-hidden />}
      rightSection={<KeyCap keys="F" />}
      onClick={toggle}
    >
      {label}
    </Button>
  )
}

/** Writes to the address a moment after typing; `/` goes there, Escape empties it. */
function SearchBox({
  box,
  label,
  value,
  onSearch,
}: {
  box: RefObject<HTMLInputElement | null>
  label: string
  value: string
  onSearch: (text: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const later = useDebouncedCallback(onSearch, 250)
  return (
    <TextInput
      ref={box}
      className={classes.search ?? ''}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      value={draft ?? value}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={<KeyCap keys="/" />}
      onChange={(event) => {
        setDraft(event.currentTarget.value)
        later(event.currentTarget.value)
      }}
      onBlur={() => setDraft(null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(event.currentTarget.value)
        if (event.key !== 'Escape') return
        if (value !== '' || draft) {
          setDraft(null)
          onSearch('')
        } else event.currentTarget.blur()
      }}
    />
  )
}
