import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n'
import { Reading } from '../../ui/list/ListStates'
import { type EntryFile, fileAddress, interactionQueries } from './api'
import classes from './EntryContent.module.css'
import type { ShownAs } from './fileKinds'
import { interactionWords } from './messages'

/** A file shown in the page, as the server gives it: a picture, a PDF or plain text. */
export function FileView({ id, file, kind }: { id: number; file: EntryFile; kind: ShownAs }) {
  const href = fileAddress(id, file, true)
  if (kind === 'picture') return <img className={classes.picture} src={href} alt={file.name} />
  if (kind === 'pdf') return <iframe className={classes.frame} src={href} title={file.name} />
  return <Text id={id} file={file} />
}

function Text({ id, file }: { id: number; file: EntryFile }) {
  const t = useWords(interactionWords)
  const { data, isError } = useQuery(interactionQueries.text(id, file.id))
  if (isError) return <p role="alert">{t('entry.unreadable')}</p>
  if (data === undefined) return <Reading />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <pre className={classes.text} tabIndex={0}>
      {data}
    </pre>
  )
}
