import { IconMessage, IconPaperclip } from '@tabler/icons-react'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import type { Entry } from './api'
import classes from './FileCount.module.css'
import { interactionWords } from './messages'

/** How many files and comments belong to an entry; nothing when there are none. */
export function FileCount({ entry: { attachments, comments } }: { entry: Entry }) {
  const t = useWords(interactionWords)
  return (
    <>
      {attachments > 0 && (
        <span className={classes.count}>
          <IconPaperclip size={15} stroke={1.8} role="img" aria-label={t('field.attachments')} />
          {number(attachments)}
        </span>
      )}
      {comments > 0 && (
        <span className={classes.count}>
          <IconMessage size={15} stroke={1.8} role="img" aria-label={t('field.comments')} />
          {number(comments)}
        </span>
      )}
    </>
  )
}
