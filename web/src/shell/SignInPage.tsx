import { useWords } from '../i18n'
import { useAddress, useGo } from '../ui/address'
import { Heading } from '../ui/PageTitle'
import { Door } from './Door'
import classes from './Door.module.css'
import { shellWords } from './messages'
import { SignInForm } from './SignInForm'

/** The way in; afterwards to the page one wanted. */
export function SignInPage() {
  const t = useWords(shellWords)
  const go = useGo()
  const { next = '/' } = useAddress().search
  const own = next.startsWith('/') && !/^\/[/\\]/.test(next)
  return (
    <Door foot={t('signIn.local')}>
      <Heading title={t('signIn.title')} className={classes.title} />
      <SignInForm done={() => go(own ? next : '/')} />
    </Door>
  )
}
