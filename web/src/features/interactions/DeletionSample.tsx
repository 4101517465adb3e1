import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { date, number } from '../../i18n/format'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import type { Entry } from './api'
import classes from './DeleteCanceledPage.module.css'
import { FileCount } from './FileCount'
import { interactionWords } from './messages'

/** The newest entries that would go. */
export function DeletionSample({ entries }: { entries: readonly Entry[] }) {
  const t = useWords(interactionWords)
  return (
    <section className={classes.sample} aria-label={t('delete.sample')}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('delete.sample')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.end}>
              {t('field.id')}
            </th>
            <th scope="col">{t('field.occurredAt')}</th>
            <th scope="col">{t('field.description')}</th>
            <th scope="col">{t('entry.contact')}</th>
            <th scope="col">{t('field.templateCode')}</th>
            <th scope="col">{t('field.attachments')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={classes.end}>{number(entry.id)}</td>
              <td>{date(entry.occurredAt)}</td>
              <td>
                <span className={classes.what}>
                  <KindGlyph kind={entry.kind} flow={entry.informationFlow} size={22} />
                  <Link to="/i/$id" params={{ id: entry.id }} className={classes.gone}>
                    {entry.description}
                  </Link>
                </span>
              </td>
              <td>{entry.contactName}</td>
              <td>{entry.templateCode}</td>
              <td>
                <FileCount entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
