import { useSyncExternalStore } from 'react'

export type Toast = { id: number; text: string; offer: { label: string; keys?: string; run: () => void } | null }

let shown: readonly Toast[] = []
let last = 0
const watchers = new Set<() => void>()
const set = (next: readonly Toast[]) => {
  shown = next
  for (const watch of watchers) watch()
}

/** Says what was done, at the foot of the page for 8 s. Refusals are no toasts: they stay at their place. */
export function toast(text: string, offer: Toast['offer'] = null): number {
  last += 1
  set([...shown, { id: last, text, offer }])
  return last
}
export const closeToast = (id: number): void => set(shown.filter((one) => one.id !== id))
export const closeToasts = (): void => set([])

export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => shown,
  )
