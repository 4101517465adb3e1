import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { date, time } from '../../i18n/format'
import { Panel } from '../../ui/card/Facts'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import { type EntryCard, interactionQueries } from './api'
import classes from './EntryContent.module.css'
import { interactionWords } from './messages'

/** The entries that this one goes on from and those that went on from it; nothing when it stands alone. */
export function RelatedEntries({ entry }: { entry: EntryCard }) {
  const t = useWords(interactionWords)
  const ids = [...(entry.followsId === null ? [] : [entry.followsId]), ...entry.followedByIds]
  const { data: rows = [] } = useQuery(interactionQueries.named(ids))
  if (rows.length === 0) return null
  return (
    <Panel title={t('entry.related')}>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id} className={classes.related}>
            <span className={classes.role}>{t(row.id === entry.followsId ? 'entry.follows' : 'entry.followedBy')}</span>
            <KindGlyph kind={row.kind} flow={row.informationFlow} failed={row.attemptFailed} size={26} />
            <Link
              to="/i/$id"
              params={{ id: row.id }}
              className={`${classes.name} ${row.canceled ? classes.struck : ''}`}
            >
              {row.description}
            </Link>
            <span className={classes.when}>
              {date(row.occurredAt)}, {time(row.occurredAt)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
