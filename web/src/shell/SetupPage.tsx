import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { language, useWords } from '../i18n'
import { PageTitle } from '../ui/PageTitle'
import { shellWords } from './messages'
import { useNavigation } from './Nav'
import classes from './SetupPage.module.css'

const SetupRetention = lazy(async () => ({ default: (await import('./SetupRetention')).SetupRetention }))

/** What an administrator keeps in order, page by page, with what each is for. */
export function SetupPage() {
  const t = useWords(shellWords)
  const { setup } = useNavigation()
  return (
    <>
      <PageTitle title={t('setup.title')} about={t('setup.about')} />
      <ul className={classes.pages}>
        {setup.map(({ to, icon: Icon, label, setup: place }) => (
          <li key={to}>
            <Link to={to} className={classes.page}>
              <span className={classes.icon}>
                <Icon size={20} stroke={1.8} aria-hidden />
              </span>
              <span>
                <span className={classes.name}>{label(language())}</span>
                <span className={classes.about}>{place?.about(language())}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Suspense>
        <SetupRetention />
      </Suspense>
    </>
  )
}
