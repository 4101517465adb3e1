import { useWords } from '../../i18n'
import { Timeline } from '../../ui/interaction/Timeline'
import { ListPage } from '../../ui/list/ListPage'
import { FoundLine } from '../search/FoundIn'
import { EntryItem } from './EntryItem'
import { EntryPeek } from './EntryPeek'
import { logPage } from './log.page'
import { interactionWords } from './messages'

/** The log as a table or as a timeline. */
export function LogListPage() {
  const t = useWords(interactionWords)
  return (
    <ListPage
      page={logPage}
      peek={(entry) => <EntryPeek entry={entry} />}
      timeline={(rows, more, goesOn) => (
        <Timeline
          label={t('timeline')}
          rows={rows}
          at={(entry) => entry.occurredAt}
          open={(entry) => `/i/${entry.id}`}
          more={more}
          goesOn={goesOn}
        >
          {(entry) => <EntryItem entry={entry} found={<FoundLine id={entry.id} />} />}
        </Timeline>
      )}
    />
  )
}
