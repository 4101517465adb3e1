import { useWide } from '../../ui/screen'
import type { EntryCard } from './api'
import { EntryComments } from './EntryComments'
import classes from './EntryContent.module.css'
import { EntryFiles } from './EntryFiles'
import { EvaluationPanel } from './EvaluationPanel'
import { RelatedEntries } from './RelatedEntries'

/** The main column of an entry: what it follows, its files, what people say of it, what followed. */
export const EntryContent = ({ entry }: { entry: EntryCard }) => (
  <div className={classes.content}>
    <RelatedEntries entry={entry} />
    <EntryFiles entry={entry} />
    {!useWide() && <EvaluationPanel entry={entry} />}
    <EntryComments entry={entry} />
  </div>
)
