import { Button, Group, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { ago } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { useAddress, useGo } from '../../ui/address'
import { Empty } from '../../ui/Empty'
import { TimelineItem } from '../../ui/interaction/TimelineItem'
import { Failed, Reading } from '../../ui/list/ListStates'
import { PageTitle } from '../../ui/PageTitle'
import { useAction } from '../../ui/useAction'
import { type Draft, discardDraft, recordingQueries, takeDraft } from './api'
import { recordingWords } from './messages'
import classes from './PostponedPage.module.css'

/** Drafts, last touched first: resumed where they were left, taken over, discarded. */
export function PostponedPage() {
  const t = useWords(recordingWords)
  const { search, change } = useAddress()
  const shown = search.whose === 'all' || search.whose === 'discarded' ? search.whose : 'mine'
  const list = useInfiniteQuery(recordingQueries.drafts(shown === 'all' ? 'all' : 'mine', shown === 'discarded'))
  const drafts = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <PageTitle
        title={t('postponed.title')}
        about={t('postponed.about')}
        actions={
          <SegmentedControl
            aria-label={t('postponed.title')}
            value={shown}
            onChange={(whose) => change({ whose: whose === 'mine' ? '' : whose })}
            data={(['mine', 'all', 'discarded'] as const).map((value) => ({ value, label: t(`postponed.${value}`) }))}
          />
        }
      />
      {list.isPending ? (
        <Reading />
      ) : list.isError ? (
        <Failed problem={list.error} retry={() => void list.refetch()} />
      ) : drafts.length === 0 ? (
        <Empty>{t('postponed.empty')}</Empty>
      ) : (
        <ul className={classes.drafts}>
          {drafts.map((draft) => (
            <li key={draft.id}>
              <DraftItem draft={draft} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="subtle" onClick={() => void list.fetchNextPage()}>
          {t('postponed.more')}
        </Button>
      )}
    </>
  )
}

function DraftItem({ draft }: { draft: Draft }) {
  const t = useWords(recordingWords)
  const go = useGo()
  const client = useQueryClient()
  const { user } = useSession()
  const { act } = useAction()
  const refresh = () => void client.invalidateQueries({ queryKey: ['drafts'] })
  const lacks = draft.missing.map((one) => t(`postponed.lacks.${one}`)).join(', ')
  const state = lacks === '' ? t('postponed.complete') : t('postponed.missing', { what: lacks })
  return (
    <TimelineItem
      kind={draft.kind ?? 'note'}
      title={draft.description ?? t('postponed.untitled')}
      href={`/record?draft=${draft.id}`}
      draft
      meta={
        <>
          {[draft.contactName, draft.companyName, state].filter(Boolean).join(' · ')}
          {draft.invalid.map((one) => (
            <span key={one} className={classes.invalid}>
              {t(`postponed.invalid.${one}`)}
            </span>
          ))}
        </>
      }
      when={t('postponed.by', { name: draft.userName ?? '', when: ago(draft.touchedAt) })}
    >
      {draft.discardedAt === null && (
        <Group gap={8} mt={6}>
          <Button variant="light" onClick={() => go(`/record?draft=${draft.id}`)}>
            {t('postponed.resume')}
          </Button>
          {draft.userId !== user.id && (
            <Button variant="default" onClick={() => void takeDraft(draft.id).then(refresh)}>
              {t('postponed.take')}
            </Button>
          )}
          <Button
            variant="subtle"
            color="gray"
            onClick={() =>
              act({ run: () => discardDraft(draft.id), said: (count) => t('discarded', { count }), after: refresh })
            }
          >
            {t('discard')}
          </Button>
        </Group>
      )}
    </TimelineItem>
  )
}
