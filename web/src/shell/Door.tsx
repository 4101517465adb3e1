import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { language, setLanguage, useWords } from '../i18n'
import { isLanguage, languages } from '../i18n/languages'
import classes from './Door.module.css'
import { Mark } from './Mark'
import { shellWords } from './messages'

/** The frame of the pages before the sign-in: the product's sign, the language, a form, and what stays beside it. */
export function Door({ children, foot, beside }: { children: ReactNode; foot: string; beside?: ReactNode }) {
  const t = useWords(shellWords)
  return (
    <div className={classes.door} data-beside={beside ? true : undefined}>
      <main className={classes.main}>
        <div className={classes.top}>
          <Mark size={28} />
          <b className={classes.brand}>Carteggio</b>
          <SegmentedControl
            aria-label={t('user.language')}
            value={language()}
            onChange={(next) => void (isLanguage(next) && setLanguage(next))}
            data={Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))}
          />
        </div>
        <div className={classes.form}>{children}</div>
        <p className={classes.foot}>{foot}</p>
      </main>
      {beside && <aside className={classes.beside}>{beside}</aside>}
    </div>
  )
}
