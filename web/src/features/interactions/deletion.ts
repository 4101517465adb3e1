import type { Search } from '../../ui/address'
import type { FilterField } from '../../ui/page'
import { logPage } from './log.page'

/** Asked at once when canceled entries are to be deleted; any other field of the log on demand. */
const first = ['id', 'contactNo', 'occurredAt', 'groupCode', 'templateCode', 'salespersonCode']

const place = ({ field }: FilterField) => (first.includes(field) ? first.indexOf(field) : first.length)

/** The filters of deleting what was canceled: those of the log, but for whether an entry is canceled. */
export const deletionFields: readonly FilterField[] = logPage.fields
  .filter(({ field, filter }) => filter !== undefined && field !== 'canceled')
  .map(({ first: _, ...field }) => (first.includes(field.field) ? { ...field, first: true as const } : field))
  .sort((a, b) => place(a) - place(b))

const names = deletionFields.map(({ field }) => field)
const keep = (keys: readonly string[], raw: Readonly<Record<string, unknown>>): Search =>
  Object.fromEntries(keys.flatMap((key) => (typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key]]] : [])))

/** Filters and the running job, as text, for the address. */
export const deletionSearch = (raw: Readonly<Record<string, unknown>>): Search => keep([...names, 'job'], raw)
/** Only the filters. */
export const deletionFilter = (search: Search): Search => keep(names, search)
