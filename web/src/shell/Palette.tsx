import { Highlight, Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useWords } from '../i18n'
import type { Command } from '../ui/commands'
import { KeyCap } from '../ui/KeyCap'
import { rememberUse } from '../ui/recent'
import { shellWords } from './messages'
import classes from './Palette.module.css'
import { type Entry, usePaletteGroups } from './usePaletteGroups'

type Props = { close: () => void; start: (command: Command, how?: { tab: boolean }) => void }

/** "Tell me what you want to do": one box over actions, records and pages, in both languages. */
export function Palette({ close, start }: Props) {
  const t = useWords(shellWords)
  const id = useId()
  const [text, setText] = useState('')
  const [only, setOnly] = useState<string | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  const { groups, searching, failed } = usePaletteGroups(text)
  const shown = only === null ? groups : groups.filter((group) => group.id === only)
  const entries = shown.flatMap((group) => group.entries)
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === wanted),
  )
  const active = entries[at]
  const run = (entry: Entry, tab: boolean) => {
    rememberUse(entry.command.id)
    close()
    start(entry.command, { tab })
  }
  const step = (by: number) => setWanted(entries[(at + by + entries.length) % entries.length]?.key ?? null)
  const nextGroup = (by: number) => {
    const all = [null, ...groups.map((group) => group.id)]
    setOnly(all[(all.indexOf(only) + by + all.length) % all.length] ?? null)
    setWanted(null)
  }
  const keys = new Map<string, (event: KeyboardEvent) => void>([
    ['ArrowDown', () => step(1)],
    ['ArrowUp', () => step(-1)],
    ['Tab', ({ shiftKey }) => nextGroup(shiftKey ? -1 : 1)],
    ['Enter', ({ shiftKey }) => active && run(active, shiftKey)],
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys.get(event.key)
    if (act === undefined) return
    event.preventDefault()
    act(event)
  }
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      size={780}
      yOffset={72}
      padding={0}
      title={t('palette.label')}
      classNames={{ header: classes.header ?? '', content: classes.content ?? '' }}
    >
      <div className={classes.top}>
        <IconSearch size={20} aria-hidden />
        <input
          data-autofocus
          className={classes.input}
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded
          aria-controls={`${id}-hits`}
          aria-activedescendant={active && `${id}-${at}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setWanted(null)
          }}
          onKeyDown={onKeyDown}
        />
        <div className={classes.groups}>
          {[{ id: null, label: t('palette.all') }, ...groups].map((group) => (
            <button
              key={group.id ?? ''}
              type="button"
              tabIndex={-1}
              className={classes.group}
              aria-pressed={only === group.id}
              onClick={() => setOnly(group.id)}
            >
              {group.label}
            </button>
          ))}
        </div>
      </div>
      <div id={`${id}-hits`} role="listbox" aria-label={t('palette.hits')} tabIndex={-1} className={classes.hits}>
        {shown.map((group) => (
          <div key={group.id} role="presentation">
            <div className={classes.label} aria-hidden>
              {group.label}
              {group.note && <span className={classes.note}>{group.note}</span>}
            </div>
            {group.entries.map((entry) => (
              <Option
                key={entry.key}
                id={`${id}-${entries.indexOf(entry)}`}
                entry={entry}
                on={entry === active}
                text={text}
                point={() => setWanted(entry.key)}
                run={(tab) => run(entry, tab)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={entries.length === 0 ? classes.nothing : classes.told}>
        {failed && t('palette.failed')}
        {shown.map(({ note }) => note && `${note}. `)}
        {entries.length > 0
          ? t('palette.count', { count: entries.length })
          : searching
            ? t('palette.searching')
            : !failed && t('palette.nothing', { text })}
      </p>
      <div className={classes.foot}>
        <KeyCap keys="ArrowUp ArrowDown" /> {t('palette.choose')} <KeyCap keys="Enter" /> {t('palette.do')}{' '}
        <KeyCap keys="Shift+Enter" /> {t('palette.tab')} <KeyCap keys="Tab" /> {t('palette.group')}
        <span className={classes.both}>{t('palette.both')}</span>
      </div>
    </Modal>
  )
}

type OptionProps = {
  id: string
  entry: Entry
  on: boolean
  text: string
  point: () => void
  run: (tab: boolean) => void
}
/** One line of the palette; the keys stay in the box, the pointer may choose here. */
function Option({ id, entry, on, text, point, run }: OptionProps) {
  const Icon = entry.icon
  const words = text.split(/\s+/).filter((word) => word.length > 1)
  return (
    <div
      ref={on ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={on}
      className={classes.option}
      onPointerMove={on ? undefined : point}
      onClick={(event) => run(event.shiftKey || event.metaKey || event.ctrlKey)}
      onKeyDown={(event) => event.key === 'Enter' && run(event.shiftKey)}
    >
      <span className={classes.icon}>
        <Icon size={16} stroke={1.8} aria-hidden />
      </span>
      <span className={classes.texts}>
        <span className={classes.first}>
          <Highlight component="span" highlight={words} className={classes.title ?? ''}>
            {entry.title}
          </Highlight>
          {entry.line && <span className={classes.line}>{entry.line}</span>}
        </span>
        {entry.under}
      </span>
      <span className={classes.end}>{entry.end}</span>
      {entry.keys && <KeyCap keys={entry.keys} />}
    </div>
  )
}
