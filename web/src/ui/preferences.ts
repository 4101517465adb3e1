import { createContext, useContext } from 'react'

export type Density = 'compact' | 'normal' | 'airy'
/** How the signed-in user wants the page: what the kit needs to know of it. */
export type Preferences = { density: Density; singleKeys: boolean }
export const PreferencesContext = createContext<Preferences>({ density: 'normal', singleKeys: true })
export const usePreferences = (): Preferences => useContext(PreferencesContext)

/** Heights of a list's row in pixels, of one and of two lines; the same as `--row-1` and `--row-2`. */
export const rowHeights: Readonly<Record<Density, readonly [number, number]>> = {
  compact: [30, 40],
  normal: [36, 44],
  airy: [44, 50],
}
