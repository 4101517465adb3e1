import type { Body } from '../api/client'
import type { Density } from '../ui/preferences'

export type Scheme = 'light' | 'dark' | 'auto'
export const schemes: readonly Scheme[] = ['light', 'dark', 'auto']
export const densities: readonly Density[] = ['compact', 'normal', 'airy']
export type Kept = NonNullable<Body<'changeSession'>['preferences']>

/** The user's preferences out of what the server keeps; what is missing or unknown has its first value. */
export const readPreferences = (kept: Readonly<Record<string, unknown>>): Required<Kept> => ({
  scheme: schemes.find((one) => one === kept.scheme) ?? 'auto',
  density: densities.find((one) => one === kept.density) ?? 'normal',
  singleKeys: kept.singleKeys !== false,
})
