/** What this device remembers for the palette and for "opened last": never content, only where one was. */
export type Recent = { title: string; to: string; at: string }

const RECORDS = 'carteggio.recent'
const USES = 'carteggio.uses'
const KEPT = 10

function read<T>(key: string, none: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? none
  } catch {
    return none
  }
}

/** The records opened last, newest first. */
export const recentRecords = (): Recent[] => read<Recent[]>(RECORDS, [])
export const rememberRecord = (title: string, to: string): void => {
  const others = recentRecords().filter((one) => one.to !== to)
  localStorage.setItem(RECORDS, JSON.stringify([{ title, to, at: new Date().toISOString() }, ...others].slice(0, KEPT)))
}

/** How often each command was used. */
export const commandUses = (): Record<string, number> => read<Record<string, number>>(USES, {})
export const rememberUse = (id: string): void => {
  const uses = commandUses()
  localStorage.setItem(USES, JSON.stringify({ ...uses, [id]: (uses[id] ?? 0) + 1 }))
}
const SEARCH = 'carteggio.search.'
/** The filters and order a list had when it was left, for as long as this window is signed in. */
export const rememberSearch = (path: string, text: string): void => sessionStorage.setItem(SEARCH + path, text)
export const rememberedSearch = (path: string): string => sessionStorage.getItem(SEARCH + path) ?? ''

/** At sign-out: the next person on this device starts afresh. */
export const forgetRecent = (): void => {
  localStorage.removeItem(RECORDS)
  localStorage.removeItem(USES)
  sessionStorage.clear()
}
