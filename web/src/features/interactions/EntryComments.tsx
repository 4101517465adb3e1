import { Alert, Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../i18n'
import { dateTime, number, shortDate, time } from '../../i18n/format'
import { useSession } from '../../shell/session'
import { Panel } from '../../ui/card/Facts'
import { Initials } from '../../ui/Initials'
import { uiWords } from '../../ui/messages'
import { useMay } from '../../ui/rights'
import { useAction } from '../../ui/useAction'
import {
  addComment,
  changeComment,
  type Entry,
  type EntryCard,
  type EntryComment,
  interactionQueries,
  removeComment,
} from './api'
import { CommentForm } from './CommentForm'
import classes from './EntryContent.module.css'
import { interactionWords } from './messages'

/** What people say of an entry: everybody adds, each changes and removes what is their own. */
export function EntryComments({ entry }: { entry: EntryCard }) {
  const t = useWords(interactionWords)
  const may = useMay()
  const { act, problem } = useAction<Entry>()
  const client = useQueryClient()
  const { queryKey } = interactionQueries.one(entry.id)
  const remove = ({ id }: EntryComment) =>
    act({
      run: () => removeComment(entry.id, id),
      said: () => t('done.removeComment'),
      after: () => void client.invalidateQueries({ queryKey }),
    })
  const { commentList } = entry
  return (
    <Panel title={t('entry.comments')} aside={commentList.length > 0 && <span>{number(commentList.length)}</span>}>
      <div className={classes.form}>
        {commentList.length === 0 && <p className={classes.empty}>{t('entry.noComments')}</p>}
        {commentList.length > 0 && (
          <ul className={classes.list}>
            {commentList.map((comment) => (
              <Comment key={comment.id} entry={entry} comment={comment} remove={() => remove(comment)} />
            ))}
          </ul>
        )}
        {problem && (
          <Alert color="red" role="alert">
            {problem.message}
          </Alert>
        )}
        {may('interactions.record') && (
          <CommentForm
            label={t('entry.write')}
            button={t('entry.add')}
            keys="Shift+C"
            save={(text) => addComment(entry.id, text)}
          />
        )}
      </div>
    </Panel>
  )
}

function Comment({ entry, comment, remove }: { entry: EntryCard; comment: EntryComment; remove: () => void }) {
  const t = useWords(interactionWords)
  const ui = useWords(uiWords)
  const { user } = useSession()
  const [editing, setEditing] = useState(false)
  const who = comment.userName ?? t('entry.somebody')
  const when = `${shortDate(comment.at)}, ${time(comment.at)}`
  const own = comment.userId === user.id
  return (
    <li className={classes.comment}>
      <Initials name={who} size={26} />
      <div className={classes.commentText}>
        <div className={classes.commentHead}>
          <b>{who}</b>
          <span title={dateTime(comment.at)}>{when}</span>
          {comment.editedAt && (
            <span title={dateTime(comment.editedAt)}>{t('entry.edited', { when: shortDate(comment.editedAt) })}</span>
          )}
          {own && !editing && (
            <>
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('entry.editOf', { when })}
                onClick={() => setEditing(true)}
              >
                {t('entry.edit')}
              </Button>
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                aria-label={t('entry.removeOf', { when })}
                onClick={remove}
              >
                {t('entry.remove')}
              </Button>
            </>
          )}
        </div>
        {editing ? (
          <CommentForm
            label={t('entry.editing', { when })}
            button={ui('save')}
            first={comment.text}
            save={(text) => changeComment(entry.id, comment, text)}
            close={() => setEditing(false)}
          />
        ) : (
          <p className={classes.said}>{comment.text}</p>
        )}
      </div>
    </li>
  )
}
