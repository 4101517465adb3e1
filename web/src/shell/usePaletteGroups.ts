import { useDebouncedValue } from '@mantine/hooks'
import { IconClock, IconFile, type TablerIcon } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { language, useWords } from '../i18n'
import { ago } from '../i18n/format'
import { type Command, type Hit, type PageEntry, useRegistry } from '../ui/commands'
import { matches } from '../ui/match'
import { commandUses, recentRecords } from '../ui/recent'
import { useMay } from '../ui/rights'
import { shellWords } from './messages'

export type Entry = {
  key: string
  title: string
  line: string
  under?: ReactNode
  end: string
  icon: TablerIcon
  keys?: string
  command: Command
}
export type Group = { id: string; label: string; note?: string | undefined; entries: Entry[] }

const FEW = 5
const MANY = 8
const LEAST = 2

/** What the palette offers for what is typed: actions, records, pages, each in both languages; a fixed order of groups. */
export function usePaletteGroups(text: string): { groups: Group[]; searching: boolean; failed: boolean } {
  const t = useWords(shellWords)
  const may = useMay()
  const { pages, commands, bright, readers, ...registry } = useRegistry()
  const finders = registry.finders.filter(({ right }) => may(right))
  const [asked] = useDebouncedValue(text.trim(), 120)
  const found = useQueries({
    queries: finders.map(({ id, find }) => ({
      queryKey: ['palette', id, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(asked, signal),
      enabled: asked.length >= LEAST,
      staleTime: 10_000,
    })),
  })
  const also = (label: Command['label']) => {
    const other = label(language() === 'it' ? 'en' : 'it')
    return other === label() ? '' : t('palette.also', { name: other })
  }
  const ofCommand = (command: Command): Entry => ({
    key: `do ${command.id}`,
    title: command.label(),
    line: '',
    end: also(command.label),
    icon: command.icon,
    command,
    ...(command.keys ? { keys: command.keys } : {}),
  })
  const ofPage = (page: PageEntry): Entry =>
    ofCommand({
      id: page.to,
      label: page.label,
      icon: page.icon,
      does: { to: page.to },
      ...(page.chord ? { keys: page.chord } : {}),
    })
  const allowed = [...(bright ? [bright] : []), ...commands].filter(({ right }) => may(right))
  const fits = ({ label, also = label }: Pick<Command, 'label' | 'also'>) =>
    matches(text, [label('en'), label('it'), also('en'), also('it')])
  const link = (key: string, title: string, line: string, to: string, icon: TablerIcon): Entry => ({
    key,
    title,
    line,
    end: '',
    icon,
    command: { id: key, label: () => title, icon, does: { to } },
  })
  const ofHit = (finder: string, { id, title, line = '', to, icon = IconFile, under }: Hit): Entry => ({
    ...link(`${finder} ${id}`, title, line, to, icon),
    ...(under ? { under } : {}),
  })
  if (text.trim() === '') {
    const uses = commandUses()
    const often = allowed.toSorted((a, b) => (uses[b.id] ?? 0) - (uses[a.id] ?? 0)).slice(0, FEW)
    const recent = recentRecords().slice(0, FEW)
    return {
      groups: groupsOf([
        {
          id: 'recent',
          label: t('palette.recent'),
          entries: recent.map(({ title, to, at }) => link(`to ${to}`, title, ago(at), to, IconClock)),
        },
        { id: 'do', label: t('palette.often'), entries: often.map(ofCommand) },
        { id: 'pages', label: t('palette.pages'), entries: pages.filter(({ right }) => may(right)).map(ofPage) },
      ]),
      searching: false,
      failed: false,
    }
  }
  const read = readers.flatMap((reader) => reader(text.trim())).map(ofCommand)
  return {
    groups: groupsOf([
      {
        id: 'do',
        label: t('palette.actions'),
        entries: [...read, ...allowed.filter(fits).map(ofCommand)].slice(0, MANY),
      },
      ...finders.map(({ id, label }, at) => ({
        id,
        label: label(),
        note: found[at]?.data?.note,
        entries: (asked.length < LEAST ? [] : (found[at]?.data?.hits ?? []))
          .slice(0, MANY)
          .map((hit) => ofHit(id, hit)),
      })),
      {
        id: 'pages',
        label: t('palette.pages'),
        entries: pages.filter((page) => may(page.right) && fits(page)).map(ofPage),
      },
    ]),
    searching: found.some(({ isFetching }) => isFetching) || asked !== text.trim(),
    failed: found.some(({ isError }) => isError),
  }
}
const groupsOf = (groups: Group[]): Group[] => groups.filter(({ entries }) => entries.length > 0)
