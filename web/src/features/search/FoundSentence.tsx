import { useWords } from '../../i18n'
import type { Found } from './api'
import classes from './FoundSentence.module.css'
import { searchWords } from './messages'

/** A sentence in which something was found, the hits marked, and before it where it stands: "offerta.pdf, p. 3". */
export function FoundSentence({ found }: { found: Found }) {
  const place = usePlace(found)
  return (
    <span className={classes.found}>
      {place && <span className={classes.place}>{place}</span>}
      <span className={classes.sentence}>
        <Marked pieces={found.sentence} />
      </span>
    </span>
  )
}

/** A text with its hits marked. */
export const Marked = ({ pieces }: { pieces: Found['sentence'] }) =>
  pieces.map(({ text, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never move
    hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  )

function usePlace({ where, fileName, placeKind, place }: Found): string | null {
  const t = useWords(searchWords)
  if (where === 'comment') return t('comment')
  if (fileName === null) return null
  return placeKind && place ? t(placeKind, { file: fileName, place }) : fileName
}
