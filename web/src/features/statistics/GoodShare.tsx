import { useWords } from '../../i18n'
import type { Figures } from './api'
import { evaluatedOf, goodOf, goodShare, percent } from './figures'
import classes from './GoodShare.module.css'
import { statisticsWords } from './messages'

/** How many of those evaluated went well: a share with its bar; of a few, their number. */
export function GoodShare({ figures }: { figures: Figures }) {
  const t = useWords(statisticsWords)
  const evaluated = evaluatedOf(figures)
  const share = goodShare(figures)
  const of = t('goodOf', { good: goodOf(figures), count: evaluated })
  if (evaluated === 0) return <span className={classes.none}>{t('notEvaluated')}</span>
  if (share === null) return <span title={t('few')}>{of}</span>
  return (
    <span className={classes.share} title={of}>
      <span className={classes.bar}>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      {percent(share)}
    </span>
  )
}
