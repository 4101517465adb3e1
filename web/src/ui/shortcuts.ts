import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

export type Shortcut = {
  /** `L`, `Shift+L`, `Ctrl+K`, `Delete`, or two in a row: `G C`. `Ctrl` is also the Mac's command key. */
  keys: string
  /** What it does, in the page's language, for the sheet of keys. */
  label: string
  run: () => void
  /** Of this page (first on the sheet) or of the whole product. */
  of?: 'page' | 'app'
  /** Belongs to a dialog: acts only while one is open, when the page's own keys rest. */
  inDialog?: boolean
  /** Acts over a dialog too. */
  always?: boolean
}

let known: readonly Shortcut[] = []
const watchers = new Set<() => void>()
const tell = (next: readonly Shortcut[]) => {
  known = next
  for (const watch of watchers) watch()
}

/** Makes a key act while the component is on the page; the latest component wins. `null` declares none. */
export function useShortcut(shortcut: Shortcut | null): void {
  const run = useEffectEvent(() => shortcut?.run())
  const { keys, label, of = 'page', inDialog = false, always = false } = shortcut ?? { keys: '', label: '' }
  useEffect(() => {
    if (keys === '') return
    const entry = { keys, label, of, inDialog, always, run: () => run() }
    tell([...known, entry])
    return () => tell(known.filter((other) => other !== entry))
  }, [keys, label, of, inDialog, always])
}

/** Every key that acts now, for the sheet of keys. */
export const useShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => known,
  )

/** As `aria-keyshortcuts` wants it. */
export const ariaKeys = (keys: string): string => keys.replaceAll('Ctrl', 'Control')

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches(
      'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit]), [role=menu] *, [role=listbox] *',
    ))

/** The combination as we write it; Shift is named only where the key itself does not show it. */
export function comboOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  const shift = shiftKey && (name.length > 1 || name.toLowerCase() !== name.toUpperCase())
  return [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+')
}
const isSingle = (combo: string): boolean => combo.replace('Shift+', '').length === 1

const CHORD_MS = 1500
/**
 * Listens to the keys of the whole page. Single characters act only outside text fields and can be switched off (WCAG
 * 2.1.4); a text field keeps its own Ctrl+Z and Ctrl+A.
 */
export function listenToKeys(singleKeys: boolean): () => void {
  let first = { combo: '', at: 0 }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const combo = comboOf(event)
    if (isSingle(combo) && (!singleKeys || isTyping(event.target))) return
    if (isTyping(event.target) && (!/^(Ctrl|Alt|F\d)/.test(combo) || ['Ctrl+Z', 'Ctrl+A'].includes(combo))) return
    const chord = event.timeStamp - first.at < CHORD_MS ? `${first.combo} ${combo}` : ''
    const dialog = document.querySelector('[aria-modal="true"]') !== null
    const can = (keys: string) => known.findLast((s) => s.keys === keys && (s.always === true || s.inDialog === dialog))
    const hit = can(chord) ?? can(combo)
    first = hit ? { combo: '', at: 0 } : { combo, at: event.timeStamp }
    if (hit === undefined) return
    event.preventDefault()
    hit.run()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
