import { Link } from '@tanstack/react-router'
import { EvaluationFace } from '../../ui/interaction/Evaluation'
import { KindGlyph } from '../../ui/interaction/KindGlyph'
import type { Entry } from './api'
import { EntryFacts } from './EntryFacts'
import classes from './EntryPeek.module.css'
import { EntryStates } from './EntryStates'
import { FileCount } from './FileCount'

/** An entry at a glance, beside the list. */
export const EntryPeek = ({ entry }: { entry: Entry }) => (
  <div className={classes.peek}>
    <KindGlyph kind={entry.kind} flow={entry.informationFlow} failed={entry.attemptFailed} />
    <Link to="/i/$id" params={{ id: entry.id }} className={entry.canceled ? classes.struck : classes.title}>
      {entry.description}
    </Link>
    <div className={classes.states}>
      <EvaluationFace value={entry.evaluation} />
      <EntryStates entry={entry} />
      <FileCount entry={entry} />
    </div>
    <EntryFacts entry={entry} />
  </div>
)
