import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { api, unwrap } from '../../api/client'
import { useWords } from '../../i18n'
import { ago, longDate, today } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { Panel } from '../../ui/card/Facts'
import { TimelineItem } from '../../ui/interaction/TimelineItem'
import { PageTitle } from '../../ui/PageTitle'
import { recentRecords } from '../../ui/recent'
import classes from './HomePage.module.css'
import { homeWords } from './messages'

const QuickLogLine = lazy(async () => ({ default: (await import('../recording/QuickLogLine')).QuickLogLine }))

/** The day's page: one line to record, what waits, what happened last. */
export function HomePage() {
  const t = useWords(homeWords)
  const { user } = useSession()
  const latest = useQuery({
    queryKey: ['interactions', 'home'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/interactions', { params: { query: { limit: 8, canceled: 'no' } }, signal })),
  })
  const drafts = useQuery({
    queryKey: ['drafts', 'home'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/interaction-drafts', { params: { query: { limit: 5 } }, signal })),
  })
  const entries = latest.data?.items ?? []
  const recent = recentRecords().slice(0, 6)
  return (
    <>
      <PageTitle title={t('hello', { name: user.name.split(' ')[0] ?? user.name })} about={longDate(today())} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Panel>
            <Suspense>
              <QuickLogLine />
            </Suspense>
          </Panel>
          <Panel title={t('latest')} aside={<Link to="/interactions">{t('all')}</Link>}>
            {latest.isSuccess && entries.length === 0 && <p>{t('nothing')}</p>}
            <ul className={classes.list}>
              {entries.map((row) => (
                <li key={row.id} className={classes.entry}>
                  <TimelineItem
                    kind={row.kind}
                    flow={row.informationFlow}
                    title={row.description}
                    href={`/i/${row.id}`}
                    failed={row.attemptFailed}
                    meta={[row.contactName, row.companyName === row.contactName ? null : row.companyName]
                      .filter(Boolean)
                      .join(' · ')}
                    when={ago(row.occurredAt)}
                    evaluation={row.evaluation}
                  />
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <div className={classes.side}>
          {latest.isSuccess && entries.length === 0 && (
            <Panel title={t('begin')}>
              <ul className={classes.list}>
                <li>
                  <Link to="/import">{t('bring')}</Link>
                </li>
                <li>
                  <Link to="/contacts">{t('create')}</Link>
                </li>
                <li>
                  <Link to="/templates">{t('templates')}</Link>
                </li>
              </ul>
            </Panel>
          )}
          <Panel title={t('drafts')} aside={<Link to="/postponed">{t('all')}</Link>}>
            {drafts.data?.items.length === 0 && <p>{t('noDrafts')}</p>}
            <ul className={classes.list}>
              {drafts.data?.items.map((draft) => (
                <li key={draft.id}>
                  <Link to="/record" search={{ draft: String(draft.id) }}>
                    {draft.description ?? t('untitled')}
                  </Link>{' '}
                  {draft.contactName}
                </li>
              ))}
            </ul>
          </Panel>
          {recent.length > 0 && (
            <Panel title={t('opened')}>
              <ul className={classes.list}>
                {recent.map(({ title, to, at }) => (
                  <li key={to} className={classes.recent}>
                    <Link to={to}>{title}</Link>
                    <span>{ago(at)}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}
