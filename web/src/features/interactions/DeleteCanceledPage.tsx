import { IconChevronRight, IconEye } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n'
import { useAddress } from '../../ui/address'
import { Empty } from '../../ui/Empty'
import { FilterPane } from '../../ui/list/FilterPane'
import { Failed, Reading } from '../../ui/list/ListStates'
import { PageTitle } from '../../ui/PageTitle'
import { Badge } from '../../ui/StateBadge'
import { useWide } from '../../ui/screen'
import { explainLogFilter, interactionQueries } from './api'
import classes from './DeleteCanceledPage.module.css'
import { DeletionFinal } from './DeletionFinal'
import { DeletionPreview } from './DeletionPreview'
import { DeletionRun } from './DeletionRun'
import { deletionFields, deletionFilter, deletionSearch } from './deletion'
import { logPage } from './log.page'
import { interactionWords } from './messages'
import { PastDeletions } from './PastDeletions'

/** Deletes canceled entries for good: which ones, what would go, then the deletion itself and its report. */
export function DeleteCanceledPage() {
  const t = useWords(interactionWords)
  const { search: raw, change } = useAddress()
  const search = deletionSearch(raw)
  const running = /^\d{1,15}$/.test(search.job ?? '') ? Number(search.job) : null
  return (
    <div className={classes.page}>
      <nav className={classes.crumbs} aria-label={t('delete.short')}>
        <Link to="/interactions">{t('shortTitle')}</Link>
        <IconChevronRight size={12} aria-hidden />
        <span>{t('delete.short')}</span>
      </nav>
      <PageTitle
        title={t('delete.title')}
        beside={
          running === null && (
            <Badge icon={IconEye} tone="info">
              {t('delete.preview')}
            </Badge>
          )
        }
      />
      {running === null ? (
        <Choosing filter={deletionFilter(search)} change={change} />
      ) : (
        <DeletionRun progressId={running} again={() => change({ job: undefined })} />
      )}
    </div>
  )
}

type Choosing = {
  filter: Readonly<Record<string, string>>
  change: (part: Readonly<Record<string, string | undefined>>) => void
}

function Choosing({ filter, change }: Choosing) {
  const t = useWords(interactionWords)
  const on = Object.keys(filter)
  const filters = {
    list: 'interactions',
    fields: deletionFields,
    search: filter,
    on,
    set: change,
    clear: () => change(Object.fromEntries(on.map((field) => [field, undefined]))),
    word: logPage.word,
    explain: explainLogFilter,
  }
  return (
    <div className={classes.parts}>
      <Which wide={useWide()}>
        <p className={classes.line}>{t('delete.only')}</p>
        <FilterPane filters={filters} />
      </Which>
      <Result filter={filter} begun={(job) => change({ job: String(job) })} />
    </div>
  )
}

/** The filters; where there is no room beside the result they fold away over it. */
function Which({ wide, children }: { wide: boolean; children: ReactNode }) {
  const t = useWords(interactionWords)
  if (!wide)
    return (
      <details className={classes.which}>
        <summary className={classes.heading}>{t('delete.which')}</summary>
        {children}
      </details>
    )
  return (
    <section className={classes.which} aria-labelledby="which">
      <h2 id="which" className={classes.heading}>
        {t('delete.which')}
      </h2>
      {children}
    </section>
  )
}

function Result({ filter, begun }: { filter: Choosing['filter']; begun: (job: number) => void }) {
  const t = useWords(interactionWords)
  const { data: preview, error, refetch, isFetching } = useQuery(interactionQueries.deletion(filter))
  if (preview === undefined && error) return <Failed problem={error} retry={() => void refetch()} />
  if (preview === undefined)
    return (
      <div className={classes.result}>
        <p role="status" className={classes.line}>
          {t('delete.reading')}
        </p>
        <Reading />
      </div>
    )
  return (
    <div className={classes.result} aria-busy={isFetching}>
      <DeletionPreview preview={preview} filter={filter} />
      {preview.count === 0 ? (
        <Empty>{t('delete.nothing')}</Empty>
      ) : (
        <DeletionFinal
          key={preview.token}
          preview={preview}
          filter={filter}
          again={() => void refetch()}
          begun={begun}
        />
      )}
      <PastDeletions />
    </div>
  )
}
