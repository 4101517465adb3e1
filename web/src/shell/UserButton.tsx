import { VisuallyHidden } from '@mantine/core'
import { lazy } from 'react'
import { useWords } from '../i18n'
import { initials } from '../ui/initials'
import { OnDemand } from '../ui/OnDemand'
import { shellWords } from './messages'
import { useSession } from './session'
import classes from './TopBar.module.css'

const UserMenu = lazy(() => import('./UserMenu').then((module) => ({ default: module.UserMenu })))

/** Who is signed in, and the menu of what is theirs. */
export function UserButton() {
  const t = useWords(shellWords)
  const { user } = useSession()
  const button = (
    <button type="button" className={classes.user} aria-haspopup="menu">
      {initials(user.name)}
      <VisuallyHidden>{t('user.menu', { name: user.name })}</VisuallyHidden>
    </button>
  )
  return <OnDemand button={button} menu={UserMenu} props={{}} />
}
