import { Alert, Button } from '@mantine/core'
import { IconAddressBook, IconPhone, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../i18n'
import { useAddress, useGo } from '../ui/address'
import { Heading } from '../ui/PageTitle'
import { Door } from './Door'
import classes from './Door.module.css'
import { shellWords } from './messages'
import { WelcomeForm } from './WelcomeForm'
import { welcomeQuery } from './welcome'

/** The first start, opened by the link that the server prints once: the first administrator and the company. */
export function WelcomePage() {
  const t = useWords(shellWords)
  const go = useGo()
  const { search } = useAddress()
  const [token] = useState(search.token ?? '')
  const { data, error } = useQuery(welcomeQuery(token))
  return (
    <Door foot={t('welcome.local')} beside={<Later />}>
      <Heading title={t('welcome.title')} className={classes.title} />
      {error && (
        <>
          <Alert color="red" role="alert">
            {error.type === 'link-used'
              ? t('welcome.used')
              : error.type === 'link-invalid'
                ? t('welcome.invalid')
                : error.message}
          </Alert>
          <Button variant="default" onClick={() => go('/sign-in')}>
            {t('welcome.toSignIn')}
          </Button>
        </>
      )}
      {data && (
        <>
          <p className={classes.text}>{t('welcome.text')}</p>
          <WelcomeForm token={token} />
        </>
      )}
    </Door>
  )
}

/** What can come later, so that nobody thinks it must be now. */
function Later() {
  const t = useWords(shellWords)
  const steps = [
    {
      key: 'contacts',
      icon: IconAddressBook,
      title: t('welcome.later.contacts'),
      text: t('welcome.later.contactsText'),
    },
    {
      key: 'templates',
      icon: IconTemplate,
      title: t('welcome.later.templates'),
      text: t('welcome.later.templatesText'),
    },
    { key: 'first', icon: IconPhone, title: t('welcome.later.first'), text: t('welcome.later.firstText') },
  ]
  return (
    <>
      <h2 className={classes.laterTitle}>{t('welcome.later.title')}</h2>
      <ul className={classes.later}>
        {steps.map(({ key, icon: Icon, title, text }) => (
          <li key={key}>
            <span className={classes.icon}>
              <Icon size={18} stroke={1.8} aria-hidden />
            </span>
            <div>
              <b>{title}</b>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
