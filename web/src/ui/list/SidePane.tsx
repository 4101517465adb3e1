import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import { FilterPane } from './FilterPane'
import classes from './Filters.module.css'
import type { Filters } from './useList'

/** The filters beside the rows, and the way to take them all off. */
export function SidePane({ filters }: { filters: Filters }) {
  const t = useWords(uiWords)
  return (
    <>
      <div className={classes.paneHead}>
        <h2 className={classes.paneTitle}>{t('list.filters')}</h2>
        {filters.on.length > 0 && (
          <button type="button" className={classes.clear} onClick={filters.clear}>
            {t('list.clearAll')}
          </button>
        )}
      </div>
      <FilterPane filters={filters} />
    </>
  )
}
