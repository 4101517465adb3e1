import type { Say } from '../../i18n'
import type { uiWords } from '../messages'
import type { Page } from '../page'

export type SortOrder = { order: string; label: string }
/** Every order a list can have, each with its name: `-name` is from the end. */
export const sortOrders = <Row>(page: Page<Row>, t: Say<typeof uiWords.en>): SortOrder[] =>
  page.fields
    .filter(({ sort }) => sort)
    .flatMap(({ field }) => {
      const name = { field: page.word(`field.${field}`) }
      return [
        { order: field, label: t('list.ascending', name) },
        { order: `-${field}`, label: t('list.descending', name) },
      ]
    })
