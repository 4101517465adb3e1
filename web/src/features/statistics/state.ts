import { type Language, language } from '../../i18n'
import type { Search } from '../../ui/address'
import type { Asked, Dimension } from './api'

export const presets = ['month', 'quarter', 'year', 'months', 'all'] as const
export type Preset = (typeof presets)[number]
/** Each a stretch of days as people write it; "all" is no restriction. */
const expressions: Readonly<Record<Preset, Readonly<Record<Language, string>>>> = {
  month: { en: 'month..today', it: 'mese..oggi' },
  quarter: { en: 'quarter..today', it: 'trimestre..oggi' },
  year: { en: 'year..today', it: 'anno..oggi' },
  months: { en: 'month-11M..today', it: 'mese-11M..oggi' },
  all: { en: 'all', it: 'all' },
}
/** In the page's language; the server reads both, so that an address means the same to everybody. */
export const expressionOf = (preset: Preset): string => expressions[preset][language()]
export const presetOf = (period: string): Preset | null =>
  presets.find((one) => Object.values(expressions[one]).includes(period)) ?? null

export const tabs = ['interactions', 'templates', 'contacts', 'salespeople'] as const
export type Tab = (typeof tabs)[number]
/** What a tab's table can tell apart, the first unless the address says otherwise. */
export const dimensions: Readonly<Record<Tab, readonly Dimension[]>> = {
  interactions: [
    'template',
    'kind',
    'evaluation',
    'informationFlow',
    'initiatedBy',
    'correspondenceType',
    'attemptFailed',
  ],
  templates: ['template', 'group', 'groupToday'],
  contacts: ['company', 'contact'],
  salespeople: ['salesperson'],
}

export const sorts = ['name', 'count', 'cost', 'time', 'averageCost', 'averageTime', 'good', 'average'] as const
export type Sort = (typeof sorts)[number]
export const owners = ['contactId', 'companyId', 'salespersonId', 'templateId', 'groupId'] as const
const keys = ['tab', 'by', 'period', 'sort', 'plots', ...owners]

/** Keeps what the page knows of an address, as text: for `validateSearch`. */
export const statisticsSearch = (raw: Readonly<Record<string, unknown>>): Search =>
  Object.fromEntries(keys.flatMap((key) => (typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key]]] : [])))

export type State = {
  tab: Tab
  by: Dimension
  period: string
  sort: { by: Sort; up: boolean }
  /** the plots' figures as tables */
  asTables: boolean
  asked: Asked
}
/** What an address says; what it leaves out is as most people want it: all of the last twelve months. */
export function stateOf(search: Search): State {
  const tab = tabs.find((one) => one === search.tab) ?? 'interactions'
  const period = search.period ?? expressionOf('months')
  const sort = (search.sort ?? '-count').replace(/^-/, '')
  const ofOwners = owners.flatMap((owner) => (search[owner] === undefined ? [] : [[owner, search[owner]]]))
  return {
    tab,
    by: dimensions[tab].find((one) => one === search.by) ?? dimensions[tab][0] ?? 'template',
    period,
    sort: { by: sorts.find((one) => one === sort) ?? 'count', up: search.sort?.startsWith('-') === false },
    asTables: search.plots === 'tables',
    asked: { ...Object.fromEntries(ofOwners), ...(presetOf(period) === 'all' ? {} : { period }) },
  }
}
