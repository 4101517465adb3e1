import { Button } from '@mantine/core'
import type { Problem } from '../../api/problem'
import { useWords } from '../../i18n'
import { uiWords } from '../messages'
import classes from './EditableField.module.css'

type Props = {
  field: string
  mine: string
  problem: Problem
  /** A value as a person reads it. */
  read: (text: string) => string
  keep: (version: number) => void
  take: () => void
}

/** Somebody changed the record meanwhile: both texts side by side, and the choice between them. */
export function Conflict({ field, mine, problem, read, keep, take }: Props) {
  const t = useWords(uiWords)
  const { current } = problem.values
  const theirs = new Map(Object.entries(typeof current === 'object' && current !== null ? current : {}))
  const text = theirs.get(field) ?? ''
  const version = Number(theirs.get('version'))
  return (
    <div className={classes.conflict} role="alert">
      <p>{problem.message}</p>
      <dl>
        <dt>{t('field.theirs')}</dt>
        <dd>{read(String(text)) || t('field.empty')}</dd>
        <dt>{t('field.mine')}</dt>
        <dd>{read(mine) || t('field.empty')}</dd>
      </dl>
      <div className={classes.choose}>
        <Button variant="default" onClick={take}>
          {t('field.takeTheirs')}
        </Button>
        <Button variant="default" onClick={() => keep(version)}>
          {t('field.keepMine')}
        </Button>
      </div>
    </div>
  )
}
