import { IconBan } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n'
import { bytes, date, number } from '../../i18n/format'
import { Panel } from '../../ui/card/Facts'
import type { Preview } from './api'
import classes from './DeleteCanceledPage.module.css'
import { DeletionSample } from './DeletionSample'
import { interactionWords } from './messages'

/** Templates named one by one; the rest is summed. */
const NAMED = 5

type Props = { preview: Preview; filter: Readonly<Record<string, string>> }

/** What would go and what stays, in figures. */
export function DeletionPreview({ preview, filter }: Props) {
  const t = useWords(interactionWords)
  return (
    <>
      <Numbers preview={preview} />
      <div className={classes.two}>
        <ByTemplate preview={preview} />
        <Panel title={t('delete.left')}>
          {preview.left === 0 ? (
            <p className={classes.line}>{t('delete.leftNone')}</p>
          ) : (
            <div className={classes.left}>
              <IconBan size={17} stroke={1.8} aria-hidden />
              <span className={classes.leftText}>{t('delete.leftLine', { count: preview.left })}</span>
              <Link to="/interactions" search={{ ...filter, canceled: 'no' }} aria-label={t('delete.showLeft')}>
                {t('delete.show')}
              </Link>
            </div>
          )}
        </Panel>
      </div>
      {preview.sample.length > 0 && <DeletionSample entries={preview.sample} />}
    </>
  )
}

function Numbers({ preview }: { preview: Preview }) {
  const t = useWords(interactionWords)
  const figures = [
    {
      label: t('delete.would'),
      value: number(preview.count),
      line: t('delete.of', { count: preview.matching }),
      large: true,
    },
    {
      label: t('delete.files'),
      value: number(preview.filesFreed),
      line: t('delete.free', { size: bytes(preview.bytesFreed) }),
    },
    { label: t('delete.kept'), value: number(preview.filesKept), line: t('delete.keptLine') },
    { label: t('delete.comments'), value: number(preview.comments), line: t('delete.commentsLine') },
    ...(preview.newestAt === null
      ? []
      : [
          {
            label: t('delete.newest'),
            value: date(preview.newestAt),
            line: t('delete.oldest', { day: date(preview.oldestAt) }),
          },
        ]),
  ]
  return (
    <Panel>
      <dl className={classes.numbers}>
        {figures.map(({ label, value, line, large }) => (
          <div key={label}>
            <dt className={classes.line}>{label}</dt>
            <dd className={large ? classes.large : classes.number}>{value}</dd>
            <dd className={classes.line}>{line}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function ByTemplate({ preview: { byTemplate } }: { preview: Preview }) {
  const t = useWords(interactionWords)
  const rest = byTemplate.slice(NAMED)
  const bars = [
    ...byTemplate.slice(0, NAMED).map(({ templateCode, count }) => ({ name: templateCode, count })),
    ...(rest.length === 0
      ? []
      : [{ name: t('delete.others', { count: rest.length }), count: rest.reduce((sum, { count }) => sum + count, 0) }]),
  ]
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <Panel title={t('delete.byTemplate')}>
      <ul className={classes.bars}>
        {bars.map(({ name, count }) => (
          <li key={name} className={classes.bar}>
            <span className={classes.barName}>{name}</span>
            <span className={classes.track} aria-hidden>
              <span className={classes.fill} style={{ inlineSize: `${(count / most) * 100}%` }} />
            </span>
            <span className={classes.barCount}>{number(count)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
