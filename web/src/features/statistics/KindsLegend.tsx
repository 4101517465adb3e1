import { useWords } from '../../i18n'
import { uiWords } from '../../ui/messages'
import type { Statistics } from './api'
import classes from './KindsLegend.module.css'
import { colourOf, kindsOf } from './kinds'

/** Which colour is which kind. */
export function KindsLegend({ statistics }: { statistics: Statistics }) {
  const t = useWords(uiWords)
  return (
    <ul className={classes.legend}>
      {kindsOf(statistics).map((kind) => (
        <li key={kind}>
          <span className={classes.colour} style={{ background: colourOf(kind) }} />
          {t(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  )
}
