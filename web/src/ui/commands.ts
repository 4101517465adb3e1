import type { TablerIcon } from '@tabler/icons-react'
import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react'
import { type Key, type Language, sayAny, type Words } from '../i18n'

/** A dialog that the frame opens over any page. */
export type FrameDialog = ComponentType<{ close: () => void }>
type Labelled = {
  /** Its name in a language: the palette understands both, whatever the page's. */
  label: (language?: Language) => string
  /** Its other name, which the palette understands too: the full title of a list. */
  also?: (language?: Language) => string
  icon: TablerIcon
  /** Not offered without this right. */
  right?: string
}
export type PageEntry = Labelled & {
  to: string
  /** `G C`: the keys that go there. */
  chord?: string
  /** Place in the navigation; without it the page is found by the palette only. */
  nav?: number
  /** The heading in the navigation that it stands under. */
  under?: (language?: Language) => string
  /** Place in the phone's tab bar, and its short name there. */
  phone?: { place: number; label: (language?: Language) => string }
  /** Stands on the Set-up page, in this order, with what it is for. */
  setup?: { place: number; about: (language?: Language) => string }
  /** A hook: the number beside the entry. */
  useCount?: () => number | null
}
export type Command = Labelled & {
  id: string
  keys?: string
  does: Doing
}
export type Hit = {
  id: number
  title: string
  line?: string
  /** A second line: the sentence in which it was found. */
  under?: ReactNode
  to: string
  icon?: TablerIcon
}
/** What was found; `note` says what was looked for instead. */
export type Hits = { hits: Hit[]; note?: string }
export type Finder = {
  id: string
  label: (language?: Language) => string
  /** Not asked without this right. */
  right?: string
  find: (text: string, signal: AbortSignal) => Promise<Hits>
}

/** Makes actions of what is typed: "call Jane 12m" is offered for logging as it stands. */
export type Reader = (text: string) => Command[]

type Registry = {
  pages: readonly PageEntry[]
  commands: readonly Command[]
  finders: readonly Finder[]
  readers: readonly Reader[]
  bright: Command | null
}
let known: Registry = { pages: [], commands: [], finders: [], readers: [], bright: null }
const watchers = new Set<() => void>()
const add = (part: Partial<Registry>) => {
  known = { ...known, ...part }
  for (const watch of watchers) watch()
}
/** Everything the features offer to the frame: navigation, palette, keys, the bright button. */
export const useRegistry = (): Registry =>
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => known,
  )

const labelOf =
  <T>(words: Words<T>, key: Key<T>) =>
  (language?: Language) =>
    sayAny(words, key, {}, language)

type PagePart<T> = {
  title: Key<T>
  also?: Key<T>
  under?: Key<T>
  setup?: { place: number; about: Key<T> }
  phone?: { place: number; title?: Key<T> }
}
type Named<T> = { words: Words<T>; icon: TablerIcon; right?: string }

/** A page: its entry in navigation, palette and keys. Called once, from the feature's `commands.ts`. */
export function registerPage<T>({
  words,
  title,
  setup,
  phone,
  also,
  under,
  ...rest
}: Named<T> & PagePart<T> & Omit<PageEntry, keyof Labelled | 'setup' | 'phone' | 'under'>): void {
  const entry: PageEntry = {
    ...rest,
    label: labelOf(words, title),
    ...(also ? { also: labelOf(words, also) } : {}),
    ...(under ? { under: labelOf(words, under) } : {}),
    ...(phone ? { phone: { place: phone.place, label: labelOf(words, phone.title ?? title) } } : {}),
    ...(setup ? { setup: { place: setup.place, about: labelOf(words, setup.about) } } : {}),
  }
  add({ pages: [...known.pages, entry] })
}

/** `to` may follow from the path of the page that is open. */
type Doing = { to: string | ((path: string) => string) } | { run: () => void } | { dialog: FrameDialog }
type CommandPart<T> = Named<T> & { id: string; label: Key<T>; keys?: string } & Doing
const commandOf = <T>({ words, label, icon, right, id, keys, ...does }: CommandPart<T>): Command => ({
  id,
  label: labelOf(words, label),
  icon,
  does,
  ...(right ? { right } : {}),
  ...(keys ? { keys } : {}),
})

/** Actions that can be asked for from anywhere: in the palette, and by their keys. */
export const registerCommands = <T>(commands: readonly CommandPart<T>[]): void =>
  add({ commands: [...known.commands, ...commands.map(commandOf)] })

/** The frame's constant bright button. */
export const registerBright = <T>(command: CommandPart<T>): void => add({ bright: commandOf(command) })

/** Records the palette can find; `find` answers the best few. */
export const registerSearch = <T>({
  words,
  title,
  ...finder
}: { words: Words<T>; title: Key<T> } & Omit<Finder, 'label'>): void =>
  add({ finders: [...known.finders, { ...finder, label: labelOf(words, title) }] })

/** Actions that depend on the words typed into the palette. */
export const registerReader = (reader: Reader): void => add({ readers: [...known.readers, reader] })
