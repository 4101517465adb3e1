import { Problem } from '#kernel/problem.ts'
import type { RowFields, StoredRow } from './queries/rows.ts'
import type { StoredTemplate } from './queries/templates.ts'
import { allowedActions } from './rules.ts'

/** A row of a template; one that is to be made has no id yet. */
export interface Row extends RowFields {
  readonly id: number | null
  /** BCP 47, for the history */
  readonly languageCode: string | null
}
export type Presets = Omit<StoredTemplate, 'id' | 'version' | 'groupCode' | 'used' | 'languages'>
/** What an act changes of a template: its presets and its rows. */
export interface State {
  readonly presets: Presets
  readonly rows: readonly Row[]
}

export function stateOf(template: StoredTemplate, stored: readonly StoredRow[]): State {
  const { id: _, version: _v, groupCode: _g, used: _u, languages: _l, ...presets } = template
  return { presets, rows: stored.map(({ templateId: _t, version: _w, ...row }) => row) }
}

/** The row that holds the content of the default language. */
export const defaultRow = ({ presets, rows }: State): Row | undefined =>
  rows.find(({ languageId }) => languageId === presets.defaultLanguageId)

/** A template with rows has one for its default language; its action goes with the content of that row. */
export function isSound(state: State): boolean {
  const row = defaultRow(state)
  const { wizardAction } = state.presets
  if (row === undefined && state.rows.length > 0) return false
  return wizardAction === null || allowedActions(row?.sha256 != null).includes(wizardAction)
}

/**
 * The state that follows from what somebody asked for: the default language goes with its row or to the first that is
 * left, and an action that does not go with the content any more becomes blank.
 * @param asked whether the action itself was asked for; then it is refused instead
 * @throws Problem `wizard-action-conflict`, naming action and template
 */
export function settled(before: State, after: State, asked: boolean): State {
  const followed = { ...after, presets: { ...after.presets, defaultLanguageId: followedLanguage(before, after) } }
  if (isSound(followed)) return followed
  const { wizardAction: action, code } = followed.presets
  if (asked) throw new Problem('wizard-action-conflict', { pointer: '/wizardAction', values: { action, code } })
  return { ...followed, presets: { ...followed.presets, wizardAction: null } }
}

function followedLanguage(before: State, after: State): number | null {
  const [first] = after.rows
  if (first === undefined) return before.rows.length > 0 ? null : after.presets.defaultLanguageId
  if (defaultRow(after) !== undefined) return after.presets.defaultLanguageId
  const same = after.rows.find(({ id }) => id !== null && id === defaultRow(before)?.id)
  return (same ?? first).languageId
}

/** What the history of a template tells of its rows. */
export function told(rows: readonly Row[]) {
  const of = (text: (row: Row) => string | null) => {
    const texts = rows.flatMap((row) => {
      const said = text(row)
      return said === null ? [] : [row.languageCode === null ? said : `${row.languageCode}: ${said}`]
    })
    return texts.length === 0 ? null : texts.join(', ')
  }
  return {
    languages: rows.length === 0 ? null : rows.map(({ languageCode }) => languageCode ?? '–').join(', '),
    attachments: of(({ fileName }) => fileName),
    languageDescriptions: of(({ description }) => description),
  }
}
